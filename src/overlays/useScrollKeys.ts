import { useEffect, type RefObject } from 'react';
import { interceptKeys } from '../player/keyboard';

/** How far a key scrolls, as a fraction of the visible height. */
const SCROLL_FRACTIONS: Readonly<Record<string, number>> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
  PageDown: 0.85,
  PageUp: -0.85,
  Home: -Infinity,
  End: Infinity,
};

/** Scrolls `container` if it overflows and the key is one that scrolls. Returns whether it did. */
export function scrollByKey(container: HTMLElement | null, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const step = SCROLL_FRACTIONS[key];
  if (!container || step === undefined || ctrlKey || metaKey || altKey) return false;
  if (container.scrollHeight <= container.clientHeight + 1) return false;
  container.scrollTop = Math.max(0, Math.min(container.scrollTop + step * container.clientHeight, container.scrollHeight));
  return true;
}

/** While `container` overflows, arrow and page keys, Home and End scroll it instead of moving the stage. */
export function useScrollKeys(container: RefObject<HTMLElement | null>): void {
  useEffect(() => interceptKeys((event) => scrollByKey(container.current, event)), [container]);
}
