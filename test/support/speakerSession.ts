import { vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import type { Timeline } from '../../src/core/timeline';
import { connectSpeakers } from '../../src/player/connectSpeakers';
import { LeaderElection } from '../../src/player/leaderElection';
import { Player } from '../../src/player/player';
import { RehearsalRecorder } from '../../src/player/rehearsalRecorder';
import type { KeyValueStore } from '../../src/player/keyValueStore';
import { SpeakerStore } from '../../src/speaker/speakerStore';
import { StageConnection } from '../../src/speaker/stageConnection';
import { ManualClock } from './manualClock';
import { ChannelHub } from './channelHub';

/** A key-value store in memory. */
export function createPlainStore(values: Record<string, unknown> = {}): KeyValueStore {
  return { read: (name) => values[name] ?? null, write: (name, value) => ((values[name] = value), true), watch: () => () => {} };
}

/** Opens a stage that answers on `wire`. */
export function openStage(
  wire: ChannelHub,
  clock: ManualClock,
  timeline: Timeline,
  { stop = 0, name = 'talk', motion = true, tab = createPlainStore(), keeps = createPlainStore() } = {},
): { player: Player; recorder: RehearsalRecorder; lead: LeaderElection; close: () => void } {
  const player = new Player({ timeline, motion, stop, clock, settings: DEFAULT_SETTINGS });
  const recorder = new RehearsalRecorder(player, { localStore: keeps, sessionStore: tab, timeOrigin: 0 });
  recorder.load();
  const lead = new LeaderElection(tab, clock);
  const unbind = connectSpeakers({ player, recorder, channel: wire.open(name), sessionStore: tab, lead, wallTime: clock.wallTime });
  const close = (): void => {
    unbind();
    player.dispose();
  };
  return { player, recorder, lead, close };
}

/** Opens a speaker window on `wire`, whose clock differs from the stage's. */
export function openSpeakerWindow(
  wire: ChannelHub,
  clock: ManualClock,
  timeline: Timeline,
  { stop = 0, name = 'talk', keeps = createPlainStore() } = {},
): { desk: SpeakerStore; link: StageConnection; close: () => void } {
  const own = clock.withOffset(-7_000_000);
  const link = new StageConnection(wire.open(name), own);
  const desk = new SpeakerStore({ timeline, connection: link, clock: own, localStore: keeps, stop });
  const close = desk.connect();
  return { desk, link, close };
}

/** Stubs the window's event functions, which Node lacks. */
export function stubWindowEvents(): void {
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
}
