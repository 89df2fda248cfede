import { shape } from '../../bidi/shapeArabic';
import { UNPRINTABLE } from '../../core/richText';
import type { Path } from '../../compiler/story/jsonPath';
import type { Document } from '../../compiler/story/parseJsonFile';
import { finding, type Finding, type Rule } from '../finding';
import { missingGlyphs } from '../glyphs';
import { playedOf, type Subject, type Text } from '../checkInput';

/** Missing characters that are named; a text in another script has no use for a list of hundreds. */
const NAMED = 5;

/** Characters that look different on another machine. The schema keeps those out that are no text. */
export const characters: Rule = {
  name: 'characters',
  about:
    'Characters and joined emoji none of the page’s own fonts has, those of recordings included, or that JSON on stage shows as codes (warning).',
  check(subject) {
    const shown = subject.texts.filter(({ surface }) => surface === 'terminal' || surface === 'page' || surface === 'wire');
    return [...shown.flatMap(escaped), ...withoutGlyphs([...shown.map(writtenPlace), ...recordedPlaces(subject)])];
  },
};

function escaped({ document, path, shown }: Text): readonly Finding[] {
  const found = path.includes('json') ? UNPRINTABLE.exec(shown) : null;
  return found
    ? [finding('warning', document, path, `${codesOf(found[0])} is shown as an escape code, as it is no text. Leave it out`)]
    : [];
}

/** A text, where it stands, and where the room sees it. */
interface Place {
  readonly document: Document;
  readonly path: Path;
  readonly text: string;
  readonly surface: 'terminal' | 'page';
  /** When and where a recording shows it; undefined for what an author writes. */
  readonly recorded?: string;
}

function writtenPlace({ document, path, shown, surface }: Text): Place {
  // The terminal has Arabic letters in their joined forms.
  return surface === 'terminal' ? { document, path, text: shape(shown), surface } : { document, path, text: shown, surface: 'page' };
}

/** Terminal output of ours between texts. */
// oxlint-disable-next-line no-control-regex
const SEQUENCES = /(?:\x1b\[[\d;?]*[A-Za-z])+/gu;

/** What recordings print, at every moment. */
function recordedPlaces({ timeline, scenes }: Subject): readonly Place[] {
  return timeline.stops.flatMap((stop): Place[] =>
    (stop.recorded?.events ?? []).flatMap(([at, output]) => {
      const recorded = `${(at / 1000).toFixed(1)} s into stop ${stop.step + 1} of the recording`;
      return output.split(SEQUENCES).map((text) => ({ ...playedOf({ scenes }, stop), text, surface: 'terminal', recorded }));
    }),
  );
}

/** Every missing character once; those of a file in one finding, where the first of them stands. */
function withoutGlyphs(places: readonly Place[]): readonly Finding[] {
  const told = new Set<string>();
  const groups = new Map<string, { readonly first: Place; readonly isJoined: boolean; readonly missing: string[] }>();
  for (const place of places) {
    for (const cluster of missingGlyphs(place.text, place.surface)) {
      if (told.has(cluster) || UNPRINTABLE.test(cluster)) continue;
      told.add(cluster);
      const isJoined = JOINED_EMOJI.test(cluster);
      const key = `${isJoined} ${place.document.file}`;
      const group = groups.get(key) ?? { first: place, isJoined, missing: [] };
      group.missing.push(cluster);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ first, isJoined, missing }) => {
    const named = missing
      .slice(0, NAMED)
      .map((cluster) => `${cluster} (${codesOf(cluster)})`)
      .join(', ');
    const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more in this file` : '';
    const where = first.recorded === undefined ? '' : `, first shown ${first.recorded}`;
    return finding(
      'warning',
      first.document,
      first.path,
      `the page’s fonts have no ${named}${more}${where}: ${consequence(first, isJoined, missing)}`,
    );
  });
}

/** Emoji that are made of several characters. */
const JOINED_EMOJI = /\p{Regional_Indicator}|\p{Extended_Pictographic}.*[\u200d\u{1f3fb}-\u{1f3ff}]/u;
const LETTERS = /^[\p{L}\p{M}\p{Cf}]+$/u;

/** What the room sees instead, and what to do. */
function consequence({ recorded }: Place, isJoined: boolean, missing: readonly string[]): string {
  const remedy = recorded === undefined ? 'Take another character' : 'Record again with other signs, for example another prompt or theme';
  if (isJoined)
    return `machines draw the parts one by one, or letters, over what stands beside. ${recorded === undefined ? 'Take another emoji' : remedy}`;
  if (missing.every((cluster) => LETTERS.test(cluster)))
    return 'each machine takes letters of its own, or shows boxes. Look at it on the machine you will present with';
  return `each machine takes one of its own, or shows a box. ${remedy}`;
}

function codesOf(text: string): string {
  return Array.from(text, (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
