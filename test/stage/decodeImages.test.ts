// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderHook } from '@testing-library/react';
import { createTimeline } from '../../src/core/timeline';
import { areDecoded, decodeImages } from '../../src/stage/decodeImages';
import { useReportPainted } from '../../src/stage/useReportPainted';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { createTestPlayer } from '../support/testPlayer';

/** Pictures whose decoding the test ends. */
const pending = new Map<string, { readonly resolve: () => void; readonly reject: () => void }>();

beforeEach(() => {
  vi.useFakeTimers();
  pending.clear();
  vi.stubGlobal(
    'Image',
    class {
      src = '';
      decode(): Promise<void> {
        return new Promise((resolve, reject) => pending.set(this.src, { resolve, reject: () => reject(new Error('broken')) }));
      }
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs what promises have scheduled. */
const flush = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

test('remembers pictures that are decoded, and not those that fail', async () => {
  const done = decodeImages(['good.png', 'bad.png']);
  pending.get('good.png')?.resolve();
  pending.get('bad.png')?.reject();
  await done;
  expect([areDecoded([]), areDecoded(['good.png']), areDecoded(['bad.png'])]).toEqual([true, true, false]);
});

test('gives up after 5 seconds', async () => {
  let isDone = false;
  const done = decodeImages(['slow.png']).finally(() => (isDone = true));
  await vi.advanceTimersByTimeAsync(4900);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  await done;
});

function playerWithPictures(...images: readonly string[]) {
  const steps = [fakeStep(), fakeStep({ images })];
  return createTestPlayer(0, undefined, createTimeline(fakeStory([steps]), describeFake));
}

test('reports a stop as painted once its pictures are decoded', async () => {
  const player = playerWithPictures('one.png');
  const { result } = renderHook(() => useReportPainted(player, player.getState().timeline, player.getState().position));
  player.goTo(1);
  const { arrival } = player.getState().position;
  result.current(arrival, 'terminal');
  await flush();
  expect(player.getState().paintedArrival).not.toBe(arrival);
  pending.get('one.png')?.resolve();
  await flush();
  expect(player.getState().paintedArrival).toBe(arrival);
});

test('reports a stop at once if its pictures were decoded before', async () => {
  const done = decodeImages(['two.png']);
  pending.get('two.png')?.resolve();
  await done;
  const player = playerWithPictures('two.png');
  const { result } = renderHook(() => useReportPainted(player, player.getState().timeline, player.getState().position));
  player.goTo(1);
  result.current(player.getState().position.arrival, 'terminal');
  expect(player.getState().paintedArrival).toBe(player.getState().position.arrival);
});

test('reports nothing for a stop that the player has left', async () => {
  const player = playerWithPictures('three.png');
  const { result } = renderHook(() => useReportPainted(player, player.getState().timeline, player.getState().position));
  player.goTo(1);
  result.current(player.getState().position.arrival, 'terminal');
  player.goTo(0);
  result.current(player.getState().position.arrival, 'terminal');
  const { paintedArrival } = player.getState();
  pending.get('three.png')?.resolve();
  await flush();
  expect(player.getState().paintedArrival).toBe(paintedArrival);
});

test('reports a stop as painted once each of its terminals has painted it', () => {
  const [left, right] = fakeStory([
    [fakeStep({ surface: 'terminal', blocks: [] })],
    [fakeStep({ surface: 'terminal', blocks: [] })],
  ]).scenes;
  const panes = [left!, right!].map((scene) => ({ scene, step: 0, width: 1, moves: true }));
  const story = fakeStory([[fakeStep()], [fakeStep({ surface: 'panes', panes })]]);
  const player = createTestPlayer(0, undefined, createTimeline(story, describeFake));
  const { result } = renderHook(() => useReportPainted(player, player.getState().timeline, player.getState().position));
  player.goTo(1);
  const { arrival } = player.getState().position;
  result.current(arrival, 'left');
  result.current(arrival, 'left');
  expect(player.getState().paintedArrival).not.toBe(arrival);
  result.current(arrival, 'right');
  expect(player.getState().paintedArrival).toBe(arrival);
});
