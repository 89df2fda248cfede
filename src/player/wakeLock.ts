/** What the browser says of keeping the screen awake. */
export type WakeState = 'held' | 'released' | 'refused' | 'unsupported';

/**
 * Keeps the screen awake as long as the page is in view. Browsers let go when the page is hidden, so it is asked for
 * again when it comes back. Refusals are told, never thrown. Returns the way to stop.
 */
export function keepAwake(tell: (state: WakeState) => void = () => {}): () => void {
  let lock: WakeLockSentinel | undefined;
  let stopped = false;
  const ask = async (): Promise<void> => {
    if (stopped || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    if (!('wakeLock' in navigator)) {
      tell('unsupported');
      return;
    }
    try {
      lock = await navigator.wakeLock.request('screen');
      if (stopped) {
        await lock.release();
        return;
      }
      tell('held');
      lock.addEventListener('release', () => tell('released'), { once: true });
    } catch {
      tell('refused');
    }
  };
  const onVisible = (): void => void ask();
  document.addEventListener('visibilitychange', onVisible);
  void ask();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', onVisible);
    void lock?.release().catch(() => {});
  };
}
