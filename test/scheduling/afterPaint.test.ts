// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint } from '../../src/scheduling/afterPaint';

const task = vi.fn<() => void>();
let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  task.mockReset();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('runs the task once, after the next frame', () => {
  afterPaint(task);
  frames.forEach((frame) => frame(0));
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(task).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('runs the task once after 100 ms without a frame', () => {
  afterPaint(task);
  vi.advanceTimersByTime(99);
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(task).toHaveBeenCalledTimes(1);
  frames.forEach((frame) => frame(0));
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('runs the task at once on a hidden page', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  afterPaint(task);
  expect(task).toHaveBeenCalledTimes(1);
});
