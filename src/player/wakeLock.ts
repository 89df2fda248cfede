/** What the browser says of keeping the screen awake. */
export type WakeState = 'held' | 'released' | 'refused' | 'unsupported';

/**
 * Keeps the screen awake as long as the page is in view. Browsers let go when the page is hidden, so it is asked for
 * again when it comes back. Refusals are told, never thrown. Returns the way to stop, after which nothing is held or told.
 */
export function keepAwake(tell: (state: WakeState) => void = () => {}): () => void {
  let lock: WakeLockSentinel | undefined;
  let stopped = false;
  /** A request is under way. There is never a second one: of two locks granted, one would be forgotten and held for ever. */
  let asking = false;
  /** The page came back during that request, which may fail because the page was hidden. */
  let again = false;

  const report = (state: WakeState): void => {
    if (!stopped) tell(state);
  };
  const ask = async (): Promise<void> => {
    if (stopped || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    const granted = await request();
    asking = false;
    if (stopped) letGo(granted);
    else if (granted && !granted.released) hold(granted);
    else if (again) await ask();
    else report(granted ? 'released' : 'wakeLock' in navigator ? 'refused' : 'unsupported');
  };
  const hold = (granted: WakeLockSentinel): void => {
    lock = granted;
    granted.addEventListener('release', () => report('released'), { once: true });
    report('held');
  };
  const onVisible = (): void => void ask();
  document.addEventListener('visibilitychange', onVisible);
  void ask();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', onVisible);
    letGo(lock);
  };
}

/** A lock of the browser's; undefined where it refuses or has none. */
async function request(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen');
  } catch {
    return undefined;
  }
}

function letGo(lock: WakeLockSentinel | undefined): void {
  void lock?.release().catch(() => {});
}
