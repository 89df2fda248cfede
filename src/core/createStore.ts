/** A value that can be observed, with the methods React's `useSyncExternalStore` takes. */
export interface Store<T> {
  readonly getState: () => T;
  /** Replaces the state and calls every listener synchronously. Does nothing if `next` is the current state (`Object.is`). */
  readonly setState: (next: T) => void;
  /** Calls `listener` after each change. Returns a function that unsubscribes. */
  readonly subscribe: (listener: (state: T) => void) => () => void;
}

/** ADR 028 */
export function createStore<T>(initialState: T): Store<T> {
  let state = initialState;
  const listeners = new Set<(state: T) => void>();
  return {
    getState: () => state,
    setState: (next) => {
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener(state);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
