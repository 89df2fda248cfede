import type { ReactElement } from 'react';
import { markOf, messageRoute, type WireData, type WireStop } from '../core/wire';

interface WireListProps {
  readonly wire: WireData;
  readonly stop: WireStop;
}

/** The messages of a stop as a list, for the speaker window and the handout. */
export function WireList({ wire, stop: { note, messages } }: WireListProps): ReactElement {
  return (
    <>
      {note !== undefined && <p>{note}</p>}
      <ol className="wire-list">
        {messages.map((message) => {
          const mark = markOf(wire, message);
          return (
            <li key={message.id}>
              {messageRoute(wire, message)}: <strong>{message.label}</strong>
              {mark && <em> ({mark.label})</em>}
              {message.note !== undefined && <small> {message.note}</small>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
