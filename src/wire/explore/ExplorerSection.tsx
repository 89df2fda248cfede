import type { ReactElement, ReactNode } from 'react';

interface ExplorerSectionProps {
  readonly title: string;
  /** Where its values come from: worked out here and now, or beforehand. */
  readonly source: string;
  readonly children?: ReactNode;
}

/** The frame of everything that can be tried out. */
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
