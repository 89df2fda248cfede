import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { loadChunk } from './loadChunk';

const SLOW_LOAD_MS = 1000;

interface LazyComponentProps<P> {
  /** Loads and shows the part while this is truthy. After a failure another value tries again. */
  readonly wanted: unknown;
  /** Called when the part could not be loaded or drawn. */
  readonly onError?: () => void;
  /** Called with true when it has been loading for a second, and with false once it does no more. */
  readonly onSlow?: (slow: boolean) => void;
  /** What stands here until the part does. @default nothing */
  readonly fallback?: ReactNode;
  readonly props: P;
}

/** Returns a component that loads the part when it is first wanted, and keeps its failures from the rest of the page. */
export function lazyComponent<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): (props: LazyComponentProps<P>) => ReactNode {
  let cached: ComponentType<P> | undefined;
  return function LazyComponent({ wanted, onError, onSlow, fallback, props }) {
    const [Loaded, setLoaded] = useState(() => cached);
    useEffect(() => {
      if (!wanted || Loaded) return undefined;
      let cancelled = false;
      let slow = false;
      const timer = setTimeout(() => onSlow?.((slow = true)), SLOW_LOAD_MS);
      const stopTimer = (): void => {
        clearTimeout(timer);
        if (slow) onSlow?.((slow = false));
      };
      loadChunk(name, load).then(
        (part) => {
          cached = part.default;
          if (cancelled) return;
          stopTimer();
          setLoaded(() => part.default);
        },
        () => {
          if (cancelled) return;
          stopTimer();
          onError?.();
        },
      );
      return () => {
        cancelled = true;
        stopTimer();
      };
      // What else changes must not ask again.
      // oxlint-disable-next-line react/exhaustive-deps
    }, [wanted, Loaded]);
    if (!wanted) return null;
    return (
      <ErrorBoundary resetKey={wanted} {...(onError && { onError })}>
        {Loaded ? <Loaded {...props} /> : fallback}
      </ErrorBoundary>
    );
  };
}
