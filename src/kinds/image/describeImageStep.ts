import type { StepDescription } from '../../core/timeline';
import type { ImageScene, ImageStep } from './scene';

/** Milliseconds of a move to another part of the picture, and of the entrance of what is on it. */
export const MOVE_MS = 800;
export const APPEAR_MS = 300;

/** Whether a step shows another part than the step before, or another part of the second picture. */
export function moves(step: ImageStep | undefined, before: ImageStep | undefined): boolean {
  if (!step || !before) return false;
  return JSON.stringify([step.view, step.scale]) !== JSON.stringify([before.view, before.scale]) || sliderOf(step) !== sliderOf(before);
}

/** Where the slider stands, in percent; without a second picture at the right edge. */
export function sliderOf({ compare }: ImageStep): number {
  return compare?.position ?? 100;
}

/** Whether a callout or spot of a step did not stand at the step before. */
export function isNew(list: 'callouts' | 'spots', each: unknown, before: ImageStep | undefined): boolean {
  return !before?.[list].some((other) => JSON.stringify(other) === JSON.stringify(each));
}

/** Describes a step of a picture. */
export function describeImageStep({ address, chrome, tab, image, steps }: ImageScene, step: number): StepDescription {
  const current = steps[step];
  const before = steps[step - 1];
  const { callouts = [], spots = [], compare } = current ?? {};
  const newCallouts = callouts.filter((each) => isNew('callouts', each, before));
  const newSpots = spots.flatMap((each, index) => (isNew('spots', each, before) ? [`${index + 1}. ${each.text}`] : []));
  const appearing = newCallouts.length + newSpots.length > 0 ? APPEAR_MS : 0;
  return {
    surface: 'browser',
    address,
    chrome,
    tab,
    images: [image.src, ...(compare ? [compare.src] : [])],
    playMs: (moves(current, before) ? MOVE_MS : 0) + appearing,
    textLines: [
      ...(step === 0 && address !== undefined && chrome === 'browser' ? [`🔒 ${address}`] : []),
      ...(step === 0 ? [image.alt] : []),
      ...(compare && compare.alt !== before?.compare?.alt ? [compare.alt] : []),
      ...newCallouts.map(({ text }) => text),
      ...newSpots,
    ],
  };
}
