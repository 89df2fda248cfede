import { useLayoutEffect, type RefObject } from 'react';
import { playFrames } from '../parts/Transition';
import { MORPH_MS } from './morph';

/** What changes from frame to frame, besides the content itself, which scrolls. */
const MOVING = [
  '.editor__moved',
  '.editor__new',
  '.editor__gone',
  '.editor__message',
  '.editor__row--highlight',
  '.editor__row--added',
  '.editor__row--removed',
  '.editor__code--focus:not(.editor__code--from-focus) .editor__row--dim .editor__piece',
].join(', ');

/**
 * Moves the parts of a pane from where they were at the step before. Each frame writes `--morph`, the progress, to the parts that are
 * seen, and to no others: of a long file most lines stay outside the pane. Without React (ADR 023).
 */
export function useMorph(content: RefObject<HTMLElement | null>, animating: boolean): void {
  useLayoutEffect(() => {
    const element = content.current;
    if (!element || !animating) return;
    const parts = [element, ...seenParts(element)];
    const stop = playFrames('enter', MORPH_MS, (progress) => {
      for (const { style } of parts) style.setProperty('--morph', String(progress));
    });
    return () => {
      stop();
      for (const { style } of parts) style.removeProperty('--morph');
    };
  }, [content, animating]);
}

/** Returns the parts that are in the pane at some moment of the move. Those outside stay where they will be. */
function seenParts(content: HTMLElement): readonly HTMLElement[] {
  const computed = getComputedStyle(content);
  const row = Number.parseFloat(computed.lineHeight);
  const height = content.parentElement?.clientHeight ?? 0;
  const parts = [...content.querySelectorAll<HTMLElement>(MOVING)];
  if (Number.isNaN(row) || height === 0) return parts;
  const scroll = numberOf(computed, '--scroll-y');
  const scrollFrom = numberOf(computed, '--scroll-y-from');
  return parts.filter((part) => {
    const isGone = part.classList.contains('editor__gone');
    const top = isGone ? numberOf(part.style, '--row-at') * row : (part.closest<HTMLElement>('.editor__row') ?? part).offsetTop;
    const to = top - scroll;
    const from = top + numberOf(part.style, '--dy') * row - scrollFrom;
    // A part that comes from elsewhere may cross the pane, and so may one that stays while the content scrolls.
    return Math.min(from, top - scrollFrom, to) < height && Math.max(from, top - scrollFrom, to) > -row;
  });
}

/** Returns the number of a property, 0 without it. */
function numberOf(style: CSSStyleDeclaration, name: string): number {
  return Number.parseFloat(style.getPropertyValue(name)) || 0;
}
