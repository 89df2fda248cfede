/** The Keyboard Lock API (Chromium). With Esc locked, the key closes an overlay before it leaves full screen. */
interface WithKeyboardLock {
  readonly keyboard?: { lock(keys: readonly string[]): Promise<void> };
}

/** Enters full screen, on `screen` if one is given (Window Management API). Does nothing where the browser refuses. */
export async function enterFullscreen(screen?: object): Promise<void> {
  if (document.fullscreenElement && !screen) return;
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide', ...(screen && { screen }) });
    await (navigator as WithKeyboardLock).keyboard?.lock(['Escape']);
  } catch {
    // Refused: an iframe without permission, or an iPhone.
  }
}

export async function leaveFullscreen(): Promise<void> {
  // Rejects when the page has already left full screen.
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
}

export async function toggleFullscreen(): Promise<void> {
  if (document.fullscreenElement) await leaveFullscreen();
  else await enterFullscreen();
}
