import { Fragment, type CSSProperties, type ReactElement } from 'react';
import type { CodeToken } from '../../core/story';
import { BidiText } from '../parts/BidiText';
import type { PartRoot } from './PageContext';
import { Parts } from './Parts';
import type { PartReference } from './schema/part';
import './code-lines.css';

export interface CodeFields {
  readonly label?: string | undefined;
  readonly lines: readonly (readonly CodeToken[])[];
  readonly comments?: readonly { readonly line: number; readonly parts: readonly PartReference[] }[] | undefined;
}

interface CodeLinesProps {
  readonly root: PartRoot;
  readonly fields: CodeFields;
  /** The sign of each line of a diff. */
  readonly signs?: readonly string[];
  readonly numbered?: boolean;
}

const SIGN_NAMES: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place', ' ': 'same' };

/** Code of a page, line by line, with comments below lines. */
export function CodeLines({ root, fields: { label, lines, comments = [] }, signs, numbered = false }: CodeLinesProps): ReactElement {
  return (
    <figure {...root}>
      {label !== undefined && (
        <figcaption className="part-source__label">
          <BidiText text={label} />
        </figcaption>
      )}
      <div className="part-source__lines" dir="ltr">
        {lines.map((tokens, index) => (
          <Fragment key={index}>
            <div className={`part-source__line${signs ? ` part-source__line--${SIGN_NAMES[signs[index] ?? ' ']}` : ''}`}>
              {(numbered || signs) && <span className="part-source__gutter">{signs ? signs[index]?.replace('@', ' ') : index + 1}</span>}
              <code className="part-source__code" style={{ '--indent': `${indentOf(tokens)}ch` } as CSSProperties}>
                {tokens.map(([text, role], at) => (
                  <span key={at} className={`code-${role}`}>
                    {text}
                  </span>
                ))}
                {'\n'}
              </code>
            </div>
            {comments
              .filter(({ line }) => line === index + 1)
              .map(({ parts }, at) => (
                <div key={at} className="part-source__comments">
                  <Parts of={parts} />
                </div>
              ))}
          </Fragment>
        ))}
      </div>
    </figure>
  );
}

/** Returns the spaces at the start of a line; a line that wraps goes on below them. */
function indentOf(tokens: readonly CodeToken[]): number {
  const text = tokens.map(([part]) => part).join('');
  return text.length - text.trimStart().length;
}
