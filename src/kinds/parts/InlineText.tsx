import { createElement, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { isRightToLeft } from '../../core/direction';
import { plainText, type InlineRun, type InlineText as Inline } from '../../core/inlineText';
import { BidiText } from './BidiText';
import './inline-text.css';

const ELEMENTS = { strong: 'strong', emphasis: 'em', strike: 's' } as const;

/** A text of the story with emphasis, code and links. Any script reads right, as in {@link BidiText}. */
export function InlineText({ text }: { readonly text: Inline }): ReactElement {
  return <>{renderRuns(text, isRightToLeft(plainText(text)))}</>;
}

function renderRuns(text: Inline, rightToLeft: boolean): ReactNode {
  // Each run keeps its place while the text stands.
  return text.map((run, index) => <Run key={index} run={run} rightToLeft={rightToLeft} />);
}

function Run({ run, rightToLeft }: { readonly run: InlineRun; readonly rightToLeft: boolean }): ReactElement {
  if (typeof run === 'string') return <BidiText text={run} rightToLeft={rightToLeft} />;
  if (run.style === 'code') {
    const code = plainText(run.text);
    return (
      <code className="inline-code" dir={isRightToLeft(code) ? 'auto' : 'ltr'}>
        {code}
      </code>
    );
  }
  const inner = renderRuns(run.text, rightToLeft);
  if (run.style !== 'link') return createElement(ELEMENTS[run.style], null, inner);
  return (
    <a className="inline-link" href={run.href} target="_blank" rel="noopener noreferrer" onClick={leaveLink}>
      {inner}
    </a>
  );
}

/** Takes the focus from a link, so that Enter goes on with the story after it was opened. */
export function leaveLink({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.blur();
}
