import { shapeArabic } from '../../bidi/shapeArabic';
import { UNPRINTABLE } from '../../core/richText';
import { uncoveredClusters, type FontFamily } from '../../fonts/coverage';
import { createFinding, type Finding, type CheckRule } from '../finding';
import { playbackLocation, type CheckInput, type StoryText, type StoryLocation } from '../checkInput';

const MAX_LISTED = 5;

/** Reports characters that look different on another machine. Control characters are rejected by the schema. */
export const charactersRule: CheckRule = {
  name: 'characters',
  check(input) {
    const visible = input.texts.filter(({ surface }) => surface === 'terminal' || surface === 'page' || surface === 'wire');
    return [...visible.flatMap(escapeCodeFindings), ...missingGlyphFindings([...visible.map(authoredText), ...recordedTexts(input)])];
  },
};

function escapeCodeFindings(text: StoryText): readonly Finding[] {
  const found = text.path.includes('json') ? UNPRINTABLE.exec(text.shown) : null;
  return found
    ? [createFinding('warning', text, `${formatCodePoints(found[0])} is shown as an escape code, as it is no text. Leave it out`)]
    : [];
}

interface DrawnText extends StoryLocation {
  readonly text: string;
  readonly font: FontFamily;
  /** When and where a recording shows it; undefined for authored text. */
  readonly recorded?: string;
}

function authoredText({ document, path, shown, surface }: StoryText): DrawnText {
  // The terminal prints Arabic letters in their joined forms.
  return surface === 'terminal'
    ? { document, path, text: shapeArabic(shown), font: 'Understudy Mono' }
    : { document, path, text: shown, font: 'Understudy Sans' };
}

// oxlint-disable-next-line no-control-regex
const ANSI_SEQUENCES = /(?:\x1b\[[\d;?]*[A-Za-z])+/gu;

/** Everything that recordings print at any moment. */
function recordedTexts({ allStops, scenes }: CheckInput): readonly DrawnText[] {
  return allStops.flatMap((stop): DrawnText[] =>
    (stop.recorded?.events ?? []).flatMap(([at, output]) => {
      const recorded = `${(at / 1000).toFixed(1)} s into stop ${stop.step + 1} of the recording`;
      return output
        .split(ANSI_SEQUENCES)
        .map((text) => ({ ...playbackLocation({ scenes }, stop), text, font: 'Understudy Mono', recorded }));
    }),
  );
}

/** Reports each missing character once: one finding per file, at the first of its missing characters. */
function missingGlyphFindings(texts: readonly DrawnText[]): readonly Finding[] {
  const reported = new Set<string>();
  const groups = new Map<string, { readonly first: DrawnText; readonly isJoined: boolean; readonly missing: string[] }>();
  for (const drawn of texts) {
    for (const cluster of uncoveredClusters(drawn.text, drawn.font)) {
      if (reported.has(cluster) || UNPRINTABLE.test(cluster)) continue;
      reported.add(cluster);
      const isJoined = JOINED_EMOJI.test(cluster);
      const key = `${isJoined} ${drawn.document.file}`;
      const group = groups.get(key) ?? { first: drawn, isJoined, missing: [] };
      group.missing.push(cluster);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ first, isJoined, missing }) => {
    const listed = missing.slice(0, MAX_LISTED).map((cluster) => `${cluster} (${formatCodePoints(cluster)})`);
    const more = missing.length > MAX_LISTED ? ` and ${missing.length - MAX_LISTED} more in this file` : '';
    const where = first.recorded === undefined ? '' : `, first shown ${first.recorded}`;
    const message = `the page’s fonts have no ${listed.join(', ')}${more}${where}: ${consequence(first, isJoined, missing)}`;
    return createFinding('warning', first, message);
  });
}

/** Emoji of several code points. */
const JOINED_EMOJI = /\p{Regional_Indicator}|\p{Extended_Pictographic}.*[\u200d\u{1f3fb}-\u{1f3ff}]/u;
const LETTERS = /^[\p{L}\p{M}\p{Cf}]+$/u;

/** Says what the audience sees instead, and what to do. */
function consequence({ recorded }: DrawnText, isJoined: boolean, missing: readonly string[]): string {
  const remedy = recorded === undefined ? 'Take another character' : 'Record again with other signs, for example another prompt or theme';
  if (isJoined) {
    const advice = recorded === undefined ? 'Take another emoji' : remedy;
    return `machines draw the parts one by one, or letters, over what stands beside. ${advice}`;
  }
  if (missing.every((cluster) => LETTERS.test(cluster)))
    return 'each machine takes letters of its own, or shows boxes. Look at it on the machine you will present with';
  return `each machine takes one of its own, or shows a box. ${remedy}`;
}

function formatCodePoints(text: string): string {
  return Array.from(text, (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
