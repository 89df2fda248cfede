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

test('waits for the frame, and for the task it is drawn in', () => {
  afterPaint(task);
  frames.forEach((frame) => frame(0));
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(task).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('does not wait for a frame that never comes', () => {
  afterPaint(task);
  vi.advanceTimersByTime(99);
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(task).toHaveBeenCalledTimes(1);
  frames.forEach((frame) => frame(0));
  vi.advanceTimersByTime(1000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('nobody waits for a picture behind another tab', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  afterPaint(task);
  expect(task).toHaveBeenCalledTimes(1);
});
