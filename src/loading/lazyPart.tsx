import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Boundary } from './Boundary';
import { loadPart } from './part';

interface LazyPartProps<P> {
  /** Loads and shows the part while this is truthy. After a failure another value tries again. */
  readonly wanted: unknown;
  /** Called when the part could not be loaded or drawn. */
  readonly onFail?: () => void;
  /** What stands here until the part does. @default nothing */
  readonly fallback?: ReactNode;
  readonly props: P;
}

/** Returns a component that loads the part when it is first wanted, and keeps its failures from the rest of the page. */
export function lazyPart<P extends object>(name: string, load: () => Promise<{ readonly default: ComponentType<P> }>): (props: LazyPartProps<P>) => ReactNode {
  let known: ComponentType<P> | undefined;
  return function Part({ wanted, onFail, fallback, props }) {
    const [Loaded, setLoaded] = useState(() => known);
    useEffect(() => {
      if (!wanted || Loaded) return undefined;
      let gone = false;
      loadPart(name, load).then(
        (part) => {
          known = part.default;
          if (!gone) setLoaded(() => part.default);
        },
        () => !gone && onFail?.(),
      );
      return () => {
        gone = true;
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
