import type { ReactElement, ReactNode } from 'react';
import { clampedProgress, interpolate, roundToPixels, Transition, type TransitionStyle } from '../parts/Transition';
import { ITEM_MS } from './readSlide';

/** Which of the parts that come one by one are there. */
export interface Reveal {
  readonly shown: number;
  /** The first part that enters now; none if infinite. */
  readonly entering: number;
}

const rise: TransitionStyle = (progress) => ({
  opacity: clampedProgress(progress, 0, 0.8),
  translate: `0 ${roundToPixels(interpolate(progress, 20, 0))}`,
});

interface SlideItemProps {
  readonly index: number;
  readonly reveal: Reveal;
  readonly children: ReactNode;
}

/** A part that comes at its step. Before that it has its room already, so that nothing moves when it comes. */
export function SlideItem({ index, reveal, children }: SlideItemProps): ReactElement {
  const isShown = index < reveal.shown;
  return (
    <Transition
      className={isShown ? 'slide__item' : 'slide__item slide__item--later'}
      animating={isShown && index >= reveal.entering}
      duration={ITEM_MS}
      styleAt={rise}
    >
      {children}
    </Transition>
  );
}
