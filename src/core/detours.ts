import type { Stop, Timeline } from './stop';
import type { Story } from './story';

/** Returns the stop before `stop`; undefined at the beginning of the way or of a detour. */
export function previousStop(stops: readonly Stop[], { index, detour }: Pick<Stop, 'index' | 'detour'>): Stop | undefined {
  const stop = stops[index - 1];
  return stop?.detour === detour ? stop : undefined;
}

/** Returns the stop after `stop`; undefined at the end of the way or of a detour. */
export function nextStop({ stops }: Pick<Timeline, 'stops'>, { index, detour }: Pick<Stop, 'index' | 'detour'>): Stop | undefined {
  const stop = stops[index + 1];
  return stop?.detour === detour ? stop : undefined;
}

/** Returns the stop to which a detour returns that was not left from any: the last one on the way before its place in the story. */
export function stopBeforeDetour({ stops, wayLength }: Timeline, { place }: Stop): Stop {
  const way = stops.slice(0, wayLength);
  return (way.findLast((each) => each.place < place) ?? way[0])!;
}

/** Finds the ids in double brackets: `[[what-if-login-fails]]`, but not `\[[such]]`. */
const REFERENCE = /(?<!\\)\[\[([a-z][a-z0-9-]*)\]\]/gu;

/** Returns the ids of the detours that notes name, in order, each with its place in the text. */
function detourReferences(text: string): readonly { readonly id: string; readonly from: number; readonly to: number }[] {
  return Array.from(text.matchAll(REFERENCE), ({ 0: found, 1: id = '', index }) => ({ id, from: index, to: index + found.length }));
}

/** Returns notes with the titles of detours in place of their ids. */
export function notesText({ scenes }: Pick<Story, 'scenes'>, text: string): string {
  const titleOf = (id: string): string => scenes.find((scene) => scene.id === id)?.title ?? id;
  return text.replaceAll(REFERENCE, (_, id: string) => titleOf(id)).replaceAll('\\[[', '[[');
}

/** Returns where the detour begins that the notes of `stop` name first, or else the nearest one in the files; undefined without any. */
export function detourFrom({ story: { scenes }, stops, wayLength }: Timeline, { source, scene: here }: Stop): Stop | undefined {
  const starts = stops.slice(wayLength).filter(({ shownStep }) => shownStep === 0);
  const named = detourReferences(`${source.notes.say} ${source.notes.point}`).map(({ id }) => starts.find(({ scene }) => scene.id === id));
  // Of two that are equally near, the one that follows.
  const distance = ({ scene }: Stop): number => Math.abs(scenes.indexOf(scene) - scenes.indexOf(here));
  const nearest = starts.toSorted((a, b) => distance(a) - distance(b) || b.place - a.place)[0];
  return named.find((each) => each !== undefined) ?? nearest;
}
