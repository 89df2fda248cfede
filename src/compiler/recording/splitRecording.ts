import type { Grid } from '../../core/terminal/recordedStep';
import type { Cast, CastEvent } from './parseAsciicast';
import { synchronized } from './synchronizedOutput';

/** What happens within one picture of a film: output and new sizes, in their order. */
export interface Frame {
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
  readonly parts: readonly (string | Grid)[];
}

/** A stretch of a recording that is played at one stop. */
export interface Piece {
  /** Where it begins, in seconds of the recording. */
  readonly start: number;
  /** Of the marker it begins with. */
  readonly label: string;
  readonly frames: readonly Frame[];
}

/** Where a recording is cut. */
export interface Cut {
  readonly time: number;
  readonly label: string;
}

/** Changes closer than this, in milliseconds, are one: no screen shows more pictures. */
const PICTURE = 16;

type Shown = Exclude<CastEvent, { type: 'marker' }>;

/**
 * Cuts a recording: at its markers, or at `cuts`. What comes before the first cut is a piece as well; a piece in which
 * nothing is printed is left out. No pause within a piece is longer than `idle` seconds.
 */
export function cutCast({ events }: Cast, idle: number, cuts?: readonly Cut[]): readonly Piece[] {
  const stretches: { cut: Cut; events: Shown[] }[] = [{ cut: { time: 0, label: '' }, events: [] }];
  const waiting = [...(cuts ?? [])];
  for (const event of synchronized(events)) {
    // What happens at the very moment of a cut comes after it.
    while (waiting[0] && waiting[0].time <= event.time) stretches.push({ cut: waiting.shift()!, events: [] });
    const isSilent = event.type === 'output' && event.data === '';
    if (event.type !== 'marker') {
      if (!isSilent) stretches.at(-1)!.events.push(event);
    } else if (!cuts) stretches.push({ cut: { time: event.time, label: event.label }, events: [] });
  }
  for (const cut of waiting) stretches.push({ cut, events: [] });
  const pieces: Piece[] = [];
  let silent: Shown[] = [];
  for (const { cut, events: shown } of stretches) {
    const isPrinted = shown.some((event) => event.type === 'output');
    // A size taken before anything is printed is the size of what comes next.
    const all: Shown[] = [...silent.map((event) => ({ ...event, time: cut.time })), ...shown];
    silent = isPrinted ? [] : all;
    if (isPrinted) pieces.push({ start: cut.time, label: cut.label, frames: framesOf(all, cut.time, idle) });
  }
  return pieces;
}

function framesOf(events: readonly Shown[], start: number, idle: number): readonly Frame[] {
  const frames: { at: number; parts: (string | Grid)[] }[] = [];
  let [now, last] = [0, start];
  for (const event of events) {
    now += Math.min(event.time - last, idle) * 1000;
    last = event.time;
    const part = event.type === 'output' ? event.data : event.grid;
    const frame = frames.at(-1);
    const before = frame?.parts.at(-1);
    if (!frame || now - frame.at >= PICTURE) frames.push({ at: Math.round(now), parts: [part] });
    else if (typeof part === 'string' && typeof before === 'string') frame.parts[frame.parts.length - 1] = before + part;
    else frame.parts.push(part);
  }
  return frames;
}
