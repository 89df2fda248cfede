import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimAfter } from '../../src/core/leaderElection';
import { LEADER_TIMEOUT_MS } from '../../src/player/leaderElection';
import { ANSWER_MS, GONE_MS, HELLO_MS } from '../../src/speaker/stageConnection';
import { HandClock } from '../support/manualClock';
import { deskOn, shelf, stageOn, withoutWindow } from '../support/speakerSession';
import { TIMELINE } from '../support/timeline';
import { Wire } from '../support/channelHub';

let clock: HandClock;
let wire: Wire;

beforeEach(() => {
  withoutWindow();
  [clock, wire] = [new HandClock(), new Wire()];
});
afterEach(() => vi.unstubAllGlobals());

type Stage = ReturnType<typeof stageOn>;

/** Opens a stage a little later than the one before, so that none is as old as another. */
function stage(options: Parameters<typeof stageOn>[3] = {}): Stage {
  clock.turn(1);
  return stageOn(wire, clock, TIMELINE, { motion: false, ...options });
}
const speaker = () => deskOn(wire, clock, TIMELINE);
const leads = (...stages: readonly Stage[]): boolean[] => stages.map(({ lead }) => lead.leads());
const stops = (...stages: readonly Stage[]): number[] => stages.map(({ player }) => player.getState().position.stop);

describe('a duplicated tab', () => {
  it('neither obeys nor answers: the speaker window follows and drives the first one', () => {
    const first = stage({ stop: 3 });
    const { desk } = speaker();
    const second = stage({ stop: 7 });
    expect(leads(first, second)).toEqual([true, false]);
    expect(second.player.getState().leads).toBe(false);
    desk.wish('next', desk.clock.now());
    second.player.press('next', 10_000);
    expect([stops(first, second), desk.getState().show.stop]).toEqual([[4, 8], 4]);
    clock.turn(20 * HELLO_MS);
    expect(desk.getState()).toMatchObject({ line: 'online', show: { stop: 4 } });
    // A window that comes late hears one of them as well.
    expect(speaker().desk.getState().show.stop).toBe(4);
    expect([first, second].map(({ player }) => player.getState().show.connected)).toEqual([true, false]);
  });

  it('takes the lead when somebody asks it to, and the first one knows', () => {
    const [first, second] = [stage({ stop: 3 }), stage({ stop: 7 })];
    const { desk } = speaker();
    second.lead.take();
    expect([leads(first, second), desk.getState().show.stop]).toEqual([[false, true], 7]);
    desk.wish('prev', desk.clock.now());
    expect(stops(first, second)).toEqual([3, 6]);
    first.lead.take();
    expect([leads(first, second), desk.getState().show.stop]).toEqual([[true, false], 3]);
  });

  it('closes without a word about the talk', () => {
    const first = stage({ stop: 3 });
    const { desk } = speaker();
    const second = stage({ stop: 7 });
    second.close();
    clock.turn(GONE_MS + ANSWER_MS);
    expect(desk.getState()).toMatchObject({ line: 'online', show: { stop: 3 } });
    expect(first.lead.leads()).toBe(true);
  });
});

describe('the leading stage', () => {
  it('leads again after a reload, with others open', () => {
    const tab = shelf();
    const first = stage({ stop: 3, tab });
    const second = stage({ stop: 7 });
    const { desk } = speaker();
    // While it is open nothing is kept: a duplicate has no part in its claim.
    expect(tab.read('claim')).toBeNull();
    first.close();
    clock.turn(GONE_MS / 2);
    const again = stage({ stop: 3, tab });
    clock.turn(LEADER_TIMEOUT_MS + HELLO_MS);
    expect([leads(again, second), desk.getState()]).toMatchObject([[true, false], { line: 'online', show: { stop: 3 } }]);
  });

  it('is followed by the next one when it closes, says so or not', () => {
    for (const says of [true, false]) {
      [clock, wire] = [new HandClock(), new Wire()];
      const [first, second, third] = [stage({ stop: 3 }), stage({ stop: 5 }), stage({ stop: 7 })];
      const { desk } = speaker();
      if (says) wire.open().send({ kind: 'bye', stage: first.lead.getState().own.id });
      first.close();
      clock.turn(HELLO_MS + ANSWER_MS + HELLO_MS);
      expect([leads(second, third), desk.getState()]).toMatchObject([[true, false], { line: 'online', show: { stop: 5 } }]);
      desk.wish('next', desk.clock.now());
      expect(stops(second, third)).toEqual([6, 7]);
    }
  });

  it('hands over to the stage that a speaker window opens in its place, also when it wakes up', () => {
    const tab = shelf();
    const first = stage({ stop: 3, tab });
    const { desk } = speaker();
    const claim = desk.getState().stage;
    first.close();
    clock.turn(ANSWER_MS + HELLO_MS);
    expect(desk.getState().line).toBe('silent');
    const opened = stage({ stop: 3, tab: shelf({ claim: claimAfter(claim, { id: 'new', since: clock.today() }) }) });
    const woken = stage({ stop: 3, tab });
    expect(leads(woken, opened)).toEqual([false, true]);
  });
});

it('whatever happens to three tabs, one leads in the end, all know it, and the speaker window follows it', () => {
  const tabs = fc.constantFrom(0, 1, 2);
  const event = fc.record({ kind: fc.constantFrom('open', 'close', 'crash', 'take', 'step', 'wait'), tab: tabs, ms: fc.nat(4000) });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 14 }), (events) => {
      [clock, wire] = [new HandClock(), new Wire()];
      const { desk } = speaker();
      const shelves = [shelf(), shelf(), shelf()];
      const open: (Stage | undefined)[] = [];
      for (const { kind, tab, ms } of [...events, { kind: 'open', tab: 0, ms: 0 }]) {
        const there = open[tab];
        if (kind === 'open') open[tab] ??= stage({ stop: tab, tab: shelves[tab]! });
        if (kind === 'take') there?.lead.take();
        if (kind === 'step') desk.wish('next', desk.clock.now());
        if (kind === 'wait') clock.turn(ms);
        if (there && (kind === 'close' || kind === 'crash')) {
          there.close();
          if (kind === 'close') wire.open().send({ kind: 'bye', stage: there.lead.getState().own.id });
          else shelves[tab] = shelf();
          open[tab] = undefined;
        }
      }
      clock.turn(2 * (HELLO_MS + ANSWER_MS));
      const stages = open.filter((each) => each !== undefined);
      const leading = stages.filter(({ lead }) => lead.leads());
      expect(leading).toHaveLength(1);
      expect(new Set(stages.map(({ lead }) => lead.getState().leader.id)).size).toBe(1);
      expect(desk.getState()).toMatchObject({
        line: 'online',
        show: { stop: stops(...leading)[0] },
        stage: leading[0]!.lead.getState().own,
      });
    }),
    { numRuns: 200 },
  );
});
