import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHigherClaim } from '../../src/core/leaderElection';
import { LEADER_TIMEOUT_MS } from '../../src/player/leaderElection';
import { ANSWER_TIMEOUT_MS, RELOAD_TIMEOUT_MS, HELLO_INTERVAL_MS } from '../../src/speaker/stageConnection';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, openStage, stubWindowEvents } from '../support/speakerSession';
import { TIMELINE } from '../support/timeline';
import { createMemoryStore } from '../support/testPlayer';
import { ChannelHub } from '../support/channelHub';

let clock: ManualClock;
let hub: ChannelHub;

beforeEach(() => {
  stubWindowEvents();
  [clock, hub] = [new ManualClock(), new ChannelHub()];
});
afterEach(() => vi.unstubAllGlobals());

type Stage = ReturnType<typeof openStage>;

/** Opens a stage at a later time than the one before. */
function stage(options: Parameters<typeof openStage>[3] = {}): Stage {
  clock.advance(1);
  return openStage(hub, clock, TIMELINE, { motion: false, ...options });
}
const speaker = () => openSpeakerWindow(hub, clock, TIMELINE);
const leads = (...stages: readonly Stage[]): boolean[] => stages.map(({ lead }) => lead.isLeader());
const stops = (...stages: readonly Stage[]): number[] => stages.map(({ player }) => player.getState().position.stop);

describe('a duplicated tab', () => {
  it('does not lead: the speaker window follows and drives the first one', () => {
    const first = stage({ stop: 3 });
    const { store } = speaker();
    const second = stage({ stop: 7 });
    expect(leads(first, second)).toEqual([true, false]);
    expect(second.player.getState().isLeader).toBe(false);
    store.sendAction('next', store.clock.now());
    second.player.press('next', 10_000);
    expect([stops(first, second), store.getState().show.stop]).toEqual([[4, 8], 4]);
    clock.advance(20 * HELLO_INTERVAL_MS);
    expect(store.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 4 } });
    // A window that opens later follows the same stage.
    expect(speaker().store.getState().show.stop).toBe(4);
    expect([first, second].map(({ player }) => player.getState().show.connected)).toEqual([true, false]);
  });

  it('takes the lead on request, and the first one gives it up', () => {
    const [first, second] = [stage({ stop: 3 }), stage({ stop: 7 })];
    const { store } = speaker();
    second.lead.takeLead();
    expect([leads(first, second), store.getState().show.stop]).toEqual([[false, true], 7]);
    store.sendAction('prev', store.clock.now());
    expect(stops(first, second)).toEqual([3, 6]);
    first.lead.takeLead();
    expect([leads(first, second), store.getState().show.stop]).toEqual([[true, false], 3]);
  });

  it('does not affect the connection when it closes', () => {
    const first = stage({ stop: 3 });
    const { store } = speaker();
    const second = stage({ stop: 7 });
    second.close();
    clock.advance(RELOAD_TIMEOUT_MS + ANSWER_TIMEOUT_MS);
    expect(store.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 3 } });
    expect(first.lead.isLeader()).toBe(true);
  });
});

describe('the leading stage', () => {
  it('leads again after a reload while others are open', () => {
    const tab = createMemoryStore();
    const first = stage({ stop: 3, tab });
    const second = stage({ stop: 7 });
    const { store } = speaker();
    // An open stage stores no claim, so a duplicated tab does not copy it.
    expect(tab.read('claim')).toBeNull();
    first.close();
    clock.advance(RELOAD_TIMEOUT_MS / 2);
    const again = stage({ stop: 3, tab });
    clock.advance(LEADER_TIMEOUT_MS + HELLO_INTERVAL_MS);
    expect([leads(again, second), store.getState()]).toMatchObject([[true, false], { connectionStatus: 'online', show: { stop: 3 } }]);
  });

  it('is succeeded by the next one when it closes or crashes', () => {
    for (const says of [true, false]) {
      [clock, hub] = [new ManualClock(), new ChannelHub()];
      const [first, second, third] = [stage({ stop: 3 }), stage({ stop: 5 }), stage({ stop: 7 })];
      const { store } = speaker();
      if (says) hub.open().send({ kind: 'bye', stage: first.lead.getState().own.id });
      first.close();
      clock.advance(HELLO_INTERVAL_MS + ANSWER_TIMEOUT_MS + HELLO_INTERVAL_MS);
      expect([leads(second, third), store.getState()]).toMatchObject([[true, false], { connectionStatus: 'online', show: { stop: 5 } }]);
      store.sendAction('next', store.clock.now());
      expect(stops(second, third)).toEqual([6, 7]);
    }
  });

  it('does not lead again after a speaker window has opened another one in its place', () => {
    const tab = createMemoryStore();
    const first = stage({ stop: 3, tab });
    const { store } = speaker();
    const claim = store.getState().leader;
    first.close();
    clock.advance(ANSWER_TIMEOUT_MS + HELLO_INTERVAL_MS);
    expect(store.getState().connectionStatus).toBe('silent');
    const opened = stage({ stop: 3, tab: createMemoryStore({ claim: createHigherClaim(claim, { id: 'new', since: clock.wallTime() }) }) });
    const woken = stage({ stop: 3, tab });
    expect(leads(woken, opened)).toEqual([false, true]);
  });
});

it('after any events in three tabs, all agree on one leader, and the speaker window follows it', () => {
  const tabs = fc.constantFrom(0, 1, 2);
  const event = fc.record({ kind: fc.constantFrom('open', 'close', 'crash', 'take', 'step', 'wait'), tab: tabs, ms: fc.nat(4000) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 14 }), (events) => {
      [clock, hub] = [new ManualClock(), new ChannelHub()];
      const { store } = speaker();
      const shelves = [createMemoryStore(), createMemoryStore(), createMemoryStore()];
      const open: (Stage | undefined)[] = [];
      for (const { kind, tab, ms } of [...events, { kind: 'open', tab: 0, ms: 0 }]) {
        const there = open[tab];
        if (kind === 'open') open[tab] ??= stage({ stop: tab, tab: shelves[tab]! });
        if (kind === 'take') there?.lead.takeLead();
        if (kind === 'step') store.sendAction('next', store.clock.now());
        if (kind === 'wait') clock.advance(ms);
        if (there && (kind === 'close' || kind === 'crash')) {
          there.close();
          if (kind === 'close') hub.open().send({ kind: 'bye', stage: there.lead.getState().own.id });
          else shelves[tab] = createMemoryStore();
          open[tab] = undefined;
        }
      }
      clock.advance(2 * (HELLO_INTERVAL_MS + ANSWER_TIMEOUT_MS));
      const stages = open.filter((each) => each !== undefined);
      const leading = stages.filter(({ lead }) => lead.isLeader());
      expect(leading).toHaveLength(1);
      expect(new Set(stages.map(({ lead }) => lead.getState().leader.id)).size).toBe(1);
      expect(store.getState()).toMatchObject({
        connectionStatus: 'online',
        show: { stop: stops(...leading)[0] },
        leader: leading[0]!.lead.getState().own,
      });
    }),
    { numRuns: 200 },
  );
});
