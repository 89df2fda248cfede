import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Parts, Words } from '../Parts';
import type { PartReference } from '../schema/part';
import { TypedText } from '../TypedText';
import './chat.css';

interface Chat {
  readonly title?: InlineText | undefined;
  readonly note?: InlineText | undefined;
  readonly look?: string | undefined;
  readonly parts: readonly PartReference[];
  readonly placeholder?: string | undefined;
  readonly draft?: string | undefined;
}

export default function ChatView({ part, root }: PartProps<Chat>): ReactElement {
  const { title, note, look = 'channel', parts, placeholder, draft, key } = part;
  return (
    <section {...root(`part-chat part-chat--${look}`)}>
      {(title ?? note) && (
        <header className="part-chat__head">
          <Words text={title} className="part-chat__title" as="h3" />
          <Words text={note} className="part-chat__note" as="span" />
        </header>
      )}
      <div className="part-chat__messages">
        <Parts of={parts} />
      </div>
      {(placeholder ?? draft) && (
        <div className="part-chat__draft">
          {draft ? (
            <TypedText text={draft} partKey={key} />
          ) : (
            <span className="part-chat__placeholder">{placeholder !== undefined && <BidiText text={placeholder} />}</span>
          )}
        </div>
      )}
    </section>
  );
}
