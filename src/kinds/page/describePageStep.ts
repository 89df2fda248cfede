import { maxOf } from '../../core/maxOf';
import type { StepDescription } from '../../core/timeline';
import type { PageScene } from './scene';

/** How long what changed stands out, in milliseconds. */
const CHANGE_MS = 900;

/** How long a part springs into place, in milliseconds. */
export const SPRING_MS = 500;

/** Milliseconds that a typed field stays before the stop has settled. */
const AFTER_TYPING_MS = 300;

/** The part that is a picture. */
const IMAGE = 'image';

/** Describes a step of a page made of parts. */
export function describePageStep(scene: PageScene, step: number): StepDescription {
  const { address, leave, look, steps } = scene;
  const { lines = [], typed = {}, added, changed, pointer, scroll, springs } = steps[step] ?? {};
  const typingMs = maxOf([0, ...Object.values(typed).map((times) => (times.at(-1) ?? 0) + AFTER_TYPING_MS)]);
  const scrolls = scroll !== steps[step - 1]?.scroll;
  const moves = step > 0 && (scrolls || (added ?? changed ?? pointer) !== undefined);
  return {
    surface: 'browser',
    address,
    leave,
    chrome: look.chrome,
    tab: look.tab === undefined ? undefined : { title: look.tab, icon: look.icon },
    playMs: Math.max(typingMs, moves ? CHANGE_MS : 0, springs ? SPRING_MS : 0),
    images: imagesAt(scene, step),
    textLines: [...(step === 0 && address !== undefined && (look.chrome ?? 'browser') === 'browser' ? [`🔒 ${address}`] : []), ...lines],
  };
}

/** Returns the addresses of the pictures on the page at a step. */
function imagesAt({ parts, steps }: PageScene, step: number): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!('part' in value)) return Object.values(value).forEach(visit);
    const part = parts[value.part as number];
    if (part?.type === IMAGE) found.push(String(part['src']));
    visit(part);
  };
  visit(steps[step]?.root);
  return found;
}
