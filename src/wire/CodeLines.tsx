import type { CSSProperties, ReactElement } from 'react';
import { lineComments, repeatedMarkerCss, splitTokens } from '../core/lineComments';
import type { HighlightedCode, CodeToken } from '../core/story';
import { CollapsibleText } from './CollapsibleText';

interface CodeLinesProps {
  readonly code: HighlightedCode;
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
          const [before, commentTokens] = splitTokens(tokens, comment?.at ?? text.length);
          // Without its indentation, which a line that wraps must not break behind.
          const [, codeTokens] = splitTokens(before, indent);
          const hangingIndent = comment?.at === indent ? indent : indent + 2;
          return (
            <span
              key={index}
              className="lines__line"
              style={{ paddingLeft: `${hangingIndent}ch`, textIndent: `${indent - hangingIndent}ch` }}
            >
              {renderTokens(codeTokens, secrets)}
              {comment && (
                <span
                  className="lines__comment"
                  style={
                    {
                      '--marker': `${comment.marker.length}ch`,
                      '--marker-rows': repeatedMarkerCss(comment.marker, text.length),
                    } as CSSProperties
                  }
                >
                  <span>{renderTokens(commentTokens, secrets)}</span>
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

function renderTokens(tokens: readonly CodeToken[], secrets: CodeLinesProps['secrets']): ReactElement[] {
  return tokens.map(([part, role], at) => (
    <span key={at} style={{ color: `var(--role-${role})` }}>
      <CollapsibleText text={part} secrets={secrets} />
    </span>
  ));
}
