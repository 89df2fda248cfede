import type { ReactElement } from 'react';
import type { Severity } from './scene';

const SHAPES: Readonly<Record<Severity, string>> = {
  error: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M5.5 5.5l5 5m0-5-5 5',
  warning: 'M8 2 15 14H1ZM8 6.5v3.5m0 1.4v1.2',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 7.5V11m0-6.4v1.2',
};

/** The sign of a problem. With `label`, assistive technology reads it. */
export function SeverityIcon({ severity, label }: { readonly severity: Severity; readonly label?: string }): ReactElement {
  return (
    <svg
      className="editor__icon"
      viewBox="0 0 16 16"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={SHAPES[severity]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
