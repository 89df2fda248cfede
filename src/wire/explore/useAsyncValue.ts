import { useEffect, useState } from 'react';

/** What a computation came to: `null` while it runs, `undefined` where the browser has no means for it. */
export type Computed<T> = T | undefined | null;

/** What `compute` makes of `input`; of several at a time the last one counts. `compute` must stay the same function. */
export function useComputed<T>(input: string, compute: (input: string) => Promise<T | undefined>): Computed<T> {
  const [done, setDone] = useState<{ readonly input: string; readonly value: T | undefined }>();
  useEffect(() => {
    let overtaken = false;
    const take = (value: T | undefined): void => {
      if (!overtaken) setDone({ input, value });
    };
    compute(input).then(take, () => take(undefined));
    return () => {
      overtaken = true;
    };
  }, [input, compute]);
  return done?.input === input ? done.value : null;
}
