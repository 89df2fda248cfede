import type { RecordedColour, RecordedStyle } from '../../core/terminal/timedRun';
import { cellsOf, type SeenCell, type Span } from './screenHistory';

/** Text in one style that is visible at the same times. */
export interface TextRun {
  readonly column: number;
  /** In cells. */
  readonly width: number;
  readonly text: string;
  readonly style: RecordedStyle;
  readonly background: RecordedColour | undefined;
  readonly spans: readonly Span[];
}

/** A background that is visible at the same times. */
export interface FillRun extends Pick<TextRun, 'column' | 'width' | 'spans'> {
  readonly colour: RecordedColour;
}

/** Empty cells between two parts of one run, which it crosses as spaces. */
const MAX_GAP = 2;

/** Groups the cells of a line. Each text for which `isAlone` is true gets a run of its own. */
export function groupCells(
  cells: readonly SeenCell[],
  isAlone: (text: string) => boolean,
): { readonly texts: readonly TextRun[]; readonly fills: readonly FillRun[] } {
  const byTiming = new Map<string, SeenCell[]>();
  for (const cell of cells) {
    const key = cell.spans.join(' ');
    byTiming.set(key, [...(byTiming.get(key) ?? []), cell]);
  }
  const groups = [...byTiming.values()].map((group) => group.toSorted((a, b) => a.column - b.column));
  const byPlace = (a: Pick<TextRun, 'column' | 'spans'>, b: Pick<TextRun, 'column' | 'spans'>): number =>
    a.column - b.column || (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0);
  return {
    texts: groups.flatMap((group) => textRuns(group, isAlone)).toSorted(byPlace),
    fills: groups.flatMap(fillRuns).toSorted(byPlace),
  };
}

function textRuns(cells: readonly SeenCell[], isAlone: (text: string) => boolean): TextRun[] {
  const runs: TextRun[] = [];
  let joinable: string | undefined;
  for (const { column, text, style = {}, spans } of cells) {
    const { bg: background, ...textStyle } = style;
    const isLined = style.underline === true || style.strike === true;
    if (text === ' ' && !isLined) continue;
    const key = isAlone(text) ? undefined : JSON.stringify(style.fg?.startsWith('#') ? style : textStyle);
    const last = runs.at(-1);
    const gap = last ? column - last.column - last.width : 0;
    if (last && key !== undefined && key === joinable && gap >= 0 && gap <= (isLined ? 0 : MAX_GAP)) {
      runs[runs.length - 1] = { ...last, text: last.text + ' '.repeat(gap) + text, width: column + cellsOf(text) - last.column };
    } else runs.push({ column, width: cellsOf(text), text, style: textStyle, background, spans });
    joinable = key;
  }
  return runs;
}

function fillRuns(cells: readonly SeenCell[]): FillRun[] {
  const runs: FillRun[] = [];
  for (const { column, text, style, spans } of cells) {
    const colour = style?.bg;
    if (colour === undefined) continue;
    const last = runs.at(-1);
    if (last?.colour === colour && last.column + last.width === column) {
      runs[runs.length - 1] = { ...last, width: last.width + cellsOf(text) };
    } else runs.push({ column, width: cellsOf(text), colour, spans });
  }
  return runs;
}
