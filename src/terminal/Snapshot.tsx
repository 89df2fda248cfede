import { memo, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import type { OutputAge } from '../core/terminal/ansi';
import type { TerminalLayout } from '../core/terminal/terminalLayout';
import { splitGraphemes, textWidth } from '../core/terminal/width';
import type { RecordedColour, RecordedStyle, TimedRun, Row } from '../core/terminal/timedRun';
import { MIN_ROWS } from './grid';

interface SnapshotProps {
  readonly layout: TerminalLayout;
  /** Whether CSS animations reveal the rows at their times; otherwise all are visible at once. */
  readonly playing: boolean;
  /** The screens it is laid out for; the style sheet hides it on others. */
  readonly shape: 'wide' | 'narrow';
  /** Number of rows of earlier stops to render. @default 120 */
  readonly maxPreviousRows?: number;
}

/** The terminal's rows as plain elements: for the served page, thumbnails, the handout, and a terminal that failed to load. */
export const Snapshot = memo(({ layout, playing, shape, maxPreviousRows = 120 }: SnapshotProps): ReactElement => {
  const { recorded } = layout;
  return (
    <div className={`snapshot snapshot--${recorded ? 'recorded' : shape}${playing ? ' snapshot--playing' : ''}`} style={sizeOf(layout)}>
      <div className="snapshot__rows">
        {layout.previousRows.slice(-maxPreviousRows).map((row, index) => (
          <SnapshotRow key={`old-${index}`} row={row} tone="previous" at={0} />
        ))}
        {layout.rows.map((row, index) => (
          <SnapshotRow key={index} row={row} tone="new" at={(row[0] ?? layout.rows[index + 1]?.[0])?.at ?? 0} />
        ))}
      </div>
    </div>
  );
});

/** Returns the size of what is shown, in cells, for style sheets. */
function sizeOf({ recorded, rows }: TerminalLayout): CSSProperties {
  const size = recorded ? { '--cols': recorded.grid.cols, '--rows': recorded.grid.rows } : { '--rows': Math.max(MIN_ROWS, rows.length) };
  return size as CSSProperties;
}

interface SnapshotRowProps {
  readonly row: Row;
  readonly tone: OutputAge;
  /** Time at which the row's margin appears, in milliseconds: that of its first run, or of the next row's if it has no run. */
  readonly at: number;
}

function SnapshotRow({ row, tone, at }: SnapshotRowProps): ReactElement {
  return (
    <div className={`snapshot__row snapshot__row--${tone}`} style={at > 0 ? ({ '--at': `${at}ms` } as CSSProperties) : undefined}>
      {row.some(({ column }) => column !== undefined) ? (
        <>
          <span className="sr-only">{row.map(({ logicalText, text }) => logicalText ?? text).join('')}</span>
          <span aria-hidden="true">{renderRuns(inColumnOrder(row), tone)}</span>
        </>
      ) : (
        renderRuns(row, tone)
      )}
    </div>
  );
}

/** Returns the runs from left to right, with spaces for empty cells between them. */
function inColumnOrder(row: Row): Row {
  let end = 0;
  return row
    .toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0))
    .flatMap((run) => {
      const { column = end, text } = run;
      const gap = column - end;
      end = column + textWidth(text);
      return gap > 0 ? [{ text: ' '.repeat(gap), style: { role: 'text' }, at: 0 }, run] : [run];
    });
}

function renderRuns(row: Row, tone: OutputAge): ReactElement[] {
  return row.map((run, index) => (
    <span key={index} style={styleOf(run, tone)}>
      {inCells(run.text)}
    </span>
  ));
}

/** Returns `text` with a box around each cluster that a font may draw wider or narrower than its cells. */
function inCells(text: string): ReactNode {
  const isUneven = UNEVEN_SCRIPTS.test(text);
  if (!isUneven && !MULTI_GLYPH.test(text)) return text;
  return splitGraphemes(text).map((cluster, at) =>
    isUneven || MULTI_GLYPH.test(cluster) ? (
      <i key={at} className="snapshot__cell" style={{ width: `${textWidth(cluster)}ch` }}>
        {cluster}
      </i>
    ) : (
      cluster
    ),
  );
}

/**
 * Characters that a font may draw as several glyphs, and characters that the bundled fonts lack, whose widths browsers may round
 * differently: marks, emoji, other letters, symbols, Hangul.
 */
const MULTI_GLYPH =
  /[\p{M}\p{EPres}\p{RI}\u0370-\u058F\u1100-\u11FF\u2070-\u218F\u2200-\u24FF\u2600-\u2BFF\uAC00-\uF8FF\u{1F000}-\u{10FFFF}]/u;

/** Scripts without a monospaced font on many machines: Hebrew, Arabic, and the scripts of India and of Southeast Asia. */
const UNEVEN_SCRIPTS = /[\u0590-\u10FF\u1200-\u1CFF\uA800-\uABFF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{11FFF}\u{1E800}-\u{1EFFF}]/u;

function styleOf({ style, at }: TimedRun, tone: OutputAge): CSSProperties {
  const delay = at > 0 && { animationDelay: `${at}ms` };
  if (style.recordedStyle) return { ...recordedStyle(style.recordedStyle), ...delay };
  const colour = `var(--${tone === 'new' ? 'role' : 'old'}-${style.role})`;
  return {
    ...(style.badge ? { background: colour, color: 'var(--ink)' } : { color: colour }),
    ...(style.bold && { fontWeight: 700 }),
    ...(tone === 'new' && delay),
  };
}

function recordedStyle({ fg = 'text', bg, bold, italic, underline, strike }: RecordedStyle): CSSProperties {
  const lines = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return {
    color: recordedColour(fg),
    ...(bg && { background: recordedColour(bg) }),
    ...(bold && { fontWeight: 700 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(lines && { textDecoration: lines }),
  };
}

function recordedColour(colour: RecordedColour): string {
  if (colour.startsWith('#')) return colour;
  return `var(--${colour === 'ink' || colour.startsWith('old-') ? '' : 'role-'}${colour})`;
}
