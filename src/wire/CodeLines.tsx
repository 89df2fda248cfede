import type { ReactElement } from 'react';
import type { Code, CodeToken } from '../core/story';
import { LongText } from './LongText';

interface CodeLinesProps {
  readonly code: Code;
  /** Words in it that are secrets. */
  readonly secrets?: readonly string[] | undefined;
}

/** A line's tokens without its indentation, which a line that wraps must not break behind. */
function unindented(tokens: readonly CodeToken[], indent: number): readonly CodeToken[] {
  let left = indent;
  return tokens.flatMap(([part, role]) => {
    const cut = Math.min(left, part.length);
    left -= cut;
    return cut === part.length ? [] : [[part.slice(cut), role] as const];
  });
}

/** Coloured code that wraps where it must, each line below where it begins. */
export function CodeLines({ code, secrets }: CodeLinesProps): ReactElement {
  return (
    <pre className="lines">
      <code>
        {code.lines.map((tokens, index) => {
          const text = tokens.map(([part]) => part).join('');
          const indent = text.length - text.trimStart().length;
          return (
            <span key={index} className="lines__line" style={{ paddingLeft: `${indent + 2}ch` }}>
              {unindented(tokens, indent).map(([part, role], at) => (
                <span key={at} style={{ color: `var(--role-${role})` }}>
                  <LongText text={part} secrets={secrets} />
                </span>
              ))}
              {'\n'}
            </span>
          );
        })}
      </code>
    </pre>
  );
}
