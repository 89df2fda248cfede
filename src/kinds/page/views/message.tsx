import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { Avatar } from '../Avatar';
import { SpeakerLine, type SpeakerFields } from '../SpeakerLine';
import { Parts, Words } from '../Parts';
import './chat.css';

export default function MessageView({ part, root }: PartProps<SpeakerFields & { readonly mine?: boolean | undefined }>): ReactElement {
  const { by, icon, text, parts, mine } = part;
  return (
    <article {...root(`part-message${mine ? ' part-message--mine' : ''}`)}>
      <Avatar name={by} icon={icon} />
      <div className="part-message__box">
        <SpeakerLine fields={part} className="part-message__head" />
        <Words text={text} className="part-message__text" />
        {parts && (
          <div className="part-message__parts">
            <Parts of={parts} />
          </div>
        )}
      </div>
    </article>
  );
}
