import { useEffect, type RefObject } from 'react';
import { clamp } from '../../core/clamp';
import type { Pane } from './scene';

/** Cells of the monospaced font are this much of its size wide. */
const CELL_RATIO = 0.6;

/** Pixels of a line and of a page, in which some browsers count the turns of a wheel. */
const WHEEL_UNITS: readonly number[] = [1, 40, 600];

/**
 * Scrolls a pane by wheel and touch, within the rows that are drawn, until another step is shown: `--hand-x` and `--hand-y` are how far it
 * is from the step's own place. Without React, as typing is (ADR 023).
 *
 * @param columns Cells of the longest line.
 */
export function useHandScroll(content: RefObject<HTMLElement | null>, pane: Pane, columns: number): void {
  useEffect(() => {
    const element = content.current;
    const box = element?.parentElement;
    if (!element || !box) return;
    let [x, y] = [0, 0];
    const scrollBy = (dx: number, dy: number): void => {
      const style = getComputedStyle(element);
      const lengthOf = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
      const [left, top] = [lengthOf('--scroll-x'), lengthOf('--scroll-y')];
      const first = Number.parseFloat(style.getPropertyValue('--first')) * Number.parseFloat(style.lineHeight);
      const room = element.querySelector('.editor__line')?.clientWidth ?? 0;
      const width = (columns + 1) * CELL_RATIO * Number.parseFloat(style.fontSize);
      y = clamp(y + dy, Math.min(0, first - top), Math.max(0, element.offsetHeight - box.clientHeight - top));
      x = clamp(x + dx, -left, Math.max(0, width - room - left));
      element.style.setProperty('--hand-x', `${x}px`);
      element.style.setProperty('--hand-y', `${y}px`);
    };
    const controller = new AbortController();
    const options = { passive: true, signal: controller.signal };
    const onWheel = ({ deltaX, deltaY, deltaMode, shiftKey }: WheelEvent): void => {
      const unit = WHEEL_UNITS[deltaMode] ?? 1;
      // With the shift key a wheel turns sideways; some browsers say so themselves.
      if (shiftKey && deltaX === 0) scrollBy(deltaY * unit, 0);
      else scrollBy(deltaX * unit, deltaY * unit);
    };
    let touchedAt: number | undefined;
    box.addEventListener('wheel', onWheel, options);
    box.addEventListener('touchstart', ({ touches }) => (touchedAt = touches[0]?.clientY), options);
    // Sideways, a finger goes to another step.
    box.addEventListener(
      'touchmove',
      ({ touches: [touch] }) => {
        if (touch && touchedAt !== undefined) scrollBy(0, touchedAt - touch.clientY);
        touchedAt = touch?.clientY;
      },
      options,
    );
    return () => {
      controller.abort();
      for (const name of ['--hand-x', '--hand-y']) element.style.removeProperty(name);
    };
  }, [content, pane, columns]);
}
