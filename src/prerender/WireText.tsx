import type { ReactElement } from 'react';
import { textOf } from '../core/http';
import { MARKS, partyName, type Gloss, type Wire, type WireStop } from '../core/wire';

interface WireTextProps {
  readonly wire: Wire;
  readonly stop: WireStop;
}

/** What crosses at a stop, as elements that mean what they hold: each message in its order, and inside it its real form. */
export function WireText({ wire, stop: { note, gloss = [], messages } }: WireTextProps): ReactElement {
  return (
    <>
      <h4>Under the wire</h4>
      {note !== undefined && <p>{note}</p>}
      <ol>
        {messages.map((message) => (
          <li key={message.id}>
            {partyName(wire, message.from)} → {partyName(wire, message.to)}: <b>{message.label}</b> ({MARKS[message.mark].name})
            {message.note !== undefined && <p>{message.note}</p>}
            <Glosses gloss={message.gloss ?? []} />
            {textOf(message) !== message.label && (
              <details>
                <summary>In full</summary>
                <pre dir="ltr">
                  <code>{textOf(message)}</code>
                </pre>
              </details>
            )}
          </li>
        ))}
      </ol>
      <Glosses gloss={gloss} />
    </>
  );
}

function Glosses({ gloss }: { readonly gloss: readonly Gloss[] }): ReactElement {
  return (
    <>
      {gloss.map(({ screen, wire }, index) => (
        <p key={index}>
          Screen says: {screen} Wire says: {wire}
        </p>
      ))}
    </>
  );
}
