import type { ReactElement } from 'react';
import { httpText } from '../core/http';
import { clarificationText, markSuffix, messageRoute, type Clarification, type WireData, type WireStop } from '../core/wire';

interface WireTextProps {
  readonly wire: WireData;
  readonly stop: WireStop;
}

/** The messages of a stop for the page without JavaScript: a list, with each message in full inside. */
export function WireText({ wire, stop: { note, gloss, messages } }: WireTextProps): ReactElement {
  return (
    <>
      <h4>On the wire</h4>
      {note !== undefined && <p>{note}</p>}
      <ol>
        {messages.map((message) => (
          <li key={message.id}>
            {messageRoute(wire, message)}: <b>{message.label}</b>
            {markSuffix(wire, message)}
            {message.note !== undefined && <p>{message.note}</p>}
            {renderClarifications(message.gloss)}
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
      {renderClarifications(gloss)}
    </>
  );
}

const renderClarifications = (clarifications: readonly Clarification[] = []): ReactElement[] =>
  clarifications.map((clarification, index) => <p key={index}>{clarificationText(clarification)}</p>);
