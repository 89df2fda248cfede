import { useEffect, useState } from 'react';

/** How long the page waits where the browser cannot tell that it has time, in milliseconds. */
const PATIENCE_MS = 2000;

/** Whether the page has stood for a while with nothing to do: the time to load what may be asked for. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const wake = (): void => setIdle(true);
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(wake, PATIENCE_MS);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(wake);
    return () => cancelIdleCallback(request);
  }, []);
  return idle;
}
