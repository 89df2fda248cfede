import type { ReactElement } from 'react';
import { markOf, messageRoute, type WireData, type WireStop } from '../core/wire';
import { markProps } from './markProps';

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
              {mark && (
                <>
                  {' '}
                  <span {...markProps(mark)} title={mark.meaning}>
                    {mark.label}
                  </span>
                </>
              )}
              {message.note !== undefined && <small> {message.note}</small>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
