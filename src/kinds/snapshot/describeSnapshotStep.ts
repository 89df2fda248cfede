import { maxOf } from '../../core/maxOf';
import type { StepDescription } from '../../core/timeline';
import type { SnapshotScene } from './scene';

/** How long the pointer and the page move, in milliseconds. */
const MOVE_MS = 800;

/** Milliseconds that typed words stay before the stop has settled. */
const AFTER_TYPING_MS = 300;

/** Describes a step of a captured page. */
export function describeSnapshotStep({ states, steps, chrome, icon }: SnapshotScene, step: number): StepDescription {
  const current = steps[step];
  const state = states[current?.state ?? 0];
  const before = steps[step - 1];
  const isSameState = before !== undefined && before.state === current?.state;
  const moves =
    isSameState && (before.scroll !== current?.scroll || (current?.pointer !== undefined && before.pointer !== current.pointer));
  const typingMs = maxOf([0, ...(current?.typed ?? []).map(({ times }) => (times.at(-1) ?? 0) + AFTER_TYPING_MS)]);
  const isNewPage = !isSameState && state !== undefined;
  return {
    surface: 'browser',
    address: state?.address,
    chrome,
    tab: state && { title: state.title === '' ? state.address : state.title, ...(icon !== undefined && { icon }) },
    playMs: Math.max(typingMs, moves ? MOVE_MS : 0),
    textLines: [...(isNewPage && (chrome ?? 'browser') === 'browser' ? [`🔒 ${state.address}`] : []), ...(current?.lines ?? [])],
  };
}
