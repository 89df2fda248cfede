import { useEffect, useState } from 'react';

/** What a computation came to: `null` while it runs, `undefined` where the browser has no means for it. */
export type AsyncValue<T> = T | undefined | null;

/** What `compute` makes of `input`; of several at a time the last one counts. `compute` must stay the same function. */
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
