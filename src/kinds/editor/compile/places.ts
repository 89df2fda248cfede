import { expandTabs, TAB_WIDTHS } from '../../../core/expandTabs';
import { lineNumbers, linesPattern } from '../schema/source';
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
  const [from, to] = lineNumbers(numbers);
  const last = first + lines.length - 1;
  if (from >= first && to <= last && from <= to) return [from - first, to - first];
  if (from > to) report({ path, found: `lines ${numbers}`, expected: `the smaller number first: "${to}-${from}"` });
  else report({ path, found: `line ${numbers}`, expected: `lines from ${first} to ${last}, which ${name} has at this step` });
  return undefined;
}

/** Returns where words stand in a version: whole words, everywhere. Tabs may be written as such, or as the spaces that are shown. */
export function wordsIn({ lines, text: code }: Version, text: string, type: Mark['type']): readonly Words[] {
  const written = text.includes('\t') ? code.split('\n') : [];
  return lines.flatMap((units, line) => {
    const content = lineText(units);
    const raw = written[line] ?? content;
    const found: Words[] = [];
    for (let at = raw.indexOf(text); at >= 0; at = raw.indexOf(text, at + text.length)) {
      const [start, end] = [at, at + text.length].map((offset) => (raw === content ? offset : shownLength(raw.slice(0, offset))));
      found.push({ line, ...unitsBetween(units, start!, end!), type });
    }
    return found;
  });
}

function shownLength(text: string): number {
  return expandTabs([text], TAB_WIDTHS.code)[0]!.length;
}

function unitsBetween(units: Version['lines'][number], start: number, end: number): { readonly from: number; readonly to: number } {
  let length = 0;
  const ends = units.map((unit) => (length += unit.text.length));
  return { from: ends.findIndex((each) => each > start), to: ends.findIndex((each) => each >= end) + 1 };
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
