import { useEffect, type RefObject } from 'react';
import { takeKeys } from '../player/keyboard';

/** How far a key scrolls, in parts of the view; Home and End go all the way. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 0.15, ArrowUp: -0.15, PageDown: 0.85, PageUp: -0.85, Home: -Infinity, End: Infinity };

/**
 * Lets the keys that mean up and down scroll a sheet too long for the screen, as they do everywhere, rather than close
 * it. A sheet that fits leaves them alone.
 */
export function useScrollKeys(sheet: RefObject<HTMLElement | null>): void {
  useEffect(
    () =>
      takeKeys(({ key, ctrlKey, metaKey, altKey, shiftKey }) => {
        const element = sheet.current;
        const step = STEPS[key];
        if (!element || step === undefined || ctrlKey || metaKey || altKey || shiftKey) return false;
        if (element.scrollHeight <= element.clientHeight + 1) return false;
        const top = element.scrollTop + step * element.clientHeight;
        element.scrollTop = Math.max(0, Math.min(top, element.scrollHeight));
        return true;
      }),
    [sheet],
  );
}
