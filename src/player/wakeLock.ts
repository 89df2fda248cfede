export type WakeLockState = 'held' | 'released' | 'refused' | 'unsupported';

/**
 * Keeps the screen awake while the page is visible. Browsers release the lock when the page is hidden, so it is requested
 * again when the page is visible. Reports refusals to `onChange` and never throws. Returns a cleanup function.
 */
export function holdWakeLock(onChange: (state: WakeLockState) => void = () => {}): () => void {
  let lock: WakeLockSentinel | undefined;
  let isStopped = false;
  /** Whether a request is pending. A second request could be granted a second lock, which nothing would release. */
  let isRequesting = false;
  /** Set when the page becomes visible during a request, which may fail because the page was hidden. */
  let shouldRetry = false;

  const report = (state: WakeLockState): void => {
    if (!isStopped) onChange(state);
  };
  const acquire = async (): Promise<void> => {
    if (isStopped || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    if (isRequesting) {
      shouldRetry = true;
      return;
    }
    isRequesting = true;
    shouldRetry = false;
    const granted = await requestSentinel();
    isRequesting = false;
    if (isStopped) releaseSentinel(granted);
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
    isStopped = true;
    document.removeEventListener('visibilitychange', onVisible);
    releaseSentinel(lock);
  };
}

/** Resolves to undefined where the browser refuses or has no wake lock. */
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
