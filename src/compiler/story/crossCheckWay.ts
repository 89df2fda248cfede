import path from 'node:path';
import { detoursInNotes } from '../../core/notesParts';
import { closestMatch } from '../../core/closestMatch';
import { valueAt, type JsonPath } from './jsonPath';
import type { JsonDocument } from './parseJsonFile';
import type { Problem } from './problem';
import { toProblem } from './toProblem';

/** The checks of this file work on scene files that need not be valid, in the order of story.json. ADR 054 */

const isDetour = ({ value }: JsonDocument): boolean => valueAt(value, ['detour']) === true;
const stepsOf = ({ value }: JsonDocument): readonly unknown[] => {
  const steps = valueAt(value, ['steps']);
  return Array.isArray(steps) ? steps : [];
};

/**
 * Reports detours that go on from another scene, and scenes that go on in the terminal of a detour. A detour begins on an empty stage; a
 * window after one opens over what is before it on the way.
 */
export function scenesAcrossDetours(scenes: readonly JsonDocument[]): readonly Problem[] {
  return scenes.flatMap((document, at) => {
    const report = (field: string, reason: string): readonly Problem[] =>
      valueAt(document.value, [field]) === true
        ? [toProblem(document, { path: [field], found: 'true', expected: `false or nothing: ${reason}` })]
        : [];
    const before = scenes[at - 1];
    const empty = 'a detour begins on an empty stage. Let it show what it needs itself';
    if (isDetour(document)) return [...report('continues', empty), ...report('over', empty)];
    if (!before || !isDetour(before)) return [];
    return report('continues', `${path.basename(before.file)} before it is a detour. List that one at the end of "scenes" in story.json`);
  });
}

/** Returns the scenes on the way. */
export function scenesOnWay(scenes: readonly JsonDocument[]): readonly JsonDocument[] {
  return scenes.filter((document) => !isDetour(document));
}

/** Reports a story of which nothing is on the way. */
export function onlyDetours(index: JsonDocument, scenes: readonly JsonDocument[]): readonly Problem[] {
  if (scenes.length === 0 || !scenes.every(isDetour)) return [];
  return [toProblem(index, { path: ['scenes'], found: 'only detours', expected: 'at least one scene that is on the way' })];
}

/** Reports fields of scenes in panes that only scenes of the story can have: what a pane shows is told by the scene that it is part of. */
export function waysInPanes(panes: readonly JsonDocument[]): readonly Problem[] {
  const expected = 'nothing: the scene around this pane says what is left out, and whether it is a detour';
  return panes.flatMap((document) => {
    const places: JsonPath[] = [[], ...stepsOf(document).map((_, step) => ['steps', step])];
    return places.flatMap((place) =>
      ['optional', 'cuts', 'detour'].flatMap((field) => {
        const value = valueAt(document.value, [...place, field]);
        return value === undefined || value === false
          ? []
          : [toProblem(document, { path: [...place, field], found: JSON.stringify(value), expected })];
      }),
    );
  });
}

/** Reports short versions of which no stop on the way is left. */
export function emptyCuts(scenes: readonly JsonDocument[]): readonly Problem[] {
  const way = scenesOnWay(scenes);
  const names = (document: JsonDocument, place: JsonPath): readonly unknown[] => {
    const cuts = valueAt(document.value, [...place, 'cuts']);
    return Array.isArray(cuts) ? cuts : [];
  };
  const leavesOut = (document: JsonDocument, cut: unknown): boolean =>
    names(document, []).includes(cut) ||
    (stepsOf(document).length > 0 && stepsOf(document).every((_, step) => names(document, ['steps', step]).includes(cut)));
  const cuts = new Set(
    way.flatMap((document) => [...names(document, []), ...stepsOf(document).flatMap((_, at) => names(document, ['steps', at]))]),
  );
  return [...cuts].flatMap((cut) => {
    if (typeof cut !== 'string' || !way.every((document) => leavesOut(document, cut))) return [];
    const [document] = way;
    const place: JsonPath = names(document!, []).includes(cut) ? [] : ['steps', 0];
    return [
      toProblem(document!, {
        path: [...place, 'cuts', names(document!, place).indexOf(cut)],
        found: `"${cut}", which leaves out every stop on the way`,
        expected: 'a short version with at least one stop',
      }),
    ];
  });
}

/** Reports ids in double brackets in notes that are not those of detours. */
export function unknownDetours(scenes: readonly JsonDocument[], panes: readonly JsonDocument[]): readonly Problem[] {
  const idOf = ({ value }: JsonDocument): unknown => valueAt(value, ['id']);
  const detours = scenes.filter(isDetour).map((document) => String(idOf(document)));
  return [...scenes, ...panes].flatMap((document) =>
    stepsOf(document).flatMap((_, step) =>
      ['say', 'point'].flatMap((field) => {
        const notes = valueAt(document.value, ['steps', step, 'notes', field]);
        if (typeof notes !== 'string') return [];
        return detoursInNotes(notes)
          .filter((id) => !detours.includes(id))
          .map((id) => {
            const isScene = scenes.some((each) => idOf(each) === id);
            const expected = isScene
              ? 'the id of a detour. Give that scene "detour": true'
              : `the id of a detour. To show the brackets themselves, write \\\\[[${id}]]`;
            const suggestion = isScene ? undefined : closestMatch(id, detours);
            return toProblem(document, { path: ['steps', step, 'notes', field], found: `"[[${id}]]"`, expected, suggestion });
          });
      }),
    ),
  );
}
