// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { memo, type ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Player, PlayerState } from '../../src/player/player';
import { useIdlePlayerSelector } from '../../src/player/usePlayer';
import { useIdleValue } from '../../src/scheduling/useIdleValue';

/** What waits for the page to have time. */
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

/** Lets the page have time. */
function flushIdleTasks(): void {
  const tasks = [...idleTasks.values()];
  idleTasks.clear();
  act(() => tasks.forEach((task) => task()));
}

test('a late value follows once it has aged and the page has time, and skips what was overtaken', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const drawn: string[] = [];
  function Follower({ value }: { readonly value: string }): ReactElement {
    const late = useIdleValue(value, 200);
    drawn.push(late);
    return <p>{late}</p>;
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
  expect(drawn).not.toContain('two');
  expect(idleTasks.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a late value that is taken away leaves nothing', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const Follower = ({ value }: { readonly value: string }): ReactElement => <p>{useIdleValue(value, 200)}</p>;
  for (const aged of [false, true]) {
    const { rerender, unmount } = render(<Follower value="one" />);
    rerender(<Follower value="two" />);
    if (aged) vi.advanceTimersByTime(200);
    unmount();
    expect([vi.getTimerCount(), idleTasks.size]).toEqual([0, 0]);
  }
});

test('a late part of the player is not drawn with the press, and leaves nothing when it goes', () => {
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
