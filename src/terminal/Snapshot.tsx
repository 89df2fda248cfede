import type { CSSProperties, ReactElement } from 'react';
import type { Tone } from '../core/terminal/ansi';
import type { Frame } from '../core/terminal/frame';
import type { Colour, Look, Piece, Row } from '../core/terminal/piece';

interface SnapshotProps {
  readonly frame: Frame;
  /** Whether the rows appear in their rhythm, by CSS alone, or stand at once. */
  readonly playing: boolean;
  /** Which screens it is laid out for; the style sheet hides it on others. */
  readonly shape: 'wide' | 'narrow';
  /** Rows of earlier stops it keeps; more are out of sight. @default 120 */
  readonly rows?: number;
}

/**
 * The terminal’s rows as plain elements. It stands where xterm.js cannot yet be: in the page as served, before any
 * script has run, in miniatures, and in place of a terminal that failed to load.
 */
export function Snapshot({ frame, playing, shape, rows = 120 }: SnapshotProps): ReactElement {
  const { recorded } = frame;
  return (
    <div
      className={`snapshot snapshot--${recorded ? 'recorded' : shape}${playing ? ' snapshot--playing' : ''}`}
      style={recorded && ({ '--cols': recorded.grid.cols, '--rows': recorded.grid.rows } as CSSProperties)}
    >
      <div className="snapshot__rows">
        {frame.beforeRows.slice(-rows).map((row, index) => (
          <SnapshotRow key={`old-${index}`} row={row} tone="old" at={0} />
        ))}
        {frame.rows.map((row, index) => (
          <SnapshotRow key={index} row={row} tone="fresh" at={(row[0] ?? frame.rows[index + 1]?.[0])?.at ?? 0} />
        ))}
      </div>
    </div>
  );
}

interface SnapshotRowProps {
  readonly row: Row;
  readonly tone: Tone;
  /** When its margin appears, in milliseconds: with its first words, or the next row's where it has none. */
  readonly at: number;
}

function SnapshotRow({ row, tone, at }: SnapshotRowProps): ReactElement {
  return (
    <div className={`snapshot__row snapshot__row--${tone}`} style={at > 0 ? ({ '--at': `${at}ms` } as CSSProperties) : undefined}>
      {row.map((piece, index) => (
        <span key={index} style={styleOf(piece, tone)}>
          {piece.text}
        </span>
      ))}
    </div>
  );
}

function styleOf({ style, at }: Piece, tone: Tone): CSSProperties {
  if (style.look) return { ...recordedStyle(style.look), ...(at > 0 ? { animationDelay: `${at}ms` } : {}) };
  const colour = `var(--${tone === 'fresh' ? 'role' : 'old'}-${style.role})`;
  return {
    ...(style.badge ? { background: colour, color: 'var(--ink)' } : { color: colour }),
    ...(style.bold ? { fontWeight: 700 } : {}),
    ...(tone === 'fresh' && at > 0 ? { animationDelay: `${at}ms` } : {}),
  };
}

function recordedStyle({ fg = 'text', bg, bold, italic, underline, strike }: Look): CSSProperties {
  const lines = [underline && 'underline', strike && 'line-through'].filter(Boolean).join(' ');
  return {
    color: recordedColour(fg),
    ...(bg && { background: recordedColour(bg) }),
    ...(bold && { fontWeight: 700 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(lines && { textDecoration: lines }),
  };
}

function recordedColour(colour: Colour): string {
  if (colour.startsWith('#')) return colour;
  return `var(--${colour === 'ink' || colour.startsWith('old-') ? '' : 'role-'}${colour})`;
}
