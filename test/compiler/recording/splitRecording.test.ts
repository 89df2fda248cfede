import { expect, test } from 'vitest';
import type { Asciicast, RecordingEvent } from '../../../src/compiler/recording/asciicast';
import { splitRecording } from '../../../src/compiler/recording/splitRecording';

const output = (time: number, data: string): RecordingEvent => ({ time, type: 'output', data });
const marker = (time: number, label: string): RecordingEvent => ({ time, type: 'marker', label });
const resize = (time: number, cols: number, rows: number): RecordingEvent => ({ time, type: 'resize', grid: { cols, rows } });
const cast = (...events: readonly RecordingEvent[]): Asciicast => ({ grid: { cols: 20, rows: 5 }, idle: undefined, events });

test('starts a segment at each marker, and one before the first marker', () => {
  const pieces = splitRecording(
    cast(output(0, 'a'), marker(1, 'One'), output(1.5, 'b'), marker(3, 'Two'), output(3, 'c'), output(4, 'd')),
    2,
  );
  expect(pieces).toMatchObject([
    { start: 0, label: '', frames: [{ at: 0, parts: ['a'] }] },
    { start: 1, label: 'One', frames: [{ at: 500, parts: ['b'] }] },
    {
      start: 3,
      label: 'Two',
      frames: [
        { at: 0, parts: ['c'] },
        { at: 1000, parts: ['d'] },
      ],
    },
  ]);
});

test('leaves out segments without output at the start, in the middle and at the end', () => {
  const pieces = splitRecording(
    cast(
      marker(0, 'First'),
      marker(0, 'Title'),
      output(1, 'a'),
      marker(2, 'Silent'),
      output(2, ''),
      marker(3, 'End'),
      output(3, 'b'),
      marker(9, 'Over'),
    ),
    2,
  );
  expect(pieces.map(({ label }) => label)).toEqual(['Title', 'End']);
});

test('returns one segment without markers', () => {
  expect(splitRecording(cast(output(0, 'a'), output(9, 'b')), 2)).toHaveLength(1);
});

test('splits at times instead of markers; an event at that time is in the later segment', () => {
  const pieces = splitRecording(cast(output(0, 'a'), marker(1, 'No'), output(2, 'b'), output(5, 'c')), 2, [
    { time: 2, label: '' },
    { time: 5, label: '' },
    { time: 8, label: '' },
  ]);
  expect(pieces.map(({ start, frames }) => [start, frames.flatMap(({ parts }) => parts)])).toEqual([
    [0, ['a']],
    [2, ['b']],
    [5, ['c']],
  ]);
});

test('limits every pause, also before the first output and across empty segments', () => {
  const [piece] = splitRecording(cast(output(60, 'a'), output(61, 'b'), output(300, 'c')), 1.5);
  expect(piece?.frames.map(({ at }) => at)).toEqual([1500, 2500, 4000]);
  expect(splitRecording(cast(output(60, 'a'), output(61, 'b')), 0)[0]?.frames).toEqual([{ at: 0, parts: ['ab'] }]);
});

test('merges events within one frame in their order', () => {
  const [piece] = splitRecording(cast(output(0, 'a'), output(0.01, 'b'), resize(0.012, 30, 8), output(0.015, 'c'), output(0.016, 'd')), 2);
  expect(piece?.frames).toEqual([
    { at: 0, parts: ['ab', { cols: 30, rows: 8 }, 'c'] },
    { at: 16, parts: ['d'] },
  ]);
});

test('applies a resize of an empty segment to the next one', () => {
  const pieces = splitRecording(cast(output(0, 'a'), marker(1, 'Larger'), resize(2, 30, 8), marker(3, 'Next'), output(4, 'b')), 2);
  expect(pieces.at(-1)?.frames[0]).toEqual({ at: 0, parts: [{ cols: 30, rows: 8 }] });
});
