import type { ReactElement } from 'react';
import type { PartProps } from '../PageContext';
import { Avatar } from '../Avatar';
import { SpeakerLine, type SpeakerFields } from '../SpeakerLine';
import { Parts, Words } from '../Parts';
import './comment.css';

export default function CommentView({ part, root }: PartProps<SpeakerFields>): ReactElement {
  const { by, icon, text, parts } = part;
  return (
    <article {...root('part-comment')}>
      <Avatar name={by} icon={icon} />
      <div className="part-comment__box">
        <SpeakerLine fields={part} className="part-comment__head" />
        {(text ?? parts) && (
          <div className="part-comment__body">
            <Words text={text} className="part-comment__text" />
            <Parts of={parts} />
          </div>
        )}
      </div>
    </article>
  );
}
