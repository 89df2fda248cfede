import type { ReactElement } from 'react';

/** Covers a page that is being left, so that it cannot be used, and says why. */
export function LeavingOverlay({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="leaving" role="status">
      <span className="leaving__spinner" aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}
