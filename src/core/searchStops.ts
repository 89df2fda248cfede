import { matchesStopNumber } from './stopList';
import { parseStopNumber } from './stopNumber';
import { maxOf } from './maxOf';
import type { Stop, Timeline } from './timeline';

/** A part of a text, and whether it matches. */
export type TextSegment = readonly [text: string, found: boolean];

export interface SearchHit {
  readonly stop: Stop;
  readonly title: readonly TextSegment[];
  readonly scene: readonly TextSegment[];
  /** The line that matches best; undefined if the titles contain all words. */
  readonly excerpt: readonly TextSegment[] | undefined;
}

/** A stop with its text folded once, for searching on every key press. */
export interface SearchEntry {
  readonly stop: Stop;
  /** Folded, most important first: title, scene title, scene's address, text on screen. */
  readonly searchableFields: readonly string[];
  /** Lines for excerpts: the address and the text on screen, original and folded. */
  readonly lines: readonly (readonly [text: string, folded: string])[];
}

/** Maximum length of an excerpt. */
const MAX_EXCERPT_CHARACTERS = 120;
/** Length of the text before the first match of a shortened excerpt. */
const CONTEXT_CHARACTERS = 30;

export function buildSearchIndex(timeline: Timeline): readonly SearchEntry[] {
  return timeline.stops.map((stop) => {
    const address = `#/${stop.scene.id}`;
    const lines = [address, ...stop.textLines].map((text) => [text, foldText(text)] as const);
    const words = lines.map(([, folded]) => folded).join('\n');
    return { stop, searchableFields: [foldText(stop.source.title), foldText(stop.scene.title), foldText(address), words], lines };
  });
}

/**
 * Returns the stops that match `query`, best first. `5.3` is the third step of scene 5, `5` the whole scene; words must all occur, in
 * any order, ignoring case and accents. An empty query matches every stop. Never throws.
 */
export function searchStops(entries: readonly SearchEntry[], query: string): readonly SearchHit[] {
  const words = searchTerms(query);
  const name = parseStopNumber(query);
  const numbered = entries.filter(({ stop }) => matchesStopNumber(stop, name));
  const ranked = entries
    .filter((entry) => !numbered.includes(entry))
    .map((entry) => ({ entry, rank: rankEntry(entry, words) }))
    .filter(({ rank }) => rank !== undefined)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ entry }) => entry);
  return [...numbered, ...ranked].map((entry) => toSearchHit(entry, words));
}

/** Returns a rank, lower is better: first by the worst rank of a word, then by the sum of all. Undefined if a word is missing. */
function rankEntry({ searchableFields }: SearchEntry, words: readonly string[]): number | undefined {
  let [worst, sum] = [0, 0];
  for (const word of words) {
    const place = searchableFields.findIndex((text) => text.includes(word));
    if (place < 0) return undefined;
    const rank = place * 2 + (startsWord(searchableFields[place] ?? '', word) ? 0 : 1);
    worst = Math.max(worst, rank);
    sum += rank;
  }
  return worst + sum / (1 + sum);
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  return false;
}

function toSearchHit({ stop, searchableFields: [title = '', scene = ''], lines }: SearchEntry, words: readonly string[]): SearchHit {
  const missing = words.filter((word) => !title.includes(word) && !scene.includes(word));
  const counts = missing.length > 0 ? lines.map(([, line]) => words.filter((word) => line.includes(word)).length) : [];
  const best = maxOf(counts, 0);
  const line = best > 0 ? lines[counts.indexOf(best)]?.[0] : undefined;
  return {
    stop,
    title: splitAtMatches(stop.source.title, words),
    scene: splitAtMatches(stop.scene.title, words),
    excerpt: line === undefined ? undefined : shortenExcerpt(splitAtMatches(line, words)),
  };
}

function searchTerms(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Removes case, accents and compatibility forms. */
function foldText(text: string): string {
  return text.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll('ς', 'σ');
}

/** Splits `text` into matching and other segments. */
function splitAtMatches(text: string, words: readonly string[]): readonly TextSegment[] {
  // Folding may lengthen a letter (ﬁ) and drop an accent: `from` and `to` map each folded unit to its range in `text`.
  const from: number[] = [];
  const to: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const unit = foldText(letter);
    const end = at + letter.length;
    if (unit === '') for (let back = to.length - 1; back >= 0 && to[back] === at; back -= 1) to[back] = end;
    for (let index = 0; index < unit.length; index += 1) {
      from.push(at);
      to.push(end);
    }
    folded += unit;
    at = end;
  }
  const found = Array.from({ length: text.length }, () => false);
  for (const word of words)
    for (let hit = folded.indexOf(word); hit >= 0; hit = folded.indexOf(word, hit + word.length))
      found.fill(true, from[hit], to[hit + word.length - 1]);
  return mergeSegments(text, found);
}

function mergeSegments(text: string, found: readonly boolean[]): readonly TextSegment[] {
  const list: [string, boolean][] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = list.at(-1);
    if (last && last[1] === found[at]) last[0] += text[at];
    else list.push([text[at] ?? '', found[at] ?? false]);
  }
  return list;
}

/** Shortens a line to the surroundings of its first match, at a space if possible. */
function shortenExcerpt(line: readonly TextSegment[]): readonly TextSegment[] {
  const first = line[0];
  const trimmed = [...line];
  if (first && !first[1] && first[0].length > CONTEXT_CHARACTERS * 2) {
    const tail = Array.from(first[0]).slice(-CONTEXT_CHARACTERS).join('');
    trimmed[0] = [`…${tail.slice(tail.indexOf(' ') + 1)}`, false];
  }
  let left = MAX_EXCERPT_CHARACTERS;
  return trimmed.flatMap(([text, found]): TextSegment[] => {
    if (left <= 0) return [];
    const letters = Array.from(text);
    const fits = letters.length <= left;
    const shown = letters.slice(0, left).join('');
    left -= letters.length;
    return [[fits ? shown : `${shown}…`, found]];
  });
}
