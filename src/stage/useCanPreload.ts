import { useEffect, useState } from 'react';
import { afterPrecache } from '../player/serviceWorker';
import { whenIdle } from '../scheduling/whenIdle';

/** Becomes true in the first idle time after the offline copy is stored, when panels may be preloaded. */
export function useCanPreload(): boolean {
  const [canPreload, setCanPreload] = useState(false);
  useEffect(() => {
    let cancelIdle = (): void => {};
    const cancel = afterPrecache(() => (cancelIdle = whenIdle(() => setCanPreload(true))));
    return () => {
      cancel();
      cancelIdle();
    };
  }, []);
  return canPreload;
}
