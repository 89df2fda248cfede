import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { loadChunk } from './loadChunk';

const SLOW_LOAD_MS = 1000;

interface LazyComponentProps<P> {
  /** While truthy, the component is loaded and rendered. After a failure, a changed value starts another attempt. */
  readonly wanted: unknown;
  /** Called when the component cannot be loaded or throws. */
  readonly onError?: () => void;
  /** Called with true after one second of loading, and with false when that loading ends. */
  readonly onSlow?: (isSlow: boolean) => void;
  /** Rendered until the component is loaded. @default nothing */
  readonly fallback?: ReactNode;
  readonly props: P;
}

/** Returns a component that loads another one when first wanted, and renders it in an error boundary. Messages show `name`. */
export function lazyComponent<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): (props: LazyComponentProps<P>) => ReactNode {
  let cached: ComponentType<P> | undefined;
  return function LazyComponent({ wanted, onError, onSlow, fallback, props }) {
    const [Loaded, setLoaded] = useState(() => cached);
    useEffect(() => {
      if (!wanted || Loaded) return undefined;
      let isCancelled = false;
      let isSlow = false;
      const timer = setTimeout(() => onSlow?.((isSlow = true)), SLOW_LOAD_MS);
      const stopTimer = (): void => {
        clearTimeout(timer);
        if (isSlow) onSlow?.((isSlow = false));
      };
      loadChunk(name, load).then(
        (module) => {
          cached = module.default;
          if (isCancelled) return;
          stopTimer();
          setLoaded(() => module.default);
        },
        () => {
          if (isCancelled) return;
          stopTimer();
          onError?.();
        },
      );
      return () => {
        isCancelled = true;
        stopTimer();
      };
      // New callbacks must not start another load.
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
