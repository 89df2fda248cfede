import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Boundary } from './ErrorBoundary';
import { loadPart } from './loadChunk';

const SLOW_MS = 1000;

interface LazyPartProps<P> {
  /** Loads and shows the part while this is truthy. After a failure another value tries again. */
  readonly wanted: unknown;
  /** Called when the part could not be loaded or drawn. */
  readonly onFail?: () => void;
  /** Called with true when it has been loading for a second, and with false once it does no more. */
  readonly onSlow?: (slow: boolean) => void;
  /** What stands here until the part does. @default nothing */
  readonly fallback?: ReactNode;
  readonly props: P;
}

/** Returns a component that loads the part when it is first wanted, and keeps its failures from the rest of the page. */
export function lazyPart<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): (props: LazyPartProps<P>) => ReactNode {
  let known: ComponentType<P> | undefined;
  return function Part({ wanted, onFail, onSlow, fallback, props }) {
    const [Loaded, setLoaded] = useState(() => known);
    useEffect(() => {
      if (!wanted || Loaded) return undefined;
      let gone = false;
      let slow = false;
      const timer = setTimeout(() => onSlow?.((slow = true)), SLOW_MS);
      const settle = (): void => {
        clearTimeout(timer);
        if (slow) onSlow?.((slow = false));
      };
      loadPart(name, load).then(
        (part) => {
          known = part.default;
          if (gone) return;
          settle();
          setLoaded(() => part.default);
        },
        () => {
          if (gone) return;
          settle();
          onFail?.();
        },
      );
      return () => {
        gone = true;
        settle();
      };
      // What else changes must not ask again.
      // oxlint-disable-next-line react/exhaustive-deps
    }, [wanted, Loaded]);
    if (!wanted) return null;
    return (
      <Boundary resetKey={wanted} {...(onFail && { onError: onFail })}>
        {Loaded ? <Loaded {...props} /> : fallback}
      </Boundary>
    );
  };
}
