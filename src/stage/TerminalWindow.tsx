import type { ReactElement, ReactNode } from 'react';
import { BidiText } from '../kinds/parts/BidiText';
import './windows.css';

interface TerminalWindowProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function TrafficLights(): ReactElement {
  return (
    <span className="traffic-lights" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

/** The window that contains the terminal and the boards. */
export function TerminalWindow({ title, children }: TerminalWindowProps): ReactElement {
  return (
    <section className="window window--terminal" aria-label={title}>
      <header className="window__bar">
        <TrafficLights />
        <span className="window__title">
          <BidiText text={title} />
        </span>
      </header>
      <div className="window__body">{children}</div>
    </section>
  );
}
