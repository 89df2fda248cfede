import type { LineComment } from '../lineComments';
import { runsWidth, type Isolate, type TimedRun, type Row, type TextStyle } from './timedRun';
import { splitGraphemes, isWide, textWidth } from './width';
import { CLOSING_PUNCTUATION, OPENING_PUNCTUATION } from './splitWords';

interface Cluster {
  readonly char: string;
  readonly style: TextStyle;
  readonly at: number;
  readonly isolate: Isolate | undefined;
}

/**
 * Wraps `pieces` into rows of at most `width` cells, between words or beside wide characters; a longer word is cut. Rows after the
 * first are indented by `hang` cells; those that continue `comment` start with its marker.
 */
export function wrapRuns(pieces: readonly TimedRun[], width: number, hang: number, comment?: LineComment): readonly Row[] {
  if (runsWidth(pieces) <= width) return [pieces];
  const clusters = pieces.flatMap(({ text, style, at, isolate }) =>
    splitGraphemes(text).map((char): Cluster => ({ char, style, at, isolate })),
  );
  const marker = comment?.marker ?? '';
  const commentStart = comment
    ? splitGraphemes(
        pieces
          .map(({ text }) => text)
          .join('')
          .slice(0, comment.at),
      ).length
    : clusters.length;
  const indent = Math.min(hang, Math.max(0, width - 8 - textWidth(marker)));
  const rows: Row[] = [];
  let start = 0;
  while (start < clusters.length) {
    const repeatedMarker = start > commentStart ? marker : '';
    const room = Math.max(2, rows.length === 0 ? width : width - indent - textWidth(repeatedMarker));
    const end = lastThatFits(clusters, start, room);
    const best = end === clusters.length ? end : breakBefore(clusters, start, end);
    // A marker never ends a row.
    const rowEnd = start < commentStart && best > commentStart && best <= commentStart + marker.length ? commentStart : best;
    const row = clusters.slice(start, trimEnd(clusters, start, rowEnd));
    const markerClusters = repeatedMarker === '' ? [] : [{ ...clusters[commentStart]!, char: repeatedMarker, at: row[0]?.at ?? 0 }];
    rows.push(toRow([...markerClusters, ...row], rows.length === 0 ? 0 : indent));
    start = rowEnd;
    while (start < clusters.length && clusters[start]?.char === ' ') start += 1;
  }
  return rows;
}

function lastThatFits(clusters: readonly Cluster[], start: number, room: number): number {
  let used = 0;
  let end = start;
  while (end < clusters.length) {
    used += textWidth(clusters[end]!.char);
    if (used > room) break;
    end += 1;
  }
  return end;
}

/** Returns the last break opportunity up to `end`, or `end` if there is none. */
function breakBefore(clusters: readonly Cluster[], start: number, end: number): number {
  for (let at = end; at > start; at -= 1) {
    const before = clusters[at - 1]!.char;
    const after = clusters[at]!.char;
    if (after === ' ' && clusters.slice(start, at).some(({ char }) => char !== ' ')) return at;
    if (before === ' ' && clusters.slice(start, at).some(({ char }) => char !== ' ')) return at;
    if ((isWide(before) || isWide(after)) && !CLOSING_PUNCTUATION.has(after) && !OPENING_PUNCTUATION.has(before)) return at;
  }
  return end;
}

function trimEnd(clusters: readonly Cluster[], start: number, end: number): number {
  let last = end;
  while (last > start && clusters[last - 1]?.char === ' ') last -= 1;
  return last;
}

function toRow(clusters: readonly Cluster[], indent: number): Row {
  const row: TimedRun[] = [];
  for (const { char, style, at, isolate } of clusters) {
    const last = row.at(-1);
    if (last && last.style === style && last.at === at && last.isolate === isolate)
      row[row.length - 1] = { ...last, text: last.text + char };
    else row.push({ text: char, style, at, ...(isolate && { isolate }) });
  }
  const first = row[0];
  if (indent > 0 && first) row.unshift({ text: ' '.repeat(indent), style: { role: 'text' }, at: first.at });
  return row;
}
