import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Timeline } from '../../src/core/timeline';
import type { BuiltPage } from '../../src/export/builtPage';
import { maxFrameCount, type FilmPlan } from '../../src/export/film/filmPlan';
import { filmStory } from '../../src/export/film/filmStory';
import { MAX_KEPT_LENGTH, SeenPictures } from '../../src/export/film/seenPictures';
import { StageCamera } from '../../src/export/film/stageCamera';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Films a story of one stop, which is settled once `lateFrames` have been drawn beyond its own. Returns the number of frames. */
async function filmOneStop({ fps, speed }: Pick<FilmPlan, 'fps' | 'speed'>, lateFrames: number): Promise<readonly [number, number]> {
  const stop = { index: 0, step: 0, shownStep: 0, sceneIndex: 0, enterMs: 0, playMs: 0, scene: { id: 'a' }, source: { title: 'A' } };
  const timeline = { stops: [stop], wayLength: 1, story: { scenes: [stop.scene] } } as unknown as Timeline;
  const plan: FilmPlan = { timeline, stops: [{ stop: timeline.stops[0]!, dwellMs: 500 }], fps, speed };
  let frames = 0;
  const camera = {
    now: 0,
    goTo: () => {},
    press: () => {},
    skipDay: () => {},
    point: () => {},
    settle: () => true,
    takePicture: () => String(frames),
    advanceTo: () => ({ isChanged: true, animations: '', isSettled: frames >= maxFrameCount(plan) + lateFrames }),
  };
  vi.spyOn(StageCamera, 'open').mockResolvedValue(camera as unknown as StageCamera);
  const film = filmStory({} as BuiltPage, plan, { query: new URLSearchParams(), theme: 'dark' }, () => {
    frames += 1;
  });
  await film.catch((error: Error) => expect(error.message).toContain('never settles'));
  return [frames, maxFrameCount(plan)];
}

test('The space in a film is enough for a stop that is late for as long as one may be, and no more', async () => {
  const rates = fc.record({
    fps: fc.constantFrom(1, 10, 12.5, 24, 25, 29.97, 30, 60),
    speed: fc.double({ min: 0.25, max: 4, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(rates, fc.constantFrom(-1, 0, 100), async (rate, late) => {
      const [frames, space] = await filmOneStop(rate, late);
      expect(frames).toBe(space);
    }),
    { numRuns: 50 },
  );
});

test('Pictures that have been seen take no more memory the more there are', () => {
  const size = MAX_KEPT_LENGTH / 8;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: size }), { maxLength: 60 }), (lengths) => {
      const seen = new SeenPictures();
      const pictures = lengths.map((length) => 'x'.repeat(length));
      pictures.forEach((picture, index) => {
        seen.add(String(index), picture);
        expect(seen.get(String(index))).toBe(picture);
      });
      const kept = pictures.filter((_, index) => seen.get(String(index)) !== undefined);
      expect(kept.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(MAX_KEPT_LENGTH);
      seen.clear();
      expect(pictures.some((_, index) => seen.get(String(index)) !== undefined)).toBe(false);
    }),
    { numRuns: 30 },
  );
});
