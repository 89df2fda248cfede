import type { CSSProperties, ReactNode } from 'react';
import './page-container.css';

interface PageContainerProps {
  /** The kind's class, which sets colours and layout. */
  readonly className: string;
  /** Colours that come from the scene. */
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/** Root of a page in the browser window: fills its viewport and is the container of the page's size queries. */
export function PageContainer({ className, style, children }: PageContainerProps) {
  return (
    <div className="page-container">
      <div className={`page-content ${className}`} style={style}>
        {children}
      </div>
    </div>
  );
}
