/** What the browser says of keeping the screen awake. */
export type WakeLockState = 'held' | 'released' | 'refused' | 'unsupported';

/**
 * Keeps the screen awake as long as the page is in view. Browsers let go when the page is hidden, so it is asked for
 * again when it comes back. Refusals are told, never thrown. Returns the way to stop, after which nothing is held or told.
 */
export function holdWakeLock(onChange: (state: WakeLockState) => void = () => {}): () => void {
  let lock: WakeLockSentinel | undefined;
  let stopped = false;
  /** A request is under way. There is never a second one: of two locks granted, one would be forgotten and held for ever. */
  let isRequesting = false;
  /** The page came back during that request, which may fail because the page was hidden. */
  let shouldRetry = false;

  const report = (state: WakeLockState): void => {
    if (!stopped) onChange(state);
  };
  const acquire = async (): Promise<void> => {
    if (stopped || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    if (isRequesting) {
      shouldRetry = true;
      return;
    }
    isRequesting = true;
    shouldRetry = false;
    const granted = await requestSentinel();
    isRequesting = false;
    if (stopped) releaseSentinel(granted);
    else if (granted && !granted.released) hold(granted);
    else if (shouldRetry) await acquire();
    else report(granted ? 'released' : 'wakeLock' in navigator ? 'refused' : 'unsupported');
  };
  const hold = (granted: WakeLockSentinel): void => {
    lock = granted;
    granted.addEventListener('release', () => report('released'), { once: true });
    report('held');
  };
  const onVisible = (): void => void acquire();
  document.addEventListener('visibilitychange', onVisible);
  void acquire();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', onVisible);
    releaseSentinel(lock);
  };
}

/** A lock of the browser's; undefined where it refuses or has none. */
async function requestSentinel(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return undefined;
  }
}

function releaseSentinel(lock: WakeLockSentinel | undefined): void {
  void lock?.release().catch(() => {});
}
