// @vitest-environment jsdom
import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { RecordedKey } from '../../src/core/shownKeys';
import type { Stop } from '../../src/core/stop';
import { createTimeline } from '../../src/core/timeline';
import { withKeysOf } from '../../src/player/settings';
import { Player } from '../../src/player/player';
import { KeyBand } from '../../src/stage/KeyBand';
import { DEFAULT_SETTINGS, parseSettings } from '../../src/core/settings';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const keys: readonly RecordedKey[] = [
  [100, 'l'],
  [300, 's'],
  [900, 'Enter'],
];
const recorded = { keys } as unknown as Stop['recorded'];
const story = fakeStory([[fakeStep({ keys: ['Ctrl+c', 'Up'] }), fakeStep({ recorded, playMs: 5000 })]]);

/** Renders the band on a stage whose clock is that of the fake timers. */
function setUp(): { player: Player; caps: () => string[]; wait: (ms: number) => void } {
  vi.useFakeTimers();
  const clock = { now: () => Date.now(), wallTime: () => Date.now(), setTimer: () => () => {} };
  const player = new Player({ timeline: createTimeline(story, describeFake), motion: true, stop: 0, clock, settings: DEFAULT_SETTINGS });
  const { container } = render(<KeyBand player={player} />);
  return {
    player,
    caps: () => [...container.querySelectorAll('kbd')].map(({ textContent }) => textContent),
    wait: (ms) => act(() => void vi.advanceTimersByTime(ms)),
  };
}

test('shows the keys of a step as caps, with letters in upper case', () => {
  expect(setUp().caps()).toEqual(['Ctrl', 'C', '↑']);
});

test('shows the keys of a recording as they are pressed, and none when it has settled', () => {
  const { player, caps, wait } = setUp();
  act(() => player.press('next'));
  const seen = [0, 150, 200, 600, 1900, 200].map((ms) => {
    wait(ms);
    return caps().join(' ');
  });
  expect(seen).toEqual(['', 'l', 'ls', 'ls Enter', 'ls Enter', '']);
  act(() => player.press('prev'));
  expect(caps()).toEqual(['Ctrl', 'C', '↑']);
  expect(vi.getTimerCount()).toBe(0);
});

test('is turned on and off with the setting, which is kept, and with the address', () => {
  const { player } = setUp();
  const settings = () => player.getState().show.settings;
  act(() => player.press('keys'));
  expect(parseSettings(JSON.parse(JSON.stringify(settings())))).toEqual({ ...DEFAULT_SETTINGS, keys: true });
  act(() => player.press('keys'));
  expect(settings().keys).toBe(false);
  const asked = (search: string) => withKeysOf(new URLSearchParams(search) as never, DEFAULT_SETTINGS).keys;
  expect(['keys=on', 'keys=off', 'keys=maybe', ''].map(asked)).toEqual([true, false, undefined, undefined]);
});
