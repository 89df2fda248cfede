import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RehearsalRecord } from '../../src/core/rehearsal';
import type { Stop, Timeline } from '../../src/core/timeline';
import { streamFileAtomically, writeAt } from '../../src/export/atomicWrite';
import { codecFor, missingCodecMessage } from '../../src/export/film/codecs';
import { frameCount, planStops } from '../../src/export/film/filmPlan';
import { createFilmProgress } from '../../src/export/film/filmProgress';
import { createWorkProgress } from '../../src/export/workProgress';
import { parseDwell } from '../../src/export/options';

const stopWith = (source: Partial<Stop['source']>, { enterMs = 0, playMs = 0, step = 0 } = {}): Stop =>
  ({
    index: step,
    sceneIndex: 0,
    shownStep: step,
    step,
    enterMs,
    playMs,
    scene: { id: 'agent' },
    textLines: ['Hello'],
    source,
  }) as unknown as Stop;

const PLAN = { timeline: {} as Timeline, fps: 30, speed: 1 };

test('A film stays at a stop as planned, as it is read, for a fixed time, or as rehearsed', () => {
  const stops = [stopWith({ dwell: 12, caption: 'x'.repeat(170) }, { playMs: 1000 }), stopWith({}, { step: 1 })];
  const dwells = (options: Partial<Parameters<typeof planStops>[1]>): readonly number[] =>
    planStops(stops, { dwell: 'plan', captions: false, ...options }).map(({ dwellMs }) => dwellMs);
  expect(dwells({})).toEqual([12_000, 3500]);
  expect(dwells({ dwell: 'reading' })).toEqual([3500, 3500]);
  expect(dwells({ dwell: 'reading', captions: true })[0]).toBeGreaterThan(10_000);
  expect(dwells({ dwell: 250 })).toEqual([250, 250]);
  const rehearsal = { seconds: { 'agent/0': 5 } } as unknown as RehearsalRecord;
  expect(dwells({ rehearsal })).toEqual([4000, 3500]);
});

test.each([
  [{ enterMs: 0, playMs: 1000 }, 0, 30, 1, 30],
  [{ enterMs: 420, playMs: 0 }, 580, 30, 1, 30],
  [{ enterMs: 0, playMs: 1000 }, 1000, 25, 2, 25],
  [{ enterMs: 0, playMs: 0 }, 0, 30, 1, 1],
])('A stop of %o that stays %i ms has at %i frames a second, %f times as fast, %i frames', (times, dwellMs, fps, speed, count) => {
  expect(frameCount({ stop: stopWith({}, times), dwellMs }, { fps, speed })).toBe(count);
});

test.each([
  ['h264', 1920, 1080, 30, 'avc1.640028'],
  ['h264', 1920, 1080, 60, 'avc1.64002a'],
  ['h264', 1280, 720, 30, 'avc1.64001f'],
  ['h264', 3840, 2160, 30, 'avc1.640033'],
  ['vp9', 1920, 1080, 30, 'vp09.00.40.08'],
] as const)('%s of %i×%i at %i frames a second is encoded as %s', (name, width, height, fps, id) => {
  expect(codecFor(name, { width, height }, fps).id).toBe(id);
});

test('A codec that is missing is named, and the others are offered', () => {
  expect(missingCodecMessage('mp4', 'h264')).toBe(
    'This browser cannot encode H.264 at this size and rate. Try --codec av1 for AV1, or export webm for VP9; ' +
      'another browser may have it (CHROMIUM_PATH names one).',
  );
});

test('--dwell is a word or a number of seconds', () => {
  expect(['plan', 'reading', '1.5', '0'].map(parseDwell)).toEqual(['plan', 'reading', 1500, 0]);
  for (const wrong of ['', 'rehearsal', '-1', '4000'])
    expect(() => parseDwell(wrong)).toThrow('It is plan, reading, or a number of seconds.');
});

test('The progress of a film is a line for each tenth in a log, with the time that is left', () => {
  const lines: string[] = [];
  let time = 0;
  const stops = [0, 1].map((step) => ({ stop: stopWith({ title: 'A' }, { step }), dwellMs: 10_000 }));
  const report = createWorkProgress(
    (line) => lines.push(line),
    false,
    () => time,
  );
  const progress = createFilmProgress({ ...PLAN, stops }, report);
  for (let frame = 1; frame <= 600; frame += 1) {
    time += 10;
    progress.show(frame, frame <= 300 ? 0 : 1);
  }
  expect(lines).toHaveLength(11);
  expect(lines[5]).toBe('Filming stop 1.1, 50 %, 0:03 left');
  expect(lines.at(-1)).toBe('Filming stop 1.2, 100 %, 0:00 left');
});

test('In a terminal, progress is a bar that moves at most four times a second, and is full at the end', () => {
  const lines: string[] = [];
  let time = 0;
  const report = createWorkProgress(
    (line) => lines.push(line),
    true,
    () => time,
  );
  for (let done = 0; done <= 40; done += 1) {
    report(done / 40, 'Encoding 40 pictures');
    time += 50;
  }
  expect(lines).toHaveLength(9);
  expect(lines[0]).toBe('[....................] 0 %, Encoding 40 pictures');
  expect(lines[4]).toBe('[##########..........] 50 %, 0:01 left, Encoding 40 pictures');
  expect(lines.at(-1)).toBe('[####################] 100 %, 0:00 left, Encoding 40 pictures');
});

test('What a disk takes only a part of is written again from there', async () => {
  const calls: string[] = [];
  const slow = async (data: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesWritten: number }> => {
    calls.push(`${Buffer.from(data).toString('utf8', offset, offset + length)} at ${position}`);
    return { bytesWritten: Math.min(2, length) };
  };
  await writeAt({ write: slow as never }, Buffer.from('abcde'), 10);
  expect(calls).toEqual(['abcde at 10', 'cde at 12', 'e at 14']);
});

test('A file that is written in parts is there as a whole, or not at all', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'film-'));
  try {
    const file = path.join(folder, 'film.mp4');
    const failing = streamFileAtomically(file, async (draft) => {
      await draft.write(Buffer.from('half'), 0, 4, 0);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    });
    await expect(failing).rejects.toThrow('no space');
    expect(await readdir(folder)).toEqual([]);
    await streamFileAtomically(file, async (draft) => {
      await draft.write(Buffer.from('cd'), 0, 2, 2);
      await draft.write(Buffer.from('ab'), 0, 2, 0);
    });
    expect(await readFile(file, 'utf8')).toBe('abcd');
    expect(await readdir(folder)).toEqual(['film.mp4']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
