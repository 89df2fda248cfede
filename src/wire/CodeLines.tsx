import type { CSSProperties, ReactElement } from 'react';
import { lineComments, repeatedMarkerCss, splitTokens } from '../core/lineComments';
import type { HighlightedCode, CodeToken } from '../core/story';
import { CollapsibleText } from './CollapsibleText';

interface CodeLinesProps {
  readonly code: HighlightedCode;
  /** Secret values in the code. */
  readonly secrets?: readonly string[] | undefined;
}

/** Highlighted code. Long lines wrap with a hanging indent. */
export function CodeLines({ code, secrets }: CodeLinesProps): ReactElement {
  const comments = lineComments(code.lines);
  const renderTokens = (tokens: readonly CodeToken[]): ReactElement[] =>
    tokens.map(([part, role], at) => (
      <span key={at} style={{ color: `var(--role-${role})` }}>
        <CollapsibleText text={part} secrets={secrets} />
      </span>
    ));
  return (
    <pre className="lines">
      <code>
        {code.lines.map((tokens, index) => {
          const text = tokens.map(([part]) => part).join('');
          const indent = text.length - text.trimStart().length;
          const comment = comments[index];
          const [before, commentTokens] = splitTokens(tokens, comment?.at ?? text.length);
          // Drops the indentation, because the line could break after it.
          const [, codeTokens] = splitTokens(before, indent);
          const hangingIndent = comment?.at === indent ? indent : indent + 2;
          const commentStyle = comment && {
            '--marker': `${comment.marker.length}ch`,
            '--marker-rows': repeatedMarkerCss(comment.marker, text.length),
          };
          return (
            <span
              key={index}
              className="lines__line"
              style={{ paddingLeft: `${hangingIndent}ch`, textIndent: `${indent - hangingIndent}ch` }}
            >
              {renderTokens(codeTokens)}
              {commentStyle && (
                <span className="lines__comment" style={commentStyle as CSSProperties}>
                  <span>{renderTokens(commentTokens)}</span>
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
