import type { CSSProperties, ReactNode } from 'react';
import './page-container.css';

interface PageContainerProps {
  /** The kind's own class; its colours and layout hang on it. */
  readonly className: string;
  /** Colours that come from the scene. */
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** The ground a fake web page stands on: fills the browser's viewport and lets the page ask how many units wide it is. */
export function PageContainer({ className, style, children }: PageContainerProps) {
  return (
    <div className="page-container">
      <div className={`page-content ${className}`} style={style}>
        {children}
      </div>
    </div>
  );
}
