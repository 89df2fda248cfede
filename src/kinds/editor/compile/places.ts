import { linesPattern } from '../schema/source';
import type { Place } from '../schema/step';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { Mark } from '../scene';
import type { Version } from './files';
import { reportMissing } from './foldSteps';
import { lineText } from './tokens';

/** Units of a line, from the first to the one after the last. */
export interface Words {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly type: Mark['type'];
}

/** Lines of a version, both included, from 0. */
export type Lines = readonly [from: number, to: number];

/** Returns the lines with these numbers; reports numbers that the version has not. */
export function linesAt(
  numbers: string,
  { lines, first }: Version,
  path: ScenePath,
  name: string,
  { report }: Pick<CompileContext, 'report'>,
): Lines | undefined {
  const [from = 0, to = from] = numbers.split('-').map(Number);
  const last = first + lines.length - 1;
  if (from >= first && to <= last && from <= to) return [from - first, to - first];
  report({ path, found: `line ${numbers}`, expected: `lines from ${first} to ${last}, which ${name} has at this step` });
  return undefined;
}

/** Returns where words stand in a version: whole words, wherever they stand. */
export function wordsIn({ lines }: Version, text: string, type: Mark['type']): readonly Words[] {
  return lines.flatMap((units, line) => {
    const content = lineText(units);
    const found: Words[] = [];
    for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + text.length)) {
      const ends = units.reduce<readonly number[]>((list, unit) => [...list, (list.at(-1) ?? 0) + unit.text.length], []);
      found.push({ line, from: ends.findIndex((end) => end > at), to: ends.findIndex((end) => end >= at + text.length) + 1, type });
    }
    return found;
  });
}

export interface FoundPlaces {
  readonly lines: readonly Lines[];
  readonly words: readonly Words[];
}

/** Returns the lines and words that a list of places names in a version; reports those that are not there. */
export function findPlaces(
  places: readonly Place[],
  version: Version,
  path: ScenePath,
  name: string,
  context: Pick<CompileContext, 'report'>,
): FoundPlaces {
  const lines: Lines[] = [];
  let words: readonly Words[] = [];
  for (const [index, place] of places.entries()) {
    if (typeof place === 'number' || linesPattern.test(place)) {
      const found = linesAt(String(place), version, [...path, index], name, context);
      if (found) lines.push(found);
    } else {
      const found = wordsIn(version, place, 'highlight');
      if (found.length === 0) reportMissing(place, version.text, [...path, index], name, context);
      words = words.concat(found);
    }
  }
  return { lines, words };
}
