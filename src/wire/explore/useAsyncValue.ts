import { useEffect, useState } from 'react';

/** The result of a computation: `null` while it runs, `undefined` if the browser cannot compute it. */
export type AsyncValue<T> = T | undefined | null;

/** Returns the result of `compute(input)`, ignoring results for earlier inputs. `compute` must be the same function in each render. */
export function useAsyncValue<T>(input: string, compute: (input: string) => Promise<T | undefined>): AsyncValue<T> {
  const [result, setResult] = useState<{ readonly input: string; readonly value: T | undefined }>();
  useEffect(() => {
    let isStale = false;
    const store = (value: T | undefined): void => {
      if (!isStale) setResult({ input, value });
    };
    compute(input).then(store, () => store(undefined));
    return () => {
      isStale = true;
    };
  }, [input, compute]);
  return result?.input === input ? result.value : null;
}
