import { vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { Timeline } from '../../src/core/timeline';
import { bindAudience } from '../../src/player/connectSpeakers';
import { Lead } from '../../src/player/leaderElection';
import { Player } from '../../src/player/player';
import { Recorder } from '../../src/player/rehearsalRecorder';
import type { Shelf } from '../../src/player/keyValueStore';
import { Desk } from '../../src/speaker/speakerStore';
import { SpeakerLink } from '../../src/speaker/stageConnection';
import { HandClock } from './manualClock';
import { Wire } from './channelHub';

/** What a browser keeps, in memory. */
export function shelf(values: Record<string, unknown> = {}): Shelf {
  return { read: (name) => values[name] ?? null, write: (name, value) => ((values[name] = value), true), watch: () => () => {} };
}

/** A stage that answers on `wire`. */
export function stageOn(
  wire: Wire,
  clock: HandClock,
  timeline: Timeline,
  { stop = 0, name = 'talk', motion = true, tab = shelf(), keeps = shelf() } = {},
): { player: Player; recorder: Recorder; lead: Lead; close: () => void } {
  const player = new Player({ timeline, motion, stop, clock, settings: DEFAULT_SETTINGS });
  const recorder = new Recorder(player, { lasting: keeps, tab, origin: 0 });
  recorder.open();
  const lead = new Lead(tab, clock);
  const unbind = bindAudience({ player, recorder, channel: wire.open(name), tab, lead, today: clock.today });
  const close = (): void => {
    unbind();
    player.dispose();
  };
  return { player, recorder, lead, close };
}

/** A speaker window on `wire`, whose own clock shows something else than the stage's. */
export function deskOn(
  wire: Wire,
  clock: HandClock,
  timeline: Timeline,
  { stop = 0, name = 'talk', keeps = shelf() } = {},
): { desk: Desk; link: SpeakerLink; close: () => void } {
  const own = clock.elsewhere(-7_000_000);
  const link = new SpeakerLink(wire.open(name), own);
  const desk = new Desk({ timeline, link, clock: own, shelf: keeps, stop });
  const close = desk.open();
  return { desk, link, close };
}

/** `pagehide` and its like need a window; tests without a browser have none. */
export function withoutWindow(): void {
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
}
