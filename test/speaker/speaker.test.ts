import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelName } from '../../src/player/channel';
import { resolveSessionId } from '../../src/player/connectSpeakers';
import { ANSWER_TIMEOUT_MS, RELOAD_TIMEOUT_MS, HELLO_INTERVAL_MS } from '../../src/speaker/stageConnection';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, createPlainStore, openStage, stubWindowEvents } from '../support/speakerSession';
import { TIMELINE } from '../support/timeline';
import { createMemoryStore } from '../support/testPlayer';
import { ChannelHub } from '../support/channelHub';

const LAST = TIMELINE.stops.length - 1;
let clock: ManualClock;
let wire: ChannelHub;

beforeEach(() => {
  stubWindowEvents();
  clock = new ManualClock();
  wire = new ChannelHub();
});
afterEach(() => vi.unstubAllGlobals());

const stage = (options = {}) => openStage(wire, clock, TIMELINE, options);
const speaker = (options = {}) => openSpeakerWindow(wire, clock, TIMELINE, options);
/** A press in the speaker window, by that window's own clock. */
const press = ({ desk }: ReturnType<typeof speaker>, action: 'next' | 'prev' | 'freeze' | 'black' | 'resetTimer', repeat = false): void =>
  desk.sendAction(action, desk.clock.now(), repeat);

describe('a speaker window that comes late', () => {
  it('adopts what is, and moves nobody', () => {
    const { player } = stage({ stop: 6 });
    player.press('black');
    const before = player.getState().position;
    const { desk } = speaker();
    expect(desk.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 6, curtain: 'black' } });
    clock.advance(60_000);
    expect(player.getState().position).toBe(before);
    expect(wire.sentCommands()).toEqual([]);
  });

  it('waits for a stage that comes later', () => {
    const { desk } = speaker({ stop: 4 });
    expect(desk.getState()).toMatchObject({ connectionStatus: 'searching', show: { stop: 4 } });
    stage({ stop: 7 });
    expect(desk.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 7 } });
  });

  it('is reloaded again and again without a wish', () => {
    const { player } = stage({ stop: 6 });
    for (let time = 0; time < 5; time += 1) {
      const each = speaker();
      expect(each.desk.getState().show.stop).toBe(6);
      each.close();
    }
    expect(player.getState().show.position).toMatchObject({ stop: 6, arrival: 0 });
    expect(wire.sentCommands()).toEqual([]);
  });
});

describe('whether a speaker window is connected', () => {
  const connected = ({ player }: ReturnType<typeof stage>): boolean => player.getState().show.connected;
  it('is known from its first word until it closes', () => {
    const room = stage();
    expect(connected(room)).toBe(false);
    const window = speaker();
    expect(connected(room)).toBe(true);
    clock.advance(60_000);
    expect(connected(room)).toBe(true);
    window.close();
    expect(connected(room)).toBe(false);
  });

  it('is forgotten when it falls silent, and not when one of two closes', () => {
    const room = stage();
    const [one, two] = [speaker(), speaker()];
    one.close();
    clock.advance(HELLO_INTERVAL_MS);
    expect(connected(room)).toBe(true);
    two.close();
    wire.open().send({ kind: 'hello' });
    expect(connected(room)).toBe(true);
    clock.advance(6000);
    expect(connected(room)).toBe(false);
  });

  it('does not follow from another stage of the same talk', () => {
    const [room, other] = [stage(), stage()];
    other.player.press('next');
    other.recorder.replace(undefined);
    expect(connected(room)).toBe(false);
  });
});

