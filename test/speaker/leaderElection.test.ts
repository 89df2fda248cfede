import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHigherClaim } from '../../src/core/leaderElection';
import { LEADER_TIMEOUT_MS } from '../../src/player/leaderElection';
import { ANSWER_TIMEOUT_MS, RELOAD_TIMEOUT_MS, HELLO_INTERVAL_MS } from '../../src/speaker/stageConnection';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, createPlainStore, openStage, stubWindowEvents } from '../support/speakerSession';
import { TIMELINE } from '../support/timeline';
import { ChannelHub } from '../support/channelHub';

let clock: ManualClock;
let wire: ChannelHub;

beforeEach(() => {
  stubWindowEvents();
  [clock, wire] = [new ManualClock(), new ChannelHub()];
});
afterEach(() => vi.unstubAllGlobals());

type Stage = ReturnType<typeof openStage>;

/** Opens a stage a little later than the one before, so that none is as old as another. */
function stage(options: Parameters<typeof openStage>[3] = {}): Stage {
  clock.advance(1);
  return openStage(wire, clock, TIMELINE, { motion: false, ...options });
}
const speaker = () => openSpeakerWindow(wire, clock, TIMELINE);
const leads = (...stages: readonly Stage[]): boolean[] => stages.map(({ lead }) => lead.isLeader());
const stops = (...stages: readonly Stage[]): number[] => stages.map(({ player }) => player.getState().position.stop);

describe('a duplicated tab', () => {
  it('neither obeys nor answers: the speaker window follows and drives the first one', () => {
    const first = stage({ stop: 3 });
    const { desk } = speaker();
    const second = stage({ stop: 7 });
    expect(leads(first, second)).toEqual([true, false]);
    expect(second.player.getState().isLeader).toBe(false);
    desk.sendAction('next', desk.clock.now());
    second.player.press('next', 10_000);
    expect([stops(first, second), desk.getState().show.stop]).toEqual([[4, 8], 4]);
    clock.advance(20 * HELLO_INTERVAL_MS);
    expect(desk.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 4 } });
    // A window that comes late hears one of them as well.
    expect(speaker().desk.getState().show.stop).toBe(4);
    expect([first, second].map(({ player }) => player.getState().show.connected)).toEqual([true, false]);
  });

  it('takes the lead when somebody asks it to, and the first one knows', () => {
    const [first, second] = [stage({ stop: 3 }), stage({ stop: 7 })];
    const { desk } = speaker();
    second.lead.takeLead();
    expect([leads(first, second), desk.getState().show.stop]).toEqual([[false, true], 7]);
    desk.sendAction('prev', desk.clock.now());
    expect(stops(first, second)).toEqual([3, 6]);
    first.lead.takeLead();
    expect([leads(first, second), desk.getState().show.stop]).toEqual([[true, false], 3]);
  });

  it('closes without a word about the talk', () => {
    const first = stage({ stop: 3 });
    const { desk } = speaker();
    const second = stage({ stop: 7 });
    second.close();
    clock.advance(RELOAD_TIMEOUT_MS + ANSWER_TIMEOUT_MS);
    expect(desk.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 3 } });
    expect(first.lead.isLeader()).toBe(true);
  });
});

describe('the leading stage', () => {
  it('leads again after a reload, with others open', () => {
    const tab = createPlainStore();
    const first = stage({ stop: 3, tab });
    const second = stage({ stop: 7 });
    const { desk } = speaker();
    // While it is open nothing is kept: a duplicate has no part in its claim.
    expect(tab.read('claim')).toBeNull();
    first.close();
    clock.advance(RELOAD_TIMEOUT_MS / 2);
    const again = stage({ stop: 3, tab });
    clock.advance(LEADER_TIMEOUT_MS + HELLO_INTERVAL_MS);
    expect([leads(again, second), desk.getState()]).toMatchObject([[true, false], { connectionStatus: 'online', show: { stop: 3 } }]);
  });

  it('is followed by the next one when it closes, says so or not', () => {
    for (const says of [true, false]) {
      [clock, wire] = [new ManualClock(), new ChannelHub()];
      const [first, second, third] = [stage({ stop: 3 }), stage({ stop: 5 }), stage({ stop: 7 })];
      const { desk } = speaker();
      if (says) wire.open().send({ kind: 'bye', stage: first.lead.getState().own.id });
      first.close();
      clock.advance(HELLO_INTERVAL_MS + ANSWER_TIMEOUT_MS + HELLO_INTERVAL_MS);
      expect([leads(second, third), desk.getState()]).toMatchObject([[true, false], { connectionStatus: 'online', show: { stop: 5 } }]);
      desk.sendAction('next', desk.clock.now());
      expect(stops(second, third)).toEqual([6, 7]);
    }
  });

  it('hands over to the stage that a speaker window opens in its place, also when it wakes up', () => {
    const tab = createPlainStore();
    const first = stage({ stop: 3, tab });
    const { desk } = speaker();
    const claim = desk.getState().leader;
    first.close();
    clock.advance(ANSWER_TIMEOUT_MS + HELLO_INTERVAL_MS);
    expect(desk.getState().connectionStatus).toBe('silent');
    const opened = stage({ stop: 3, tab: createPlainStore({ claim: createHigherClaim(claim, { id: 'new', since: clock.wallTime() }) }) });
    const woken = stage({ stop: 3, tab });
    expect(leads(woken, opened)).toEqual([false, true]);
  });
});

it('whatever happens to three tabs, one leads in the end, all know it, and the speaker window follows it', () => {
  const tabs = fc.constantFrom(0, 1, 2);
  const event = fc.record({ kind: fc.constantFrom('open', 'close', 'crash', 'take', 'step', 'wait'), tab: tabs, ms: fc.nat(4000) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 14 }), (events) => {
      [clock, wire] = [new ManualClock(), new ChannelHub()];
      const { desk } = speaker();
      const shelves = [createPlainStore(), createPlainStore(), createPlainStore()];
      const open: (Stage | undefined)[] = [];
      for (const { kind, tab, ms } of [...events, { kind: 'open', tab: 0, ms: 0 }]) {
        const there = open[tab];
        if (kind === 'open') open[tab] ??= stage({ stop: tab, tab: shelves[tab]! });
        if (kind === 'take') there?.lead.takeLead();
        if (kind === 'step') desk.sendAction('next', desk.clock.now());
        if (kind === 'wait') clock.advance(ms);
        if (there && (kind === 'close' || kind === 'crash')) {
          there.close();
          if (kind === 'close') wire.open().send({ kind: 'bye', stage: there.lead.getState().own.id });
          else shelves[tab] = createPlainStore();
          open[tab] = undefined;
        }
      }
      clock.advance(2 * (HELLO_INTERVAL_MS + ANSWER_TIMEOUT_MS));
      const stages = open.filter((each) => each !== undefined);
      const leading = stages.filter(({ lead }) => lead.isLeader());
      expect(leading).toHaveLength(1);
      expect(new Set(stages.map(({ lead }) => lead.getState().leader.id)).size).toBe(1);
      expect(desk.getState()).toMatchObject({
        connectionStatus: 'online',
        show: { stop: stops(...leading)[0] },
        leader: leading[0]!.lead.getState().own,
      });
    }),
    { numRuns: 200 },
  );
});
