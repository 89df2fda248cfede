import { clampedProgress, interpolate, roundToPixels, type TransitionStyle } from '../kinds/parts/Transition';

export const slideUp: TransitionStyle = (progress) => ({
  opacity: clampedProgress(progress, 0, 0.3),
  translate: `0 ${roundToPixels(interpolate(progress, 120, 0))}`,
});

export const fadeIn: TransitionStyle = (progress) => ({ opacity: clampedProgress(progress, 0, 0.6), translate: '0 0' });
