import type { ReactElement, ReactNode } from 'react';
import type { Stop } from '../core/timeline';
import { ErrorBoundary } from '../loading/ErrorBoundary';

interface SceneErrorBoundaryProps {
  readonly stop: Stop;
  readonly children: ReactNode;
}

/** Shows a card with the stop's text in place of a stop that throws. Another stop renders again. */
export function SceneErrorBoundary({ stop, children }: SceneErrorBoundaryProps): ReactElement {
  return (
    <ErrorBoundary
      resetKey={stop}
      renderError={(error) => (
        <div className="failed" role="alert">
          <h2>“{stop.scene.title}” cannot be shown</h2>
          <p>{error instanceof Error ? error.message : String(error)}</p>
          <ul>
            {stop.textLines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
