import { useEffect, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { curlCommand, parsePairs, httpText } from '../core/http';
import { markOf, messageRoute, type WireMessage, type WireData } from '../core/wire';
import { markProps } from './markProps';
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

/** A message in full: start line, headers, parameters and body, with its mark and clarifications. */
export function MessageView({ wire, message, onClose }: MessageViewProps): ReactElement {
  const scrollArea = useRef<HTMLElement>(null);
  // A message opened by keyboard gets the focus.
  useEffect(() => {
    if (document.activeElement?.matches('[data-rung]:focus-visible')) scrollArea.current?.focus({ preventScroll: true });
  }, []);
  const mark = markOf(wire, message);
  const curl = curlCommand(message);
  return (
    // A scroll container must be focusable.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="message" ref={scrollArea} tabIndex={0} aria-label={`${message.label}, in full`} data-scrolls="">
      <header className="message__head">
        <h2>{messageRoute(wire, message)}</h2>
        <button type="button" className="message__close" onClick={onClose}>
          Close
        </button>
      </header>
      {mark && (
        <p className="message__truth">
          <span {...markProps(mark)}>{mark.label}</span> {mark.meaning}
        </p>
      )}
      {message.note !== undefined && <p className="wire__note">{message.note}</p>}
      <MessageParts message={message} />
      {message.gloss && <ClarificationList clarifications={message.gloss} />}
      {message.explore && <Explorer key={message.id} explore={message.explore} />}
      <footer className="message__foot">
        <CopyButton text={httpText(message)}>Copy</CopyButton>
        {curl !== undefined && <CopyButton text={curl}>Copy as curl</CopyButton>}
      </footer>
    </section>
  );
}

function MessageParts({ message }: { readonly message: WireMessage }): ReactElement | null {
  const { kind, secrets, body } = message;
  const request = kind === 'request' ? message : undefined;
  const response = kind === 'response' ? message : undefined;
  const startLine = request?.request ?? response?.status;
  const lists = (
    [
      ['Headers', (request ?? response)?.headers, ': '],
      ['Redirect', response?.redirect === undefined ? undefined : [`Location: ${response.redirect}`], ': '],
      ['Parameters, one per line', (request ?? response)?.query, '='],
      ['Form, one field per line', request?.form, '='],
    ] as const
  ).flatMap(([title, lines, separator]) => (lines ? [{ title, lines, separator }] : []));
  if (startLine === undefined && !body && lists.length === 0) return null;
  const [firstWord = '', ...rest] = (startLine ?? '').split(' ');
  return (
    <div className="form">
      {startLine !== undefined && (
        <p className="form__first" data-tone={response && statusTone(firstWord)}>
          <b>{firstWord}</b> <CollapsibleText text={rest.join(' ')} />
        </p>
      )}
      {lists.map((list) => (
        <NameValueList key={list.title} {...list} secrets={secrets} />
      ))}
      {body && (
        <MessagePart title="Body">
          <CodeLines code={body} secrets={secrets} />
        </MessagePart>
      )}
    </div>
  );
}

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
