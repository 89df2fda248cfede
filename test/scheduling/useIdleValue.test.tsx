// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { memo, type ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Player, PlayerState } from '../../src/player/player';
import { useIdlePlayerSelector } from '../../src/player/usePlayer';
import { useIdleValue } from '../../src/scheduling/useIdleValue';

/** Pending idle callbacks by their number. */
let idleTasks = new Map<number, () => void>();

beforeEach(() => {
  let count = 0;
  idleTasks = new Map();
  vi.stubGlobal('requestIdleCallback', (task: () => void) => {
    idleTasks.set((count += 1), task);
    return count;
  });
  vi.stubGlobal('cancelIdleCallback', (request: number) => idleTasks.delete(request));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs all pending idle callbacks. */
function flushIdleTasks(): void {
  const tasks = [...idleTasks.values()];
  idleTasks.clear();
  act(() => tasks.forEach((task) => task()));
}

test('useIdleValue returns the last value 200 ms after it was set, when the page is idle', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const rendered: string[] = [];
  function Follower({ value }: { readonly value: string }): ReactElement {
    const idleValue = useIdleValue(value, 200);
    rendered.push(idleValue);
    return <p>{idleValue}</p>;
  }
  const { container, rerender } = render(<Follower value="one" />);
  rerender(<Follower value="two" />);
  vi.advanceTimersByTime(150);
  rerender(<Follower value="three" />);
  vi.advanceTimersByTime(199);
  flushIdleTasks();
  expect(container.textContent).toBe('one');
  vi.advanceTimersByTime(1);
  flushIdleTasks();
  expect(container.textContent).toBe('three');
  expect(rendered).not.toContain('two');
  expect(idleTasks.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('useIdleValue has no timer or idle callback after unmounting', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const Follower = ({ value }: { readonly value: string }): ReactElement => <p>{useIdleValue(value, 200)}</p>;
  for (const hasDelayPassed of [false, true]) {
    const { rerender, unmount } = render(<Follower value="one" />);
    rerender(<Follower value="two" />);
    if (hasDelayPassed) vi.advanceTimersByTime(200);
    unmount();
    expect([vi.getTimerCount(), idleTasks.size]).toEqual([0, 0]);
  }
});

test('useIdlePlayerSelector renders a new state when the page is idle, and has no subscription after unmounting', () => {
  let state = { paintedArrival: 1 } as PlayerState;
  const listeners = new Set<() => void>();
  const player = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Player;
  const Part = memo((): ReactElement => <p>{useIdlePlayerSelector(player, ({ paintedArrival }) => paintedArrival)}</p>);
  const { container, unmount } = render(<Part />);
  for (const painted of [2, 3]) {
    state = { paintedArrival: painted } as PlayerState;
    act(() => listeners.forEach((listener) => listener()));
  }
  expect(container.textContent).toBe('1');
  expect(idleTasks.size).toBe(1);
  flushIdleTasks();
  expect(container.textContent).toBe('3');
  act(() => listeners.forEach((listener) => listener()));
  unmount();
  expect(idleTasks.size).toBe(0);
  expect(listeners.size).toBe(0);
});
