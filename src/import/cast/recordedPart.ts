import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { Piece } from './pieces';
import { placesOf } from './places';
import { ofWidth, type Replacement } from './replacements';
import { SessionScreen, textOfCells } from './sessionScreen';

/** The longest time that a stop of a recording plays, in seconds; `check` reports 20. */
const MAX_STOP_S = 16;
/** A pause that a stop may end with. */
const MIN_BREAK_S = 0.3;

interface RecordedStop {
  /** In seconds. */
  readonly at: number;
  /** The label of the marker that it begins with. */
  readonly label: string | undefined;
}

/** A part of a recording that is kept as it is. */
export interface RecordedPart {
  /** The text of a file: an asciicast of version 2. */
  readonly cast: string;
  /** Its stops, the first of which begins at 0. */
  readonly stops: readonly RecordedStop[];
  /** The names of variables whose values it shows. */
  readonly replaced: ReadonlySet<string>;
}

/** Sequences and controls, or a character that is printed. */
// oxlint-disable-next-line no-control-regex
const TOKEN = /(\u001b(?:\[[\d;?<>=! ]*[@-~]|[\]P_X^][^]*?(?:\u0007|\u001b\\|$)|[()][^]|[^])|[\u0000-\u001f\u007f])|[^]/gu;

/** What moves the cursor, other than back over a character. */
// oxlint-disable-next-line no-control-regex
const MOVE = /^(?:[\r\n\t]|\u001b\[[\d;]*[A-HSTdf]|\u001b[78DEM])$/u;

/**
 * Returns a part of a recording with other names on its screens. Pauses are cut to `maxPause` seconds. Undefined if a name would still be
 * on a screen: a program may draw it in pieces.
 */
export async function recordPart(
  pieces: readonly Piece[],
  grid: TerminalSize,
  plan: readonly Replacement[],
  maxPause: number,
): Promise<RecordedPart | undefined> {
  const { cleaned, replaced } = replaceOnScreen(withoutSounds(pieces), plan);
  const texts = await textsOnScreen(cleaned, grid);
  if (plan.some(({ old, value }) => old !== value && texts.some((text) => placesOf(text, old).length > 0))) return undefined;
  const events: (readonly [number, string, string])[] = [];
  const stops: [RecordedStop, ...RecordedStop[]] = [{ at: 0, label: undefined }];
  let [now, last] = [0, cleaned[0]?.time ?? 0];
  for (const piece of cleaned) {
    const gap = Math.min(piece.time - last, maxPause);
    last = piece.time;
    if (now - stops.at(-1)!.at > MAX_STOP_S - maxPause && gap >= MIN_BREAK_S) stops.push({ at: round(now + gap), label: undefined });
    now += gap;
    if (piece.type === 'output') events.push([round(now), 'o', piece.data]);
    else if (piece.type === 'resize') events.push([round(now), 'r', `${piece.grid.cols}x${piece.grid.rows}`]);
    else if (piece.label !== '') {
      // A marker where a stop begins already names that stop.
      if (stops.at(-1)!.at >= round(now)) stops.pop();
      stops.push({ at: stops.length === 0 ? 0 : round(now), label: piece.label });
    }
  }
  const header = { version: 2, width: grid.cols, height: grid.rows, idle_time_limit: maxPause };
  return { cast: `${[header, ...events].map((each) => JSON.stringify(each)).join('\n')}\n`, stops, replaced };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** Returns all lines that a recording shows at any time. */
export async function textsOnScreen(pieces: readonly Piece[], grid: TerminalSize): Promise<readonly string[]> {
  const texts = new Set<string>();
  const screen = new SessionScreen(grid, false);
  await screen.play(pieces, {
    afterPiece: () => {
      for (const { cells } of screen.visibleLines) texts.add(textOfCells(cells).normalize('NFC'));
    },
  });
  screen.dispose();
  return [...texts].filter((text) => text !== '');
}

/** Takes out what has no part in the picture and may have names: titles, links, clipboard, folders (OSC), and commands to the terminal. */
function withoutSounds(pieces: readonly Piece[]): readonly Piece[] {
  // oxlint-disable-next-line no-control-regex
  const unseen = /\u001b\][^]*?(?:\u0007|\u001b\\)|\u001b[PX^_][^]*?\u001b\\|\u0007/gu;
  return pieces.map((piece) => (piece.type === 'output' ? { ...piece, data: piece.data.replaceAll(unseen, '') } : piece));
}

/** Replaces names by others of the same width, character by character, also where colours or pauses are between the characters. */
function replaceOnScreen(
  pieces: readonly Piece[],
  plan: readonly Replacement[],
): { readonly cleaned: readonly Piece[]; readonly replaced: ReadonlySet<string> } {
  const data = pieces.map((piece) => (piece.type === 'output' ? piece.data : '')).join('');
  const characters: string[] = [];
  const offsets: number[] = [];
  for (const { 0: token, 1: control, index } of data.matchAll(TOKEN)) {
    if (control !== undefined) {
      // Words on both sides of a move are not one.
      if (MOVE.test(token)) {
        characters.push('\n');
        offsets.push(index);
      }
      continue;
    }
    for (let unit = 0; unit < token.length; unit += 1) {
      characters.push(token[unit]!);
      offsets.push(index + unit);
    }
  }
  let flat = characters.join('');
  const units = data.split('');
  const replaced = new Set<string>();
  for (const { old, name, value } of plan) {
    if (old === value) continue;
    for (const { start, end } of placesOf(flat, old)) {
      const other = ofWidth(value, end - start);
      for (let unit = 0; unit < other.length; unit += 1) units[offsets[start + unit]!] = other[unit]!;
      flat = flat.slice(0, start) + other + flat.slice(end);
      replaced.add(name);
    }
  }
  let from = 0;
  const cleaned = pieces.map((piece) => {
    if (piece.type !== 'output') return piece;
    const other = units.slice(from, from + piece.data.length).join('');
    from += piece.data.length;
    return { ...piece, data: other };
  });
  return { cleaned, replaced };
}
