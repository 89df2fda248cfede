import { maxOf } from '../../core/maxOf';
import type { StepDescription } from '../../core/timeline';
import type { PageScene } from './scene';

/** How long what changed stands out, in milliseconds. */
const CHANGE_MS = 900;

/** Milliseconds that a typed field stays before the stop has settled. */
const AFTER_TYPING_MS = 300;

/** Describes a step of a page made of parts. */
export function describePageStep(scene: PageScene, step: number): StepDescription {
  const { address, leave, look, steps } = scene;
  const { lines = [], typed = {}, added, changed, pointer } = steps[step] ?? {};
  const typingMs = maxOf([0, ...Object.values(typed).map((times) => (times.at(-1) ?? 0) + AFTER_TYPING_MS)]);
  const moves = step > 0 && (added ?? changed ?? pointer) !== undefined;
  return {
    surface: 'browser',
    address,
    leave,
    chrome: look.chrome,
    tab: look.tab === undefined ? undefined : { title: look.tab, icon: look.icon },
    playMs: Math.max(typingMs, moves ? CHANGE_MS : 0),
    textLines: [...(step === 0 && address !== undefined && look.chrome === 'browser' ? [`🔒 ${address}`] : []), ...lines],
  };
}
