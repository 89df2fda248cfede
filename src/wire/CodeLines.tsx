import type { ReactElement } from 'react';
import type { Code } from '../core/story';
import { LongText } from './LongText';

interface CodeLinesProps {
  readonly code: Code;
  /** Words in it that are secrets. */
  readonly secrets?: readonly string[] | undefined;
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
            <span key={index} className="lines__line" style={{ paddingLeft: `${indent + 2}ch`, textIndent: `-${indent + 2}ch` }}>
              {tokens.map(([part, role], at) => (
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
