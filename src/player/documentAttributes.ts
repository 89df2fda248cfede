import { stopAt, type Timeline } from '../core/timeline';
import { isSettled, type Player, type PlayerState } from './player';

/**
 * Returns the attributes of `<html>` that tell tests, exports and embedding pages the position. `data-stops` counts the stops on the
 * way; those of detours have the numbers after it.
 */
export function documentAttributes(timeline: Timeline, stop: number, settled: boolean): Record<string, string> {
  return {
    'data-stop': String(stop),
    'data-stops': String(timeline.wayLength),
    'data-scene': String(stopAt(timeline, stop).sceneIndex + 1),
    'data-state': settled ? 'settled' : 'playing',
  };
}

/** Updates the attributes of `root` synchronously with the state. Returns a cleanup function. */
export function bindDocumentAttributes(player: Player, root: HTMLElement): () => void {
  const write = (state: PlayerState): void => {
    const attributes = documentAttributes(state.timeline, state.position.stop, isSettled(state));
    for (const [name, value] of Object.entries(attributes)) if (root.getAttribute(name) !== value) root.setAttribute(name, value);
    root.dataset['motion'] = state.motion ? 'on' : 'off';
  };
  write(player.getState());
  return player.subscribe(write);
}
