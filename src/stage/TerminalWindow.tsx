import type { ReactElement, ReactNode } from 'react';
import { Prose } from '../kinds/parts/BidiText';
import './windows.css';

interface TerminalWindowProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The three lights every window has. */
export function Lights(): ReactElement {
  return (
    <span className="lights" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

/** The window the terminal lives in, from the first stop to the last. */
export function TerminalWindow({ title, children }: TerminalWindowProps): ReactElement {
  return (
    <section className="window window--terminal" aria-label={title}>
      <header className="window__bar">
        <Lights />
        <span className="window__title">
          <Prose text={title} />
        </span>
      </header>
      <div className="window__body">{children}</div>
    </section>
  );
}
