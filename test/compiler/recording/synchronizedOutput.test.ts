import { describe, expect, test } from 'vitest';
import type { RecordingEvent } from '../../../src/compiler/recording/asciicast';
import { applySynchronizedOutput } from '../../../src/compiler/recording/synchronizedOutput';
import { terminalLayoutAt, outputAt } from '../../../src/core/terminal/terminalLayout';
import type { Stop, Timeline } from '../../../src/core/timeline';
import { recordingTimeline, asciicastV3 } from '../../support/recording';
import { createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

const [BEGIN, END] = ['\x1b[?2026h', '\x1b[?2026l'];
const output = (time: number, data: string): RecordingEvent => ({ time, type: 'output', data });

/** CSI, DCS and the full reset. */
// oxlint-disable-next-line no-control-regex
const SEQUENCE = /(?:\x1b\[|\x9b)[?!]?[\d;$]*[a-zA-Z]|(?:\x1bP|\x90)=\ds(?:\x1b\\|\x9c)|\x1bc/gu;

/** The output at each time, without sequences. */
function printed(...events: readonly RecordingEvent[]): readonly (readonly [time: number, text: string])[] {
  const moments = new Map<number, string>();
  for (const event of applySynchronizedOutput(events)) {
    const text = event.type === 'output' ? event.data.replaceAll(SEQUENCE, '') : `<${event.type}>`;
    if (text !== '') moments.set(event.time, (moments.get(event.time) ?? '') + text);
  }
  return [...moments];
}

describe('moves the output of a block to its end', () => {
  test.each([
    ['the mode set and reset', BEGIN, END],
    ['among other modes', '\x1b[?25;2026h', '\x1b[?2026;25l'],
    ['in one byte', '\x9b?2026h', '\x9b?2026l'],
    ['in its older form', '\x1bP=1s\x1b\\', '\x1bP=2s\x1b\\'],
    ['in its older form, in one byte', '\x90=1s\x9c', '\x90=2s\x9c'],
    ['closed by a full reset', BEGIN, '\x1bc'],
    ['closed by a soft reset', BEGIN, '\x1b[!p'],
    ['opened twice', BEGIN + BEGIN, END],
  ])('%s', (_, begin, end) => {
    const wanted = [
      [0, 'a'],
      [0.6, 'bcd'],
      [0.7, 'e'],
    ];
    expect(printed(output(0, `a${begin}b`), output(0.5, 'c'), output(0.6, `d${end}`), output(0.7, 'e'))).toEqual(wanted);
    // Sequences may be split between events at any character.
    const [whole, tail] = [`a${begin}b`, `d${end}`];
    for (let cut = 1; cut < whole.length; cut += 1) {
      const events = [output(0, whole.slice(0, cut)), output(0, whole.slice(cut)), output(0.5, 'c')];
      for (let late = 1; late < tail.length; late += 1) {
        expect(
          printed(...events, output(0.6, tail.slice(0, late)), output(0.6, tail.slice(late)), output(0.7, 'e'))
            .map(([, text]) => text)
            .join('|'),
        ).toBe('a|bcd|e');
      }
    }
  });

  test('with two blocks in one event, the second still open', () => {
    expect(printed(output(0, `${BEGIN}a${END}${BEGIN}b`), output(0.5, `c${END}d`))).toEqual([
      [0, 'a'],
      [0.5, 'bcd'],
    ]);
  });

  test('ignores queries, other modes and an end without a start', () => {
    const events = [output(0, '\x1b[?2026$p'), output(1, 'a\x1b[?25h'), output(2, `b${END}`), output(3, '\x1b[?12026hc'), output(4, 'd')];
    expect(applySynchronizedOutput(events)).toEqual(events);
  });

  test('keeps the time of markers and the order of resizes', () => {
    const events: RecordingEvent[] = [
      output(0, `${BEGIN}a`),
      { time: 0.2, type: 'marker', label: '' },
      { time: 0.3, type: 'resize', grid: { cols: 9, rows: 9 } },
      output(0.4, `b${END}`),
    ];
    expect(printed(...events)).toEqual([
      [0.2, '<marker>'],
      [0.4, 'a<resize>b'],
    ]);
  });

  test('ends a block that stays open after one second', () => {
    expect(printed(output(0, `${BEGIN}a`), output(0.5, 'b'), output(3, 'c'), output(4, 'd'))).toEqual([
      [1, 'ab'],
      [3, 'c'],
      [4, 'd'],
    ]);
    expect(printed(output(2, `${BEGIN}a`))).toEqual([[3, 'a']]);
  });
});

/** The screen at one time of a stop. */
async function screenAt(timeline: Timeline, stop: Stop, time?: number): Promise<string> {
  const terminal = createHeadlessTerminal(20);
  await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, stop, 92), time)]);
  return bufferRows(terminal)
    .map((row) => row.trimEnd())
    .join('\n')
    .trim();
}

test('shows no part of a block in a frame, and the last complete screen at a stop that ends inside a block', async () => {
  const timeline = await recordingTimeline(
    asciicastV3([
      [0, 'm', 'Before'],
      [0.2, 'o', '\x1b[2J\x1b[Ha\r\nb'],
      [0.5, 'o', `${BEGIN}\x1b[2J\x1b[H`],
      [0.1, 'o', 'A\r\n'],
      [0.02, 'm', 'After'],
      [0.3, 'o', `B\r\nC${END}`],
      [0.2, 'o', `${BEGIN}\x1b[2J\x1b[Hpar`],
    ]),
  );
  const seen = await Promise.all(
    timeline.stops.map(async (stop) => {
      const times = [...(stop.recorded?.events ?? []).map(([at]) => at), Number.POSITIVE_INFINITY];
      return [...new Set(await Promise.all(times.map((time) => screenAt(timeline, stop, time))))];
    }),
  );
  expect(seen).toEqual([['a\nb'], ['A\nB\nC', 'par']]);
});
