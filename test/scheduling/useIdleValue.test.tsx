// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { memo, type ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Player, PlayerState } from '../../src/player/player';
import { useLatePlayerPart } from '../../src/player/usePlayer';
import { useLate } from '../../src/scheduling/useIdleValue';

/** What waits for the page to have time. */
let waiting = new Map<number, () => void>();

beforeEach(() => {
  let count = 0;
  waiting = new Map();
  vi.stubGlobal('requestIdleCallback', (task: () => void) => {
    waiting.set((count += 1), task);
    return count;
  });
  vi.stubGlobal('cancelIdleCallback', (request: number) => waiting.delete(request));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets the page have time. */
function rest(): void {
  const tasks = [...waiting.values()];
  waiting.clear();
  act(() => tasks.forEach((task) => task()));
}

test('a late value follows once it has aged and the page has time, and skips what was overtaken', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const drawn: string[] = [];
  function Follower({ value }: { readonly value: string }): ReactElement {
    const late = useLate(value, 200);
    drawn.push(late);
    return <p>{late}</p>;
  }
  const { container, rerender } = render(<Follower value="one" />);
  rerender(<Follower value="two" />);
  vi.advanceTimersByTime(150);
  rerender(<Follower value="three" />);
  vi.advanceTimersByTime(199);
  rest();
  expect(container.textContent).toBe('one');
  vi.advanceTimersByTime(1);
  rest();
  expect(container.textContent).toBe('three');
  expect(drawn).not.toContain('two');
  expect(waiting.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('a late value that is taken away leaves nothing', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const Follower = ({ value }: { readonly value: string }): ReactElement => <p>{useLate(value, 200)}</p>;
  for (const aged of [false, true]) {
    const { rerender, unmount } = render(<Follower value="one" />);
    rerender(<Follower value="two" />);
    if (aged) vi.advanceTimersByTime(200);
    unmount();
    expect([vi.getTimerCount(), waiting.size]).toEqual([0, 0]);
  }
});

test('a late part of the player is not drawn with the press, and leaves nothing when it goes', () => {
  let state = { painted: 1 } as PlayerState;
  const listeners = new Set<() => void>();
  const player = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Player;
  const Part = memo((): ReactElement => <p>{useLatePlayerPart(player, ({ painted }) => painted)}</p>);
  const { container, unmount } = render(<Part />);
  for (const painted of [2, 3]) {
    state = { painted } as PlayerState;
    act(() => listeners.forEach((listener) => listener()));
  }
  expect(container.textContent).toBe('1');
  expect(waiting.size).toBe(1);
  rest();
  expect(container.textContent).toBe('3');
  act(() => listeners.forEach((listener) => listener()));
  unmount();
  expect(waiting.size).toBe(0);
  expect(listeners.size).toBe(0);
});
