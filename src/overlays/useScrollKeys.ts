import { useEffect, type RefObject } from 'react';
import { interceptKeys } from '../player/keyboard';

/** How far a key scrolls, in parts of the view; Home and End go all the way. */
const SCROLL_FRACTIONS: Readonly<Record<string, number>> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
  PageDown: 0.85,
  PageUp: -0.85,
  Home: -Infinity,
  End: Infinity,
};

/** Scrolls `sheet` if it is longer than the screen and the key says so. Returns whether it did. */
export function scrollByKey(container: HTMLElement | null, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const step = SCROLL_FRACTIONS[key];
  if (!container || step === undefined || ctrlKey || metaKey || altKey) return false;
  if (container.scrollHeight <= container.clientHeight + 1) return false;
  container.scrollTop = Math.max(0, Math.min(container.scrollTop + step * container.clientHeight, container.scrollHeight));
  return true;
}

/**
 * Lets the keys that mean up and down scroll a sheet too long for the screen, as they do everywhere, rather than close
 * it. A sheet that fits leaves them alone.
 */
export function useScrollKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => interceptKeys((event) => scrollByKey(container.current, event)), [container]);
}
