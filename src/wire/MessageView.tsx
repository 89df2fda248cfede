import { useEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { curlCommand, parsePairs, httpText } from '../core/http';
import { PROVENANCE_LABELS, partyName, type WireMessage, type WireData } from '../core/wire';
import { CodeLines } from './CodeLines';
import { CopyButton } from './CopyButton';
import { Explorer } from './explore/Explorer';
import { ClarificationList } from './ClarificationList';
import { CollapsibleText } from './CollapsibleText';

interface MessageViewProps {
  readonly wire: WireData;
  readonly message: WireMessage;
  readonly onClose: () => void;
}

/** A message in its real form: first line, headers, parameters, body; how true it is, and where the screen simplifies. */
export function MessageView({ wire, message, onClose }: MessageViewProps): ReactElement {
  const scrollArea = useRef<HTMLElement>(null);
  // Opened by keyboard, it has the keyboard.
  useEffect(() => {
    if (document.activeElement?.matches('[data-rung]:focus-visible')) scrollArea.current?.focus({ preventScroll: true });
  }, []);
  const mark = PROVENANCE_LABELS[message.mark];
  const curl = curlCommand(message);
  return (
    // It scrolls, so the keyboard must get there.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="message" ref={scrollArea} tabIndex={0} aria-label={`${message.label}, in full`} data-scrolls="">
      <header className="message__head">
        <h2>
          {partyName(wire, message.from)} → {partyName(wire, message.to)}
        </h2>
        <button type="button" className="message__close" onClick={onClose}>
          Close
        </button>
      </header>
      <p className="message__truth">
        <span className="mark" data-mark={message.mark}>
          {mark.name}
        </span>{' '}
        {mark.meaning}
      </p>
      {message.note !== undefined && <p className="wire__note">{message.note}</p>}
      <MessageParts message={message} />
      {message.gloss && <ClarificationList gloss={message.gloss} />}
      {message.explore && <Explorer key={message.id} explore={message.explore} />}
      <footer className="message__foot">
        <CopyButton text={httpText(message)}>Copy</CopyButton>
        {curl !== undefined && <CopyButton text={curl}>Copy as curl</CopyButton>}
      </footer>
    </section>
  );
}

/** What the message consists of, part by part. */
function MessageParts({ message }: { readonly message: WireMessage }): ReactElement | null {
  const { secrets, body } = message;
  const httpMessage = message.kind === 'local' ? undefined : message;
  const startLine = httpMessage?.kind === 'request' ? httpMessage.request : httpMessage?.status;
  const [firstWord = '', ...rest] = (startLine ?? '').split(' ');
  const parts = [
    httpMessage?.headers && <NameValueList key="headers" title="Headers" lines={httpMessage.headers} separator=": " secrets={secrets} />,
    httpMessage?.kind === 'response' && httpMessage.redirect !== undefined && (
      <NameValueList key="redirect" title="Redirect" lines={[`Location: ${httpMessage.redirect}`]} separator=": " secrets={secrets} />
    ),
    httpMessage?.query && (
      <NameValueList key="query" title="Parameters, one per line" lines={httpMessage.query} separator="=" secrets={secrets} />
    ),
    httpMessage?.kind === 'request' && httpMessage.form && (
      <NameValueList key="form" title="Form, one field per line" lines={httpMessage.form} separator="=" secrets={secrets} />
    ),
    body && (
      <MessagePart key="body" title="Body">
        <CodeLines code={body} secrets={secrets} />
      </MessagePart>
    ),
  ].filter(Boolean);
  if (startLine === undefined && parts.length === 0) return null;
  return (
    <div className="form">
      {startLine !== undefined && (
        <p className="form__first" data-tone={httpMessage?.kind === 'response' ? statusTone(firstWord) : undefined}>
          <b>{firstWord}</b> <CollapsibleText text={rest.join(' ')} />
        </p>
      )}
      {parts}
    </div>
  );
}

/** Whether a status is good news. */
function statusTone(status: string): 'ok' | 'error' | 'info' {
  if (status.startsWith('2')) return 'ok';
  return status.startsWith('3') ? 'info' : 'error';
}

function MessagePart({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="form__part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

interface NameValueListProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly separator: string;
  readonly secrets: readonly string[] | undefined;
}

/** Names and values, a line each. */
function NameValueList({ title, lines, separator, secrets }: NameValueListProps): ReactElement {
  return (
    <MessagePart title={title}>
      <dl className="pairs" style={{ '--separator': JSON.stringify(separator === '=' ? ' = ' : separator) } as CSSProperties}>
        {parsePairs(lines, separator).map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              <CollapsibleText text={value} secrets={secrets} />
            </dd>
          </div>
        ))}
      </dl>
    </MessagePart>
  );
}
