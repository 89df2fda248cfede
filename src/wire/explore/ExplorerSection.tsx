import type { ReactElement, ReactNode } from 'react';

interface ExplorerSectionProps {
  readonly title: string;
  /** Where the values come from: computed in the browser, or by the build. */
  readonly source: string;
  readonly children?: ReactNode;
}

export function ExplorerSection({ title, source, children }: ExplorerSectionProps): ReactElement {
  return (
    <section className="explore" aria-label={title}>
      <header className="explore__head">
        <h3>{title}</h3>
        <small>{source}</small>
      </header>
      {children}
    </section>
  );
}
