import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failedChunks, loadChunk, subscribeToChunkLoads } from '../../src/loading/loadChunk';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('reports a chunk that comes after the timeout as loaded, and tells subscribers', async () => {
  const listener = vi.fn();
  const unsubscribe = subscribeToChunkLoads(listener);
  // Two seconds later than a chunk may take.
  const promise = new Promise<string>((resolve) => setTimeout(() => resolve('chunk'), 12_000));
  const loading = loadChunk('The pages', () => promise);
  const failure = expect(loading).rejects.toThrow('The pages did not load within 10 seconds');
  await vi.advanceTimersByTimeAsync(10_000);
  await failure;
  expect([failedChunks(), listener.mock.calls.length]).toEqual([['The pages'], 1]);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.advanceTimersByTimeAsync(0);
  expect([failedChunks(), listener.mock.calls.length]).toEqual([[], 2]);
  unsubscribe();
});
