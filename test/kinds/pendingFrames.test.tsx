import { afterEach, expect, test, vi } from 'vitest';
import { FRAME_LOADING, FRAME_READY, pendingFrames } from '../../src/kinds/parts/pendingFrames';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

function addFrame(className = ''): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute(FRAME_LOADING, '');
  const layer = document.createElement('div');
  layer.className = className;
  layer.append(frame);
  document.body.append(layer);
  return frame;
}

test('nothing is pending without frames, or with frames that are hidden', () => {
  expect(pendingFrames(document)).toBeUndefined();
  addFrame('page premounted');
  expect(pendingFrames(document)).toBeUndefined();
});

test('is pending until every frame has its document', async () => {
  const frames = [addFrame(), addFrame()];
  let isDone = false;
  const pending = pendingFrames(document)!.then(() => (isDone = true));
  frames[0]!.dispatchEvent(new Event(FRAME_READY));
  await Promise.resolve();
  expect(isDone).toBe(false);
  frames[1]!.dispatchEvent(new Event(FRAME_READY));
  await pending;
  expect(isDone).toBe(true);
});

test('waits 5 s for a frame that does not load', async () => {
  vi.useFakeTimers();
  addFrame();
  const pending = pendingFrames(document);
  await vi.advanceTimersByTimeAsync(5000);
  await expect(pending).resolves.toBeUndefined();
});
