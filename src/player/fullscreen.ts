/** Lets Esc close what lies on top before it leaves full screen, where the browser has such a lock (Chromium). */
interface WithKeyboardLock {
  readonly keyboard?: { lock(keys: readonly string[]): Promise<void> };
}

/** Enters full screen, where the browser allows it. */
export async function enterFullscreen(): Promise<void> {
  if (document.fullscreenElement) return;
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
    await (navigator as WithKeyboardLock).keyboard?.lock(['Escape']);
  } catch {
    // Refused: an iframe without permission, an iPhone. The talk goes on in the window it has.
  }
}

/** Leaves full screen, if the page is in it. */
export async function leaveFullscreen(): Promise<void> {
  // It may have left by itself in the meantime.
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
}

/** Enters or leaves full screen. */
export async function toggleFullscreen(): Promise<void> {
  if (document.fullscreenElement) await leaveFullscreen();
  else await enterFullscreen();
}
