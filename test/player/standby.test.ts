import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../src/core/show';
import { LeaderElection } from '../../src/player/leaderElection';
import type { Player } from '../../src/player/player';
import { standBy } from '../../src/player/standby';
import { ChannelHub } from '../support/channelHub';
import { ManualClock } from '../support/manualClock';
import { openStage, openSpeakerWindow } from '../support/speakerSession';
import { createFullPlayer, createMemoryStore, createTestPlayer } from '../support/testPlayer';

let hub: ChannelHub;
let clock: ManualClock;
const timeline = createTestPlayer().getState().timeline;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  hub = new ChannelHub();
  clock = new ManualClock();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function openStandby(player = createTestPlayer()): {
  player: Player;
  lead: LeaderElection;
  connect: ReturnType<typeof vi.fn>;
  takeOver: () => void;
} {
  // Its clock is far behind: by the time of opening alone, it would lead.
  const lead = new LeaderElection(createMemoryStore(), clock.withOffset(-7_000_000));
  const connect = vi.fn();
  return { player, lead, connect, takeOver: standBy({ player, channel: hub.open(), lead, connect }) };
}

const stopOf = (player: Player): number => player.getState().show.position.stop;

describe('a stage that stands by', () => {
  it('shows the stop of the leading one, settled at once, without a press', () => {
    const stage = openStage(hub, clock, timeline, { stop: 2 });
    const standby = openStandby();
    expect(stopOf(standby.player)).toBe(2);
    stage.player.press('next');
    expect(standby.player.getState().show.position).toMatchObject({ stop: 3, phase: 'settled' });
    stage.player.press('black');
    expect(standby.player.getState().show.curtain).toBe('black');
    expect(stage.player.getState().isLeader).toBe(true);
  });

  it('is no speaker window: the leading stage does not count it as one', () => {
    const stage = openStage(hub, clock, timeline);
    openStandby();
    expect(stage.player.getState().show.connected).toBe(false);
  });

  it('executes neither its own keys nor commands of a speaker window while the leading one answers', () => {
    openStage(hub, clock, timeline, { stop: 1 });
    const standby = openStandby();
    const speaker = openSpeakerWindow(hub, clock, timeline);
    standby.player.press('next');
    standby.player.press('black');
    standby.player.goTo(3);
    expect(standby.player.getState().show).toMatchObject({ position: { stop: 1 }, curtain: 'open' });
    speaker.store.sendAction('next', clock.now());
    expect(stopOf(standby.player)).toBe(2);
    expect(standby.connect).not.toHaveBeenCalled();
  });

  it.each<Command['type']>(['next', 'prev', 'last'])(
    'takes over with %s once the leading one is gone, and stays where it is',
    async (type) => {
      const stage = openStage(hub, clock, timeline, { stop: 1 });
      const standby = openStandby();
      stage.close();
      vi.advanceTimersByTime(4000);
      expect(standby.player.getState().standby).toBe('following');
      vi.advanceTimersByTime(1000);
      expect(standby.player.getState().standby).toBe('lost');
      standby.player.dispatch({ type, at: 0 } as Command);
      await Promise.resolve();
      expect(standby.player.getState().standby).toBeUndefined();
      expect(stopOf(standby.player)).toBe(1);
      expect(standby.connect).toHaveBeenCalledOnce();
      expect(standby.lead.isLeader()).toBe(true);
      standby.player.press('next');
      expect(stopOf(standby.player)).toBe(2);
    },
  );

  it('goes on following when the leading one comes back in time, and leads over it after it has taken over', () => {
    const tab = createMemoryStore();
    const stage = openStage(hub, clock, timeline, { stop: 1, tab });
    const standby = openStandby();
    stage.lead.storeClaim();
    stage.close();
    vi.advanceTimersByTime(3000);
    const again = openStage(hub, clock, timeline, { stop: 3, tab });
    expect(stopOf(standby.player)).toBe(3);
    standby.takeOver();
    again.lead.receiveClaim(standby.lead.getState().own);
    expect(again.lead.isLeader()).toBe(false);
  });

  it('arrives once at a stop of a detour, however often the leading one reports it', () => {
    const { timeline: withDetour } = createFullPlayer().getState();
    const stage = openStage(hub, clock, withDetour, { stop: 1 });
    const { player } = openStandby(createTestPlayer(0, undefined, withDetour));
    stage.player.press('detour');
    const { show } = player.getState();
    expect(show.position).toMatchObject({ stop: 4, detours: [{ from: 's0/1' }] });
    vi.advanceTimersByTime(9000);
    expect(player.getState().show).toEqual(show);
  });

  it('takes over on the way when the room was frozen there, not in the detour behind', () => {
    const { timeline: withDetour } = createFullPlayer().getState();
    const stage = openStage(hub, clock, withDetour, { stop: 1 });
    const { player } = openStandby(createTestPlayer(0, undefined, withDetour));
    stage.player.setSpeakerConnected(true);
    stage.player.press('freeze');
    stage.player.press('detour');
    expect(player.getState().show).toMatchObject({ frozen: { stop: 1, detours: undefined }, position: { stop: 4 } });
  });

  it('is never moved by anything else than a report of the leading one', () => {
    openStage(hub, clock, timeline, { stop: 1 });
    const { player } = openStandby();
    const types: Command['type'][] = [
      'next',
      'prev',
      'first',
      'last',
      'nextScene',
      'prevScene',
      'black',
      'white',
      'freeze',
      'autoplay',
      'detour',
    ];
    const other = fc.constantFrom<Command>(
      { type: 'goTo', stop: 3, at: 0 },
      { type: 'drop', stops: ['a/0'], at: 0 },
      { type: 'autoAdvance', arrival: 0, at: 0 },
      { type: 'replay', at: 0 },
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(...types).map((type) => ({ type, at: 0 }) as Command),
            other,
          ),
        ),
        (commands) => {
          for (const command of commands) player.dispatch(command);
          expect(player.getState().show).toMatchObject({ position: { stop: 1 }, curtain: 'open', frozen: undefined, autoplay: false });
        },
      ),
    );
  });
});