describe('driving', () => {
  it('obeys either window and tells every other', () => {
    const { player } = stage({ stop: 2, motion: false });
    const [one, two] = [speaker(), speaker()];
    press(one, 'next');
    expect([player.getState().position.stop, one.desk.getState().show.stop, two.desk.getState().show.stop]).toEqual([3, 3, 3]);
    player.press('next', 10_000);
    expect([one, two].map(({ desk }) => desk.getState().show.stop)).toEqual([4, 4]);
  });

  it.each([11, 40])('counts every one of %i wishes in a burst, whatever plays', (count) => {
    const { player } = stage();
    const desk = speaker();
    clock.advance(1000);
    for (let index = 0; index < count; index += 1) {
      press(desk, 'next');
      clock.advance(30);
    }
    // The first press finished the opening, which was playing.
    expect(player.getState().position.stop).toBe(Math.min(LAST, count - 1));
    expect(desk.desk.getState().show.stop).toBe(player.getState().position.stop);
  });

  it('counts every repeat of a held key, there and back', () => {
    const { player } = stage({ stop: 1 });
    const desk = speaker();
    for (let index = 0; index < 9; index += 1) {
      press(desk, 'next', index > 0);
      clock.advance(400);
    }
    expect(player.getState().position.stop).toBe(10);
    for (let index = 0; index < 7; index += 1) {
      press(desk, 'prev', index > 0);
      clock.advance(400);
    }
    expect(player.getState().position.stop).toBe(3);
  });

  it('keeps the rule of one patient press: it finishes what plays, then goes on', () => {
    const { player } = stage({ stop: 4 });
    const desk = speaker();
    press(desk, 'next');
    expect(desk.desk.getState().show).toMatchObject({ stop: 5, playing: true });
    clock.advance(600);
    press(desk, 'next');
    expect(desk.desk.getState().show).toMatchObject({ stop: 5, playing: false });
    clock.advance(600);
    press(desk, 'next');
    expect(player.getState().position.stop).toBe(6);
  });

  it('plays from the moment of the press although the windows’ clocks differ', () => {
    const { player } = stage({ stop: 4 });
    clock.advance(5000);
    press(speaker(), 'next');
    expect(player.getState().position.since).toBe(5000);
  });

  it('jumps by a typed number, and by a number that is out of range', () => {
    const { player } = stage();
    const { desk } = speaker();
    const type = (keys: string): void => keys.split('').forEach((key) => expect(desk.appendKey(key, desk.clock.now())).toBe(true));
    type('5.3');
    expect(desk.getState().pendingNumber?.text).toBe('5.3');
    desk.sendAction('next', desk.clock.now());
    expect(player.getState().position.stop).toBe(7);
    expect(desk.getState().pendingNumber).toBeUndefined();
    type('99');
    desk.sendAction('next', desk.clock.now());
    expect(player.getState().position.stop).toBe(5);
  });

  it('forgets a number nobody finishes', () => {
    stage();
    const { desk } = speaker();
    desk.appendKey('3', desk.clock.now());
    clock.advance(4000);
    expect(desk.getState().pendingNumber).toBeUndefined();
  });
});

describe('freeze', () => {
  it('holds the room’s picture while the speaker browses, and catches up', () => {
    const { player } = stage({ stop: 3, motion: false });
    const desk = speaker();
    press(desk, 'freeze');
    press(desk, 'next');
    press(desk, 'next');
    expect(player.getState().position.stop).toBe(3);
    expect(desk.desk.getState().show).toMatchObject({ stop: 5, frozen: 3 });
    const late = speaker();
    expect(late.desk.getState().show).toMatchObject({ stop: 5, frozen: 3 });
    press(desk, 'freeze');
    expect(player.getState().position.stop).toBe(5);
    expect(desk.desk.getState().show.frozen).toBeUndefined();
  });
});

describe('the talk’s clock', () => {
  it('starts with the first stop left, survives a late window, and is reset from here', () => {
    stage({ motion: false });
    const desk = speaker();
    clock.advance(9000);
    press(desk, 'next');
    expect(speaker().desk.getState().show.startedAt).toBe(9000);
    press(desk, 'resetTimer');
    expect(desk.desk.getState().show.startedAt).toBeUndefined();
  });
});

describe('a stage that is not there', () => {
  it('is missed after a while, and greeted when it comes back', () => {
    const { desk, link } = speaker({ stop: 4 });
    clock.advance(ANSWER_TIMEOUT_MS - 1);
    expect(desk.getState().connectionStatus).toBe('searching');
    clock.advance(1);
    expect(desk.getState().connectionStatus).toBe('silent');
    // Nothing is left waiting that could move a stage later.
    expect(link.sendAction('next', 0)).toBe(false);
    const { player } = stage({ stop: 5 });
    expect(desk.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 5 } });
    clock.advance(60_000);
    expect(player.getState().position.stop).toBe(5);
  });

  it('is not missed while it answers', () => {
    stage();
    const { desk } = speaker();
    clock.advance(60_000);
    expect(desk.getState().connectionStatus).toBe('online');
  });

  it('is missed when it falls silent', () => {
    const { close } = stage();
    const { desk } = speaker();
    clock.advance(HELLO_INTERVAL_MS / 2);
    close();
    clock.advance(HELLO_INTERVAL_MS / 2 + ANSWER_TIMEOUT_MS);
    expect(desk.getState().connectionStatus).toBe('silent');
  });

  it('says goodbye, and is missed at once unless it was only reloaded', () => {
    const leaving = wire.open();
    stage({ stop: 3 });
    const { desk } = speaker();
    leaving.send({ kind: 'bye' });
    clock.advance(RELOAD_TIMEOUT_MS - 1);
    expect(desk.getState().connectionStatus).toBe('online');
    clock.advance(1);
    expect(desk.getState().connectionStatus).toBe('silent');
    stage({ stop: 3 });
    leaving.send({ kind: 'bye' });
    clock.advance(RELOAD_TIMEOUT_MS / 2);
    stage({ stop: 3 });
    clock.advance(RELOAD_TIMEOUT_MS);
    expect(desk.getState().connectionStatus).toBe('online');
  });
});

