import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from '../../src/scheduling/whenIdle';

/** A browser that has no idle time: it calls back only when the time limit of a request has passed. */
function stubBusyBrowser(): void {
  vi.stubGlobal('requestIdleCallback', (task: () => void, options?: IdleRequestOptions) =>
    options?.timeout === undefined ? 0 : Number(setTimeout(task, options.timeout)),
  );
  vi.stubGlobal('cancelIdleCallback', (request: number) => clearTimeout(request));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ['a browser that is never idle', stubBusyBrowser],
  ['a browser without requestIdleCallback', () => vi.stubGlobal('requestIdleCallback', undefined)],
])('whenIdle runs the task once, after two seconds at the latest, in %s', (_, stub) => {
  stub();
  const task = vi.fn<() => void>();
  whenIdle(task);
  vi.advanceTimersByTime(2000);
  expect(task).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('whenIdle asks for idle time only after the least delay, and not when cancelled', () => {
  stubBusyBrowser();
  const task = vi.fn<() => void>();
  whenIdle(task, 500);
  vi.advanceTimersByTime(2499);
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(task).toHaveBeenCalledTimes(1);
  whenIdle(task, 500)();
  const cancelLate = whenIdle(task, 500);
  vi.advanceTimersByTime(600);
  cancelLate();
  vi.advanceTimersByTime(10_000);
  expect(task).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});
