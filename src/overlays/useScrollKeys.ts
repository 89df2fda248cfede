import { useEffect, type RefObject } from 'react';
import { takeKeys } from '../player/keyboard';

/** How far a key scrolls, in parts of the view; Home and End go all the way. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
  PageDown: 0.85,
  PageUp: -0.85,
  Home: -Infinity,
  End: Infinity,
};

/** Scrolls `sheet` if it is longer than the screen and the key says so. Returns whether it did. */
export function scrollWith(sheet: HTMLElement | null, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const step = STEPS[key];
  if (!sheet || step === undefined || ctrlKey || metaKey || altKey) return false;
  if (sheet.scrollHeight <= sheet.clientHeight + 1) return false;
  sheet.scrollTop = Math.max(0, Math.min(sheet.scrollTop + step * sheet.clientHeight, sheet.scrollHeight));
  return true;
}

/**
 * Lets the keys that mean up and down scroll a sheet too long for the screen, as they do everywhere, rather than close
 * it. A sheet that fits leaves them alone.
 */
export function useScrollKeys(sheet: RefObject<HTMLElement | null>): void {
  useEffect(() => takeKeys((event) => scrollWith(sheet.current, event)), [sheet]);
}
