import type { ReactElement } from 'react';
import { httpText } from '../core/http';
import { PROVENANCE_LABELS, partyName, type Clarification, type WireData, type WireStop } from '../core/wire';

interface WireTextProps {
  readonly wire: WireData;
  readonly stop: WireStop;
}

/** What crosses at a stop, as elements that mean what they hold: each message in its order, and inside it its real form. */
export function WireText({ wire, stop: { note, gloss = [], messages } }: WireTextProps): ReactElement {
  return (
    <>
      <h4>On the wire</h4>
      {note !== undefined && <p>{note}</p>}
      <ol>
        {messages.map((message) => (
          <li key={message.id}>
            {partyName(wire, message.from)} → {partyName(wire, message.to)}: <b>{message.label}</b> ({PROVENANCE_LABELS[message.mark].name})
            {message.note !== undefined && <p>{message.note}</p>}
            <Clarifications gloss={message.gloss ?? []} />
            {httpText(message) !== message.label && (
              <details>
                <summary>In full</summary>
                <pre dir="ltr">
                  <code>{httpText(message)}</code>
                </pre>
              </details>
            )}
          </li>
        ))}
      </ol>
      <Clarifications gloss={gloss} />
    </>
  );
}

function Clarifications({ gloss }: { readonly gloss: readonly Clarification[] }): ReactElement {
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
