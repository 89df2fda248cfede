import { animateValue, cubicBezier, useMotionValue, type MotionValue } from 'framer-motion';
import { useLayoutEffect } from 'react';

/** What comes in arrives softly; what goes away speeds up, so that it is gone before it can be seen through. */
const EASE_IN = cubicBezier(0.16, 1, 0.3, 1);
const EASE_AWAY = cubicBezier(0.6, 0, 0.9, 0.2);

interface Entrance {
  /** Whether it moves, or stands where it will stand. */
  readonly moving: boolean;
  /** In milliseconds. */
  readonly duration: number;
  /** @default 0 */
  readonly delay?: number;
  /** Where it starts and where it ends, from 0 (away) to 1 (there). */
  readonly from: number;
  readonly to: number;
}

/**
 * How far something has come in, from 0 to 1. It decorates a change that has already happened: as soon as `moving` ends,
 * for whatever reason, it stands at its end.
 */
export function useEntrance({ moving, duration, delay = 0, from, to }: Entrance): MotionValue<number> {
  const progress = useMotionValue(moving ? from : to);
  useLayoutEffect(() => {
    if (!moving) {
      progress.jump(to);
      return;
    }
    progress.jump(from);
    const animation = animateValue({ keyframes: [from, to], duration, delay, ease: to > from ? EASE_IN : EASE_AWAY, onUpdate: (value: number) => progress.set(value) });
    return () => animation.stop();
  }, [progress, moving, duration, delay, from, to]);
  return progress;
}
