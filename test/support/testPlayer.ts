import type { Clock } from '../../src/core/clock';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { createTimeline, type Timeline } from '../../src/core/timeline';
import { Player } from '../../src/player/player';
import type { KeyValueStore } from '../../src/player/keyValueStore';
import { describeFake, fakeStep, fakeStory } from './fakeStory';

/** A clock that tests set. Its timers never fire. */
export interface FixedClock extends Clock {
  time: number;
}

export function createFixedClock(): FixedClock {
  const clock: FixedClock = { time: 0, now: () => clock.time, wallTime: () => clock.time, setTimer: () => () => {} };
  return clock;
}

/** Two scenes of two steps, the first three with a planned duration. */
const FOUR_STOPS: Timeline = createTimeline(
  fakeStory([
    [
      { ...fakeStep({ textLines: ['One line'] }), title: 'Opening', dwell: 10 },
      { ...fakeStep({ textLines: ['Unauthorized'] }), title: 'Refused', dwell: 20 },
    ],
    [
      { ...fakeStep(), title: 'Signing in', dwell: 30 },
      { ...fakeStep(), title: 'Closing' },
    ],
  ]),
  describeFake,
);

export function createTestPlayer(stop = 0, clock = createFixedClock(), timeline = FOUR_STOPS): Player {
  return new Player({ timeline, motion: false, stop, clock, settings: DEFAULT_SETTINGS });
}

/** A test player for a story with everything that keys are for: a wire file, a detour and pressed keys. */
export function createFullPlayer(stop = 0): Player {
  const [first, second] = FOUR_STOPS.story.scenes;
  const pressed = { ...second!, steps: second!.steps.map((step) => ({ ...step, keys: ['F5'] })) };
  const story = { ...FOUR_STOPS.story, wire: 'wire.json', scenes: [first!, pressed, { ...second!, id: 'detour', detour: true }] };
  return createTestPlayer(stop, createFixedClock(), createTimeline(story, describeFake));
}

/** A key-value store in memory. `change` writes as another window would. */
export function createMemoryStore(
  stored: Record<string, unknown> = {},
): KeyValueStore & { readonly stored: Record<string, unknown>; readonly change: (name: string, value: unknown) => void } {
  const watchers = new Set<{ readonly name: string; readonly listener: () => void }>();
  return {
    stored,
    change: (changed, value) => {
      stored[changed] = value;
      for (const { name, listener } of watchers) if (name === changed) listener();
    },
    watch: (name, listener) => {
      const watcher = { name, listener };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    read: (name) => stored[name] ?? null,
    write: (name, value) => {
      stored[name] = value;
      return true;
    },
  };
}
