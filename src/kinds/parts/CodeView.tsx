import type { CSSProperties, ReactElement } from 'react';
import { lineComments, repeatedMarkerCss, splitTokens, type LineComment } from '../../core/lineComments';
import type { HighlightedCode, CodeToken } from '../../core/story';
import './code.css';

/** Highlighted code. Long lines wrap with a hanging indent. */
export function CodeView({ code }: { readonly code: HighlightedCode }): ReactElement {
  const comments = lineComments(code.lines);
  return (
    <figure className="code">
      {code.tabs && (
        <p className="code__tabs">
          {code.tabs.map((name) => (
            <span key={name} className={`code__tab${name === code.show ? ' code__tab--shown' : ''}`} dir="auto">
              {name}
            </span>
          ))}
        </p>
      )}
      {code.label !== undefined && (
        <figcaption className="code__label" dir="auto">
          {code.label}
        </figcaption>
      )}
      <pre className="code__lines" dir="ltr">
        <code>
          {code.lines.map((tokens, index) => (
            <CodeLine key={index} tokens={tokens} comment={comments[index]} />
          ))}
        </code>
      </pre>
    </figure>
  );
}

interface CodeLineProps {
  readonly tokens: readonly CodeToken[];
  readonly comment: LineComment | undefined;
}

function CodeLine({ tokens, comment }: CodeLineProps): ReactElement {
  const [before, after] = comment ? splitTokens(tokens, comment.at) : [tokens, []];
  const text = tokens.map(([part]) => part).join('');
  const indent = text.length - text.trimStart().length;
  return (
    <span className="code__line" style={{ '--indent': `${indent}ch` } as CSSProperties}>
      {groupIntoWords(before).map((word, index) => (word[0]?.[0].trim() === '' ? word[0][0] : <Word key={index} word={word} />))}
      {comment && <CodeComment marker={comment.marker} tokens={after} />}
      {'\n'}
    </span>
  );
}

/** A comment that ends its line. If it wraps, its marker is repeated before each row. */
function CodeComment({ marker, tokens }: { readonly marker: string; readonly tokens: readonly CodeToken[] }): ReactElement {
  const length = tokens.reduce((sum, [part]) => sum + part.length, 0);
  const style = { '--marker': `${marker.length}ch`, '--marker-rows': repeatedMarkerCss(marker, length) };
  return (
    <span className="code__word code__comment" style={style as CSSProperties}>
      <span>{colouredTokens(tokens)}</span>
    </span>
  );
}

/** Words up to this many characters fit on every line. */
const MAX_UNBROKEN_LENGTH = 12;

/** A word that does not break if it fits. Only long ones are inline blocks, which browsers lay out many times slower than text. */
function Word({ word }: { readonly word: readonly CodeToken[] }): ReactElement {
  const length = word.reduce((sum, [part]) => sum + part.length, 0);
  if (length <= MAX_UNBROKEN_LENGTH) return <span className="code__short">{colouredTokens(word)}</span>;
  return (
    <span className="code__word">
      {breakableParts(word).map((piece, cut) => (
        <span key={cut} className="code__piece">
          {colouredTokens(piece)}
        </span>
      ))}
    </span>
  );
}

function colouredTokens(tokens: readonly CodeToken[]): ReactElement[] {
  return tokens.map(([part, role], at) => (
    <span key={at} style={{ color: `var(--role-${role})` }}>
      {part}
    </span>
  ));
}

/** Splits a word where it may break: after a slash or a dot, as in addresses. */
function breakableParts(word: readonly CodeToken[]): readonly (readonly CodeToken[])[] {
  const pieces: CodeToken[][] = [[]];
  for (const [text, role] of word) {
    const parts = text.split(/(?<=[/.])(?=[^/.])/u);
    parts.forEach((part, index) => (index === 0 ? pieces.at(-1)?.push([part, role]) : pieces.push([[part, role]])));
  }
  return pieces;
}

/** Regroups tokens into words and the spaces between them. */
function groupIntoWords(tokens: readonly CodeToken[]): readonly (readonly CodeToken[])[] {
  const words: CodeToken[][] = [];
  let open = false;
  for (const [text, role] of tokens) {
    const parts = text.split(/(\s+)/u).filter((part) => part !== '');
    for (const part of parts) {
      const space = part.trim() === '';
      const last = words.at(-1);
      if (last && open && !space) last.push([part, role]);
      else words.push([[part, role]]);
      open = !space;
    }
  }
  return words;
}
