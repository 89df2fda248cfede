import { expect, test } from 'vitest';
import type { Asciicast, RecordingEvent } from '../../../src/compiler/recording/asciicast';
import { splitRecording } from '../../../src/compiler/recording/splitRecording';

const output = (time: number, data: string): RecordingEvent => ({ time, type: 'output', data });
const marker = (time: number, label: string): RecordingEvent => ({ time, type: 'marker', label });
const resize = (time: number, cols: number, rows: number): RecordingEvent => ({ time, type: 'resize', grid: { cols, rows } });
const cast = (...events: readonly RecordingEvent[]): Asciicast => ({ grid: { cols: 20, rows: 5 }, idle: undefined, events });

test('markers begin a stop; what comes before the first is one too', () => {
  const pieces = splitRecording(
    cast(output(0, 'a'), marker(1, 'One'), output(1.5, 'b'), marker(3, 'Two'), output(3, 'c'), output(4, 'd')),
    2,
  );
  expect(pieces).toEqual([
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

test('a stop at which nothing is printed is none, before, between and after', () => {
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

test('without markers the whole is one stop', () => {
  expect(splitRecording(cast(output(0, 'a'), output(9, 'b')), 2)).toHaveLength(1);
});

test('times cut in place of markers, and what happens at that moment comes after', () => {
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

test('no pause is longer than the limit, not even before the first output or across what is left out', () => {
  const [piece] = splitRecording(cast(output(60, 'a'), output(61, 'b'), output(300, 'c')), 1.5);
  expect(piece?.frames.map(({ at }) => at)).toEqual([1500, 2500, 4000]);
  expect(splitRecording(cast(output(60, 'a'), output(61, 'b')), 0)[0]?.frames).toEqual([{ at: 0, parts: ['ab'] }]);
});

test('changes within one picture are one, in their order', () => {
  const [piece] = splitRecording(cast(output(0, 'a'), output(0.01, 'b'), resize(0.012, 30, 8), output(0.015, 'c'), output(0.016, 'd')), 2);
  expect(piece?.frames).toEqual([
    { at: 0, parts: ['ab', { cols: 30, rows: 8 }, 'c'] },
    { at: 16, parts: ['d'] },
  ]);
});

test('a size taken in silence is the size of the next stop', () => {
  const pieces = splitRecording(cast(output(0, 'a'), marker(1, 'Larger'), resize(2, 30, 8), marker(3, 'Next'), output(4, 'b')), 2);
  expect(pieces.at(-1)?.frames[0]).toEqual({ at: 0, parts: [{ cols: 30, rows: 8 }] });
});
