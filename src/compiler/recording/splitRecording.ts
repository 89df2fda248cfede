import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { Asciicast, RecordingEvent } from './asciicast';
import { applySynchronizedOutput } from './synchronizedOutput';

/** What happens within one picture of a film: output and new sizes, in their order. */
export interface OutputFrame {
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
  readonly parts: readonly (string | TerminalSize)[];
}

/** A stretch of a recording that is played at one stop. */
export interface RecordingSegment {
  /** Where it begins, in seconds of the recording. */
  readonly start: number;
  /** Of the marker it begins with. */
  readonly label: string;
  readonly frames: readonly OutputFrame[];
}

/** Where a recording is cut. */
export interface SplitPoint {
  readonly time: number;
  readonly label: string;
}

/** Changes closer than this, in milliseconds, are one: no screen shows more pictures. */
const MIN_FRAME_MS = 16;

type ScreenEvent = Exclude<RecordingEvent, { type: 'marker' }>;

/**
 * Cuts a recording: at its markers, or at `cuts`. What comes before the first cut is a piece as well; a piece in which
 * nothing is printed is left out. No pause within a piece is longer than `idle` seconds.
 */
export function splitRecording({ events }: Asciicast, idle: number, splitPoints?: readonly SplitPoint[]): readonly RecordingSegment[] {
  const sections: { splitPoint: SplitPoint; events: ScreenEvent[] }[] = [{ splitPoint: { time: 0, label: '' }, events: [] }];
  const remainingPoints = [...(splitPoints ?? [])];
  for (const event of applySynchronizedOutput(events)) {
    // What happens at the very moment of a cut comes after it.
    while (remainingPoints[0] && remainingPoints[0].time <= event.time) sections.push({ splitPoint: remainingPoints.shift()!, events: [] });
    const isEmptyOutput = event.type === 'output' && event.data === '';
    if (event.type !== 'marker') {
      if (!isEmptyOutput) sections.at(-1)!.events.push(event);
    } else if (!splitPoints) sections.push({ splitPoint: { time: event.time, label: event.label }, events: [] });
  }
  for (const splitPoint of remainingPoints) sections.push({ splitPoint, events: [] });
  const segments: RecordingSegment[] = [];
  let carriedEvents: ScreenEvent[] = [];
  for (const { splitPoint, events: shown } of sections) {
    const hasOutput = shown.some((event) => event.type === 'output');
    // A size taken before anything is printed is the size of what comes next.
    const all: ScreenEvent[] = [...carriedEvents.map((event) => ({ ...event, time: splitPoint.time })), ...shown];
    carriedEvents = hasOutput ? [] : all;
    if (hasOutput) segments.push({ start: splitPoint.time, label: splitPoint.label, frames: framesOf(all, splitPoint.time, idle) });
  }
  return segments;
}

function framesOf(events: readonly ScreenEvent[], start: number, idle: number): readonly OutputFrame[] {
  const frames: { at: number; parts: (string | TerminalSize)[] }[] = [];
  let [now, last] = [0, start];
  for (const event of events) {
    now += Math.min(event.time - last, idle) * 1000;
    last = event.time;
    const part = event.type === 'output' ? event.data : event.grid;
    const frame = frames.at(-1);
    const before = frame?.parts.at(-1);
    if (!frame || now - frame.at >= MIN_FRAME_MS) frames.push({ at: Math.round(now), parts: [part] });
    else if (typeof part === 'string' && typeof before === 'string') frame.parts[frame.parts.length - 1] = before + part;
    else frame.parts.push(part);
  }
  return frames;
}
