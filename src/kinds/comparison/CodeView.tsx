import type { CSSProperties, ReactElement } from 'react';
import type { Code, CodeToken } from '../../core/story';

/** Coloured code. A line that is too long wraps, and hangs below where its words begin. */
export function CodeView({ code }: { readonly code: Code }): ReactElement {
  return (
    <figure className="code">
      {code.label !== undefined && <figcaption className="code__label">{code.label}</figcaption>}
      <pre className="code__lines">
        <code>
          {code.lines.map((tokens, index) => (
            <CodeLine key={index} tokens={tokens} />
          ))}
        </code>
      </pre>
    </figure>
  );
}

function CodeLine({ tokens }: { readonly tokens: readonly CodeToken[] }): ReactElement {
  const text = tokens.map(([part]) => part).join('');
  const indent = text.length - text.trimStart().length;
  return (
    <span className="code__line" style={{ '--indent': `${indent}ch` } as CSSProperties}>
      {wordsOf(tokens).map((word, index) =>
        word[0]?.[0].trim() === '' ? (
          word[0][0]
        ) : (
          <span key={index} className="code__word">
            {word.flatMap(([part, role], at) =>
              piecesOf(part, role).map((piece, cut) => (
                <span key={`${at}.${cut}`} className="code__piece" style={{ color: `var(--role-${role})` }}>
                  {piece}
                </span>
              )),
            )}
          </span>
        ),
      )}
      {'\n'}
    </span>
  );
}

/** Where a word may break if it must: behind a slash or a dot, as addresses do. Comments break at their spaces. */
function piecesOf(text: string, role: CodeToken[1]): readonly string[] {
  return role === 'comment' ? [text] : text.split(/(?<=[/.])(?=[^/.])/u);
}

/** Tokens regrouped into words and the spaces between them, so that a line breaks at spaces only; a comment stays in one piece if it can. */
function wordsOf(tokens: readonly CodeToken[]): readonly (readonly CodeToken[])[] {
  const words: CodeToken[][] = [];
  let open = false;
  for (const [text, role] of tokens) {
    const parts = role === 'comment' ? [text] : text.split(/(\s+)/u).filter((part) => part !== '');
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
