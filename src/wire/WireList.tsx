import type { ReactElement } from 'react';
import { PROVENANCE_LABELS, messageRoute, type WireData, type WireStop } from '../core/wire';

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
        {messages.map((message) => (
          <li key={message.id}>
            {messageRoute(wire, message)}: <strong>{message.label}</strong> <em>({PROVENANCE_LABELS[message.mark].name})</em>
            {message.note !== undefined && <small> {message.note}</small>}
          </li>
        ))}
      </ol>
    </>
  );
}
