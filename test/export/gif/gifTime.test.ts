import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameTime, MAX_FPS, splitDelay, thinFrames } from '../../../src/export/gif/gifTime';

const rates = fc.integer({ min: 1, max: MAX_FPS });

test('delays of frames add up to the time of the film, and none is under 2 hundredths', () => {
  fc.assert(
    fc.property(rates, fc.integer({ min: 1, max: 2000 }), (fps, frames) => {
      const times = Array.from({ length: frames + 1 }, (_, frame) => frameTime(frame, fps));
      const delays = times.slice(1).map((time, index) => time - times[index]!);
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(2);
      expect(Math.abs(delays.reduce((sum, each) => sum + each, 0) - (frames * 100) / fps)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('a long delay is split into ones that add up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1_000_000 }), (delay) => {
      const parts = splitDelay(delay);
      expect(parts.reduce((sum, each) => sum + each, 0)).toBe(delay);
      expect(Math.max(...parts)).toBeLessThanOrEqual(65_535);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(Math.min(delay, 30_000));
    }),
  );
});

test('fewer frames keep the order and the last picture, show none late, and are at multiples of the step', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500), { minLength: 1 }), fc.integer({ min: 1, max: 5 }), (frames, step) => {
      const changes = frames.toSorted((a, b) => a - b);
      const thin = thinFrames(changes, step);
      expect(thin.at(-1)!.change).toBe(changes.length - 1);
      for (const [index, { change, frame }] of thin.entries()) {
        expect(frame % step).toBe(0);
        expect(changes[change]! - frame).toBeLessThan(step);
        expect(changes[change]!).toBeGreaterThanOrEqual(frame);
        expect(frame).toBeGreaterThan(thin[index - 1]?.frame ?? -1);
      }
    }),
  );
});

test('a step of one leaves every frame where it is', () => {
  expect(thinFrames([0, 3, 4], 1)).toEqual([
    { change: 0, frame: 0 },
    { change: 1, frame: 3 },
    { change: 2, frame: 4 },
  ]);
});
