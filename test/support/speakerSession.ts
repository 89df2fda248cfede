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
import type { ChannelHub } from './channelHub';
import { createMemoryStore } from './testPlayer';

/** Options of both windows. The stores are empty unless given. */
interface WindowOptions {
  readonly stop?: number;
  /** The name of the channel. */
  readonly name?: string;
  readonly localStore?: KeyValueStore;
}

/** Opens a stage that answers on `hub`. */
export function openStage(
  hub: ChannelHub,
  clock: ManualClock,
  timeline: Timeline,
  {
    stop = 0,
    name = 'talk',
    motion = true,
    loads = true,
    ...options
  }: WindowOptions & { motion?: boolean; loads?: boolean; tab?: KeyValueStore; focusSpeaker?: () => void } = {},
): { player: Player; recorder: RehearsalRecorder; lead: LeaderElection; close: () => void } {
  const { tab = createMemoryStore(), localStore = createMemoryStore(), focusSpeaker = () => {} } = options;
  const player = new Player({ timeline, motion, stop, clock, settings: DEFAULT_SETTINGS });
  const recorder = new RehearsalRecorder(player, { localStore, sessionStore: tab, timeOrigin: 0 });
  if (loads) recorder.load();
  const lead = new LeaderElection(tab, clock);
  const channel = hub.open(name);
  const unbind = connectSpeakers({ player, recorder, channel, sessionStore: tab, lead, focusSpeaker, wallTime: clock.wallTime });
  const close = (): void => {
    unbind();
    player.dispose();
  };
  return { player, recorder, lead, close };
}

/** Opens a speaker window on `hub`, whose clock differs from the stage's. */
export function openSpeakerWindow(
  hub: ChannelHub,
  clock: ManualClock,
  timeline: Timeline,
  { stop = 0, name = 'talk', localStore = createMemoryStore() }: WindowOptions = {},
): { store: SpeakerStore; connection: StageConnection; close: () => void } {
  const own = clock.withOffset(-7_000_000);
  const connection = new StageConnection(hub.open(name), own);
  const store = new SpeakerStore({ createTimeline: () => timeline, connection, clock: own, localStore, hash: `#/${stop}` });
  const close = store.connect();
  return { store, connection, close };
}

/** Stubs the window's event functions, which Node lacks. */
export function stubWindowEvents(): void {
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
}
