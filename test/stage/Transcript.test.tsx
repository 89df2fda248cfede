// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { stopAt, createTimeline } from '../../src/core/timeline';
import type { Player, PlayerState } from '../../src/player/player';
import { Transcript } from '../../src/stage/Transcript';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the transcript changes after its stop has been painted, and not before', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // The page is idle at once.
  vi.stubGlobal('requestIdleCallback', (task: () => void) => {
    task();
    return 0;
  });
  vi.stubGlobal('cancelIdleCallback', () => {});
  const timeline = createTimeline(
    fakeStory([
      [fakeStep({ surface: 'browser', leave: { text: 'wait', ms: 100 } })],
      [fakeStep({ textLines: ['one'] }), fakeStep({ textLines: ['two'] })],
    ]),
    describeFake,
  );
  let state = { position: { phase: 'settled', arrival: 1 }, paintedArrival: 1 } as PlayerState;
  const listeners = new Set<() => void>();
  const player = {
    getState: () => state,
    subscribe: (listener: () => void) => listeners.add(listener) && (() => listeners.delete(listener)),
  } as unknown as Player;
  const setPlayerState = (painted: number, arrival: number): void => {
    state = { position: { phase: 'settled', arrival }, paintedArrival: painted } as PlayerState;
    act(() => listeners.forEach((listener) => listener()));
  };
  const { container, rerender } = render(<Transcript player={player} timeline={timeline} stop={stopAt(timeline, 1)} />);
  expect(container.textContent, 'with the transition text of the page before').toBe('wait\none\n');
  setPlayerState(1, 2);
  rerender(<Transcript player={player} timeline={timeline} stop={stopAt(timeline, 2)} />);
  act(() => vi.advanceTimersByTime(100));
  expect(container.textContent, 'before it is painted').toBe('wait\none\n');
  setPlayerState(2, 2);
  expect(container.textContent, 'after it is painted').toBe('wait\none\ntwo\n');
});
