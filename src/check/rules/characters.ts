import { shapeArabic } from '../../bidi/shapeArabic';
import { UNPRINTABLE } from '../../core/richText';
import type { JsonPath } from '../../compiler/story/jsonPath';
import type { JsonDocument } from '../../compiler/story/parseJsonFile';
import { createFinding, type Finding, type CheckRule } from '../finding';
import { missingGlyphs } from '../glyphs';
import { playbackLocation, type CheckInput, type StoryText } from '../checkInput';

/** Missing characters that are named; a text in another script has no use for a list of hundreds. */
const MAX_LISTED = 5;

/** Characters that look different on another machine. The schema keeps those out that are no text. */
export const charactersRule: CheckRule = {
  name: 'characters',
  description:
    'Characters and joined emoji none of the page’s own fonts has, those of recordings included, or that JSON on stage shows as codes (warning).',
  check(subject) {
    const shown = subject.texts.filter(({ surface }) => surface === 'terminal' || surface === 'page' || surface === 'wire');
    return [...shown.flatMap(escapeCodeFindings), ...missingGlyphFindings([...shown.map(authoredText), ...recordedTexts(subject)])];
  },
};

function escapeCodeFindings({ document, path, shown }: StoryText): readonly Finding[] {
  const found = path.includes('json') ? UNPRINTABLE.exec(shown) : null;
  return found
    ? [createFinding('warning', document, path, `${formatCodePoints(found[0])} is shown as an escape code, as it is no text. Leave it out`)]
    : [];
}

/** A text, where it stands, and where the room sees it. */
interface ShownText {
  readonly document: JsonDocument;
  readonly path: JsonPath;
  readonly text: string;
  readonly surface: 'terminal' | 'page';
  /** When and where a recording shows it; undefined for what an author writes. */
  readonly recorded?: string;
}

function authoredText({ document, path, shown, surface }: StoryText): ShownText {
  // The terminal has Arabic letters in their joined forms.
  return surface === 'terminal' ? { document, path, text: shapeArabic(shown), surface } : { document, path, text: shown, surface: 'page' };
}

/** Terminal output of ours between texts. */
// oxlint-disable-next-line no-control-regex
const ANSI_SEQUENCES = /(?:\x1b\[[\d;?]*[A-Za-z])+/gu;

/** What recordings print, at every moment. */
function recordedTexts({ timeline, scenes }: CheckInput): readonly ShownText[] {
  return timeline.stops.flatMap((stop): ShownText[] =>
    (stop.recorded?.events ?? []).flatMap(([at, output]) => {
      const recorded = `${(at / 1000).toFixed(1)} s into stop ${stop.step + 1} of the recording`;
      return output.split(ANSI_SEQUENCES).map((text) => ({ ...playbackLocation({ scenes }, stop), text, surface: 'terminal', recorded }));
    }),
  );
}

/** Every missing character once; those of a file in one finding, where the first of them stands. */
function missingGlyphFindings(places: readonly ShownText[]): readonly Finding[] {
  const reported = new Set<string>();
  const groups = new Map<string, { readonly first: ShownText; readonly isJoined: boolean; readonly missing: string[] }>();
  for (const place of places) {
    for (const cluster of missingGlyphs(place.text, place.surface)) {
      if (reported.has(cluster) || UNPRINTABLE.test(cluster)) continue;
      reported.add(cluster);
      const isJoined = JOINED_EMOJI.test(cluster);
      const key = `${isJoined} ${place.document.file}`;
      const group = groups.get(key) ?? { first: place, isJoined, missing: [] };
      group.missing.push(cluster);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ first, isJoined, missing }) => {
    const named = missing
      .slice(0, MAX_LISTED)
      .map((cluster) => `${cluster} (${formatCodePoints(cluster)})`)
      .join(', ');
    const more = missing.length > MAX_LISTED ? ` and ${missing.length - MAX_LISTED} more in this file` : '';
    const where = first.recorded === undefined ? '' : `, first shown ${first.recorded}`;
    return createFinding(
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
function consequence({ recorded }: ShownText, isJoined: boolean, missing: readonly string[]): string {
  const remedy = recorded === undefined ? 'Take another character' : 'Record again with other signs, for example another prompt or theme';
  if (isJoined)
    return `machines draw the parts one by one, or letters, over what stands beside. ${recorded === undefined ? 'Take another emoji' : remedy}`;
  if (missing.every((cluster) => LETTERS.test(cluster)))
    return 'each machine takes letters of its own, or shows boxes. Look at it on the machine you will present with';
  return `each machine takes one of its own, or shows a box. ${remedy}`;
}

function formatCodePoints(text: string): string {
  return Array.from(text, (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
