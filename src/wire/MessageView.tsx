import { useEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { curlOf, pairsOf, textOf } from '../core/http';
import { MARKS, partyName, type Message, type Wire } from '../core/wire';
import { CodeLines } from './CodeLines';
import { CopyButton } from './CopyButton';
import { Explore } from './explore/Explorer';
import { GlossList } from './ClarificationList';
import { LongText } from './CollapsibleText';

interface MessageViewProps {
  readonly wire: Wire;
  readonly message: Message;
  readonly onClose: () => void;
}

/** A message in its real form: first line, headers, parameters, body; how true it is, and where the screen simplifies. */
export function MessageView({ wire, message, onClose }: MessageViewProps): ReactElement {
  const sheet = useRef<HTMLElement>(null);
  // Opened by keyboard, it has the keyboard.
  useEffect(() => {
    if (document.activeElement?.matches('[data-rung]:focus-visible')) sheet.current?.focus({ preventScroll: true });
  }, []);
  const mark = MARKS[message.mark];
  const curl = curlOf(message);
  return (
    // It scrolls, so the keyboard must get there.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="message" ref={sheet} tabIndex={0} aria-label={`${message.label}, in full`} data-scrolls="">
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
      <Form message={message} />
      {message.gloss && <GlossList gloss={message.gloss} />}
      {message.explore && <Explore key={message.id} explore={message.explore} />}
      <footer className="message__foot">
        <CopyButton text={textOf(message)}>Copy</CopyButton>
        {curl !== undefined && <CopyButton text={curl}>Copy as curl</CopyButton>}
      </footer>
    </section>
  );
}

/** What the message consists of, part by part. */
function Form({ message }: { readonly message: Message }): ReactElement | null {
  const { secrets, body } = message;
  const http = message.kind === 'local' ? undefined : message;
  const first = http?.kind === 'request' ? http.request : http?.status;
  const [lead = '', ...rest] = (first ?? '').split(' ');
  const parts = [
    http?.headers && <Pairs key="headers" title="Headers" lines={http.headers} separator=": " secrets={secrets} />,
    http?.kind === 'response' && http.redirect !== undefined && (
      <Pairs key="redirect" title="Redirect" lines={[`Location: ${http.redirect}`]} separator=": " secrets={secrets} />
    ),
    http?.query && <Pairs key="query" title="Parameters, one per line" lines={http.query} separator="=" secrets={secrets} />,
    http?.kind === 'request' && http.form && (
      <Pairs key="form" title="Form, one field per line" lines={http.form} separator="=" secrets={secrets} />
    ),
    body && (
      <Part key="body" title="Body">
        <CodeLines code={body} secrets={secrets} />
      </Part>
    ),
  ].filter(Boolean);
  if (first === undefined && parts.length === 0) return null;
  return (
    <div className="form">
      {first !== undefined && (
        <p className="form__first" data-tone={http?.kind === 'response' ? toneOf(lead) : undefined}>
          <b>{lead}</b> <LongText text={rest.join(' ')} />
        </p>
      )}
      {parts}
    </div>
  );
}

/** Whether a status is good news. */
function toneOf(status: string): 'ok' | 'error' | 'info' {
  if (status.startsWith('2')) return 'ok';
  return status.startsWith('3') ? 'info' : 'error';
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="form__part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

interface PairsProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly separator: string;
  readonly secrets: readonly string[] | undefined;
}

/** Names and values, a line each. */
function Pairs({ title, lines, separator, secrets }: PairsProps): ReactElement {
  return (
    <Part title={title}>
      <dl className="pairs" style={{ '--separator': JSON.stringify(separator === '=' ? ' = ' : separator) } as CSSProperties}>
        {pairsOf(lines, separator).map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              <LongText text={value} secrets={secrets} />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
