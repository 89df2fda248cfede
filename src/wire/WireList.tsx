import type { ReactElement } from 'react';
import { PROVENANCE_LABELS, partyName, type WireData, type WireStop } from '../core/wire';

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
        {messages.map(({ id, from, to, label, mark, note: more }) => (
          <li key={id}>
            {partyName(wire, from)} → {partyName(wire, to)}: <strong>{label}</strong> <em>({PROVENANCE_LABELS[mark].name})</em>
            {more !== undefined && <small> {more}</small>}
          </li>
        ))}
      </ol>
    </>
  );
}