describe('apart from each other', () => {
  it('two stories, two talks and two copies of the page stay among themselves', () => {
    const names = [
      channelName('/', 'one', 'x'),
      channelName('/', 'two', 'x'),
      channelName('/', 'one', 'y'),
      channelName('/copy/', 'one', 'x'),
    ];
    const talks = names.map((name, index) => ({ ...stage({ name, stop: index + 2, motion: false }), ...speaker({ name }) }));
    expect(talks.map(({ desk }) => desk.getState().show.stop)).toEqual([2, 3, 4, 5]);
    talks[1]!.desk.sendAction('next', talks[1]!.desk.clock.now());
    expect(talks.map(({ player }) => player.getState().position.stop)).toEqual([2, 4, 4, 5]);
  });

  it('a new stage joins the talk it is asked to, and stays in it', () => {
    const tab = createPlainStore({ session: 'old' });
    expect(resolveSessionId(tab, '?session=abc')).toBe('abc');
    expect(resolveSessionId(tab, '')).toBe('abc');
    expect(resolveSessionId(createPlainStore(), '')).not.toBe(resolveSessionId(createPlainStore(), ''));
  });
});

describe('the rehearsal', () => {
  const rehearsal = {
    understudy: 'rehearsal',
    version: 1,
    story: TIMELINE.story.id,
    recordedAt: '2026-01-02T03:04:05Z',
    seconds: { 'agent/0': 7 },
  } as const;
  const plans = (...windows: ReturnType<typeof speaker>[]): unknown[] => windows.map(({ desk }) => desk.getState().rehearsal);

  it('that the stage plans with reaches every speaker window, wherever it is kept: recorded, replaced, cleared, taken back', () => {
    const refused = { read: () => null, write: () => false, watch: () => () => {} };
    const { recorder } = stage({ keeps: refused });
    const [one, two] = [speaker({ keeps: refused }), speaker({ keeps: createPlainStore({ rehearsal: 'odd' }) })];
    expect(plans(one, two)).toEqual([null, null]);
    recorder.replace(rehearsal);
    expect(plans(one, two, speaker())).toEqual([rehearsal, rehearsal, rehearsal]);
    recorder.replace(undefined);
    expect(plans(one, two)).toEqual([null, null]);
    recorder.undo();
    expect(plans(one, two)).toEqual([rehearsal, rehearsal]);
  });

  it('that another tab records, clears or replaces is the plan here too', () => {
    const keeps = createMemoryStore();
    const { recorder } = stage({ keeps });
    const window = speaker({ keeps });
    keeps.change('rehearsal', rehearsal);
    expect(plans(window)).toEqual([rehearsal]);
    expect(recorder.getState().rehearsal).toEqual(rehearsal);
    recorder.replace({ ...rehearsal, seconds: { 'agent/0': 9 } });
    keeps.change('rehearsal', null);
    expect(plans(window)).toEqual([null]);
    expect(recorder.getState().replaced).toBeUndefined();
  });

  it('that is kept is the plan while no stage answers', () => {
    expect(plans(speaker({ keeps: createPlainStore({ rehearsal }) }))).toEqual([rehearsal]);
  });
});

describe('what only this window has', () => {
  it('takes the stage’s theme until it is given its own, and keeps that', () => {
    const keeps = createPlainStore({ settings: { theme: 'light', textStep: 4 } });
    const { desk } = speaker({ keeps });
    expect(desk.getState().settings).toEqual({ theme: 'light', textStep: 0 });
    const { player } = stage();
    expect(desk.getState().settings.theme).toBe('dark');
    desk.resizeNotes(2);
    player.press('theme');
    expect([desk, speaker({ keeps }).desk].map((each) => each.getState().settings)).toEqual([
      { theme: 'light', textStep: 2 },
      { theme: 'light', textStep: 2 },
    ]);
    desk.toggleTheme();
    player.press('theme');
    player.press('theme');
    expect(desk.getState().settings.theme).toBe('dark');
    expect(speaker({ keeps }).desk.getState().settings).toEqual({ theme: 'dark', textStep: 2 });
    expect(keeps.read('settings')).toEqual({ theme: 'light', textStep: 4 });
    desk.resizeNotes(99);
    expect(desk.getState().settings.textStep).toBe(5);
    desk.resizeNotes('reset');
    expect(desk.getState().settings.textStep).toBe(0);
  });
});

it('leaves no timer, listener or channel behind', () => {
  const one = stage({ stop: 11 });
  const two = speaker();
  two.desk.appendKey('3', 0);
  expect(clock.timers.length).toBeGreaterThan(0);
  two.close();
  one.close();
  expect(clock.timers).toEqual([]);
  expect(wire.openChannels).toBe(0);
});
