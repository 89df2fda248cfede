import type { TerminalSize } from '../../core/terminal/recordedStep';
import type { Asciicast, RecordingEvent } from './asciicast';
import { applySynchronizedOutput } from './synchronizedOutput';

/** The output and resizes of one frame, in order. */
export interface OutputFrame {
  /** Milliseconds after the stop begins to play. */
  readonly at: number;
  readonly parts: readonly (string | TerminalSize)[];
}

/** The part of a recording that one stop plays. */
export interface RecordingSegment {
  /** Seconds since the start of the recording. */
  readonly start: number;
  /** Label of the marker that starts this segment; empty without one. */
  readonly label: string;
  readonly frames: readonly OutputFrame[];
  /** The times of its events: in seconds since the start of the recording, and in milliseconds after the stop begins to play. */
  readonly moments: readonly (readonly [seconds: number, ms: number])[];
}

export interface SplitPoint {
  readonly time: number;
  readonly label: string;
}

/** Events closer than this are one frame: most screens refresh every 16 ms. */
const MIN_FRAME_MS = 16;

type ScreenEvent = Exclude<RecordingEvent, { type: 'marker' | 'input' }>;

/**
 * Splits a recording at its markers, or at `splitPoints`. The part before the first of them is a segment, too; segments without output
 * are left out. Shortens pauses within a segment to `idle` seconds.
 */
export function splitRecording({ events }: Asciicast, idle: number, splitPoints?: readonly SplitPoint[]): readonly RecordingSegment[] {
  const sections: { splitPoint: SplitPoint; events: ScreenEvent[] }[] = [{ splitPoint: { time: 0, label: '' }, events: [] }];
  const remainingPoints = [...(splitPoints ?? [])];
  for (const event of applySynchronizedOutput(events)) {
    // An event at the time of a split point belongs to the segment after it.
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
    // Resizes of a section without output apply to the next segment.
    const all: ScreenEvent[] = [...carriedEvents.map((event) => ({ ...event, time: splitPoint.time })), ...shown];
    carriedEvents = hasOutput ? [] : all;
    if (hasOutput) segments.push({ start: splitPoint.time, label: splitPoint.label, ...framesOf(all, splitPoint.time, idle) });
  }
  return segments;
}

function framesOf(events: readonly ScreenEvent[], start: number, idle: number): Pick<RecordingSegment, 'frames' | 'moments'> {
  const frames: { at: number; parts: (string | TerminalSize)[] }[] = [];
  const moments: [seconds: number, ms: number][] = [[start, 0]];
  let [now, last] = [0, start];
  for (const event of events) {
    now += Math.min(event.time - last, idle) * 1000;
    last = event.time;
    moments.push([event.time, now]);
    const part = event.type === 'output' ? event.data : event.grid;
    const frame = frames.at(-1);
    const before = frame?.parts.at(-1);
    if (!frame || now - frame.at >= MIN_FRAME_MS) frames.push({ at: Math.round(now), parts: [part] });
    else if (typeof part === 'string' && typeof before === 'string') frame.parts[frame.parts.length - 1] = before + part;
    else frame.parts.push(part);
  }
  return { frames, moments };
}

/**
 * Returns when something at `seconds` of the recording happens, in milliseconds after its stop begins to play. It keeps its distance to the
 * next output, which it is usually the cause of.
 */
export function msInSegment({ moments }: RecordingSegment, seconds: number): number {
  const index = moments.findLastIndex(([time]) => time <= seconds);
  const [, before] = moments[index] ?? [0, 0];
  const [nextTime, next] = moments[index + 1] ?? [seconds, before];
  return Math.round(Math.max(before, next - (nextTime - seconds) * 1000));
}
