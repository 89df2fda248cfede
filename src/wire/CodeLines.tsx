import type { CSSProperties, ReactElement } from 'react';
import { lineComments, markerRows, splitTokens } from '../core/lineComments';
import type { Code, CodeToken } from '../core/story';
import { LongText } from './CollapsibleText';

interface CodeLinesProps {
  readonly code: Code;
  /** Words in it that are secrets. */
  readonly secrets?: readonly string[] | undefined;
}

/** Coloured code that wraps where it must, each line below where it begins. */
export function CodeLines({ code, secrets }: CodeLinesProps): ReactElement {
  const comments = lineComments(code.lines);
  return (
    <pre className="lines">
      <code>
        {code.lines.map((tokens, index) => {
          const text = tokens.map(([part]) => part).join('');
          const indent = text.length - text.trimStart().length;
          const comment = comments[index];
          const [before, after] = splitTokens(tokens, comment?.at ?? text.length);
          // Without its indentation, which a line that wraps must not break behind.
          const [, words] = splitTokens(before, indent);
          const hang = comment?.at === indent ? indent : indent + 2;
          return (
            <span key={index} className="lines__line" style={{ paddingLeft: `${hang}ch`, textIndent: `${indent - hang}ch` }}>
              {colour(words, secrets)}
              {comment && (
                <span
                  className="lines__comment"
                  style={
                    { '--marker': `${comment.marker.length}ch`, '--marker-rows': markerRows(comment.marker, text.length) } as CSSProperties
                  }
                >
                  <span>{colour(after, secrets)}</span>
                </span>
              )}
              {'\n'}
            </span>
          );
        })}
      </code>
    </pre>
  );
}

function colour(tokens: readonly CodeToken[], secrets: CodeLinesProps['secrets']): ReactElement[] {
  return tokens.map(([part, role], at) => (
    <span key={at} style={{ color: `var(--role-${role})` }}>
      <LongText text={part} secrets={secrets} />
    </span>
  ));
}
