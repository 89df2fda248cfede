import { placeWindows, windowFeatures, type Placement, type ScreenInfo } from '../core/screenPlacement';
import { enterFullscreen } from './fullscreen';

/** The Window Management API (Chromium). */
interface ScreenDetails extends EventTarget {
  readonly screens: readonly ScreenInfo[];
  readonly currentScreen: ScreenInfo;
}

interface WithScreens {
  readonly getScreenDetails?: () => Promise<ScreenDetails>;
}

/**
 * What the browser says of the screens: `unknown` if it says nothing; `one` for a single screen and for several that mirror each other;
 * `unasked` and `denied` if there are more and the page may not know which.
 */
export type Screens =
  | { readonly kind: 'unknown' | 'one' | 'unasked' | 'denied' }
  | { readonly kind: 'known'; readonly screens: readonly ScreenInfo[]; readonly placement: Placement | undefined };

/** Returns what the browser says without asking anybody. Never throws. */
export async function readScreens(): Promise<Screens> {
  const { isExtended } = screen as { isExtended?: boolean };
  if (!('getScreenDetails' in window) || isExtended === undefined || window.top !== window) return { kind: 'unknown' };
  if (!isExtended) return { kind: 'one' };
  const permission = await readPermission();
  if (permission !== 'granted') return { kind: permission === 'denied' ? 'denied' : 'unasked' };
  const details = await getDetails().catch(() => undefined);
  if (!details) return { kind: 'denied' };
  return { kind: 'known', screens: details.screens, placement: placeWindows(details.screens, details.currentScreen) };
}

/** Calls `listener` with the numbers of screens before and after a change, if the page may know them. Returns a cleanup function. */
export function watchScreens(listener: (before: number, after: number) => void): () => void {
  const controller = new AbortController();
  void readScreens().then(async ({ kind }) => {
    if (kind !== 'known' || controller.signal.aborted) return;
    const details = await getDetails();
    let count = details.screens.length;
    const onChange = (): void => {
      const before = count;
      count = details.screens.length;
      if (count !== before) listener(before, count);
    };
    details.addEventListener('screenschange', onChange, { signal: controller.signal });
  });
  return () => controller.abort();
}

/**
 * Puts the stage on one screen, full, and the speaker window on the other: `opened` if it is still open, else the one that `open` opens
 * with features of `window.open()`. The browser asks the presenter once. With one screen, or if it is not allowed, only opens the
 * speaker window. Call it in the handler of a press.
 */
export async function openOnTwoScreens(opened: Window | null, open: (features?: string) => void): Promise<void> {
  const details = await getDetails().catch(() => undefined);
  const placement = details && placeWindows(details.screens, details.currentScreen);
  if (!placement) {
    open();
    return;
  }
  // One press allows both only in this order: full screen on a named screen, then one window.
  await enterFullscreen(placement.stage);
  if (opened && !opened.closed) moveTo(opened, placement.speaker);
  open(windowFeatures(placement.speaker));
}

/** The browser may refuse to move a window that was opened as a tab. */
function moveTo(opened: Window, { availLeft, availTop, availWidth, availHeight }: ScreenInfo): void {
  try {
    opened.moveTo(availLeft, availTop);
    opened.resizeTo(availWidth, availHeight);
  } catch {
    // It stays where it is.
  }
}

async function getDetails(): Promise<ScreenDetails> {
  const { getScreenDetails } = window as WithScreens;
  if (!getScreenDetails) throw new Error('This browser has no Window Management API.');
  return getScreenDetails.call(window);
}

async function readPermission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'window-management' as PermissionName })).state;
  } catch {
    return undefined;
  }
}
