import { useLayoutEffect, type RefObject } from 'react';

interface ScrollPositionProps {
  readonly content: RefObject<HTMLElement | null>;
  /** Key of the part that the page is scrolled to; undefined at its top. */
  readonly target: string | undefined;
  /** Position of the step in the scene: what changes there may move the part. */
  readonly step: number;
  readonly isSettled: boolean;
}

/** Scrolls a page so that a part is in sight. Moves smoothly only while the stop plays. Renders nothing. */
export function ScrollPosition({ content, target, step, isSettled }: ScrollPositionProps): null {
  useLayoutEffect(() => scrollToPart(content.current, target, isSettled), [content, target, step, isSettled]);
  return null;
}

function scrollToPart(content: HTMLElement | null, key: string | undefined, isSettled: boolean): void {
  const box = content?.closest('.scroll');
  if (!content || !box) return;
  const part = key === undefined ? null : content.querySelector(`[data-key="${key}"]`);
  // The bar of the site stays at the top, over the page.
  const bar = content.parentElement?.querySelector<HTMLElement>(':scope > .part-nav');
  const margin = (bar?.offsetHeight ?? 0) + box.clientHeight * 0.05;
  const top = part ? box.scrollTop + part.getBoundingClientRect().top - box.getBoundingClientRect().top - margin : 0;
  box.scrollTo({ top: Math.max(0, top), behavior: isSettled ? 'instant' : 'smooth' });
}
