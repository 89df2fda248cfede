import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { channelName } from '../../src/player/channel';
import type { RemoteAction } from '../../src/core/speakerProtocol';
import { NOT_STARTED } from '../../src/core/talkTimer';
import { readTimer, resolveSessionId } from '../../src/player/connectSpeakers';
import { ANSWER_TIMEOUT_MS, RELOAD_TIMEOUT_MS, HELLO_INTERVAL_MS } from '../../src/speaker/stageConnection';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, openStage, stubWindowEvents } from '../support/speakerSession';
import { TIMELINE } from '../support/timeline';
import { createMemoryStore } from '../support/testPlayer';
import { ChannelHub } from '../support/channelHub';

const LAST = TIMELINE.stops.length - 1;
let clock: ManualClock;
let hub: ChannelHub;

beforeEach(() => {
  stubWindowEvents();
  clock = new ManualClock();
  hub = new ChannelHub();
});
afterEach(() => vi.unstubAllGlobals());

const stage = (options = {}) => openStage(hub, clock, TIMELINE, options);
const speaker = (options = {}) => openSpeakerWindow(hub, clock, TIMELINE, options);
/** A press in the speaker window, by that window's own clock. */
const press = ({ store }: ReturnType<typeof speaker>, action: RemoteAction, repeat = false): void =>
  store.sendAction(action, store.clock.now(), repeat);

describe('a speaker window that opens after the stage', () => {
  it('shows the state of the stage and does not change it', () => {
    const { player } = stage({ stop: 6 });
    player.press('black');
    const before = player.getState().position;
    const { store } = speaker();
    expect(store.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 6, curtain: 'black' } });
    clock.advance(60_000);
    expect(player.getState().position).toBe(before);
    expect(hub.sentCommands()).toEqual([]);
  });

  it('connects to a stage that opens later', () => {
    const { store } = speaker({ stop: 4 });
    expect(store.getState()).toMatchObject({ connectionStatus: 'searching', show: { stop: 4 } });
    stage({ stop: 7 });
    expect(store.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 7 } });
  });

  it('sends no command when it is reloaded', () => {
    const { player } = stage({ stop: 6 });
    for (let time = 0; time < 5; time += 1) {
      const each = speaker();
      expect(each.store.getState().show.stop).toBe(6);
      each.close();
    }
    expect(player.getState().show.position).toMatchObject({ stop: 6, arrival: 0 });
    expect(hub.sentCommands()).toEqual([]);
  });
});

describe('the stage’s record of connected speaker windows', () => {
  const connected = ({ player }: ReturnType<typeof stage>): boolean => player.getState().show.connected;
  it('is set from the first message until the window closes', () => {
    const room = stage();
    expect(connected(room)).toBe(false);
    const window = speaker();
    expect(connected(room)).toBe(true);
    clock.advance(60_000);
    expect(connected(room)).toBe(true);
    window.close();
    expect(connected(room)).toBe(false);
  });

  it('is cleared after 6 s without a message, but not when one of two windows closes', () => {
    const room = stage();
    const [one, two] = [speaker(), speaker()];
    one.close();
    clock.advance(HELLO_INTERVAL_MS);
    expect(connected(room)).toBe(true);
    two.close();
    hub.open().send({ kind: 'hello' });
    expect(connected(room)).toBe(true);
    clock.advance(6000);
    expect(connected(room)).toBe(false);
  });

  it('ignores another stage of the same talk', () => {
    const [room, other] = [stage(), stage()];
    other.player.press('next');
    other.recorder.replace(undefined);
    expect(connected(room)).toBe(false);
  });
});

describe('commands', () => {
  it('come from either window and reach all the others', () => {
    const { player } = stage({ stop: 2, motion: false });
    const [one, two] = [speaker(), speaker()];
    press(one, 'next');
    expect([player.getState().position.stop, one.store.getState().show.stop, two.store.getState().show.stop]).toEqual([3, 3, 3]);
    player.press('next', 10_000);
    expect([one, two].map(({ store }) => store.getState().show.stop)).toEqual([4, 4]);
  });

  it.each([11, 40])('all count, %i in a burst, while stops play', (count) => {
    const { player } = stage();
    const window = speaker();
    clock.advance(1000);
    for (let index = 0; index < count; index += 1) {
      press(window, 'next');
      clock.advance(30);
    }
    // The first press finished the opening, which was playing.
    expect(player.getState().position.stop).toBe(Math.min(LAST, count - 1));
    expect(window.store.getState().show.stop).toBe(player.getState().position.stop);
  });

  it('count for each repeat of a held key, forward and back', () => {
    const { player } = stage({ stop: 1 });
    const window = speaker();
    for (let index = 0; index < 9; index += 1) {
      press(window, 'next', index > 0);
      clock.advance(400);
    }
    expect(player.getState().position.stop).toBe(10);
    for (let index = 0; index < 7; index += 1) {
      press(window, 'prev', index > 0);
      clock.advance(400);
    }
    expect(player.getState().position.stop).toBe(3);
  });

  it('finish the stop that plays, then go on, when pressed slowly', () => {
    const { player } = stage({ stop: 4 });
    const window = speaker();
    press(window, 'next');
    expect(window.store.getState().show).toMatchObject({ stop: 5, playing: true });
    clock.advance(600);
    press(window, 'next');
    expect(window.store.getState().show).toMatchObject({ stop: 5, playing: false });
    clock.advance(600);
    press(window, 'next');
    expect(player.getState().position.stop).toBe(6);
  });

  it('carry the time of the press although the clocks of the windows differ', () => {
    const { player } = stage({ stop: 4 });
    clock.advance(5000);
    press(speaker(), 'next');
    expect(player.getState().position.since).toBe(5000);
  });

  it('jump to a pending number, also to one out of range', () => {
    const { player } = stage();
    const { store } = speaker();
    const type = (keys: string): void => keys.split('').forEach((key) => expect(store.appendKey(key, store.clock.now())).toBe(true));
    type('5.3');
    expect(store.getState().pendingNumber?.text).toBe('5.3');
    store.sendAction('next', store.clock.now());
    expect(player.getState().position.stop).toBe(7);
    expect(store.getState().pendingNumber).toBeUndefined();
    type('99');
    store.sendAction('next', store.clock.now());
    expect(player.getState().position.stop).toBe(5);
  });

  it('discard a pending number after 4 s', () => {
    stage();
    const { store } = speaker();
    store.appendKey('3', store.clock.now());
    clock.advance(4000);
    expect(store.getState().pendingNumber).toBeUndefined();
  });
});

describe('freeze', () => {
  it('keeps the stop on stage while the speaker goes on, then catches up', () => {
    const { player } = stage({ stop: 3, motion: false });
    const window = speaker();
    press(window, 'freeze');
    press(window, 'next');
    press(window, 'next');
    expect(player.getState().position.stop).toBe(3);
    expect(window.store.getState().show).toMatchObject({ stop: 5, frozen: 3 });
    const late = speaker();
    expect(late.store.getState().show).toMatchObject({ stop: 5, frozen: 3 });
    press(window, 'freeze');
    expect(player.getState().position.stop).toBe(5);
    expect(window.store.getState().show.frozen).toBeUndefined();
  });
});

describe('the timer of the talk', () => {
  it.each(['next', 'startTimer'] as const)('starts with %s, is known to windows that open later, and can be reset', (action) => {
    stage({ motion: false });
    const window = speaker();
    clock.advance(9000);
    press(window, action);
    expect(speaker().store.getState().show.startedAt).toBe(9000);
    press(window, 'resetTimer');
    expect(window.store.getState().show.startedAt).toBeUndefined();
  });

  it('survives a reload of the stage, with the time for which the room was black', () => {
    const tab = createMemoryStore();
    const { close } = stage({ motion: false, tab });
    const window = speaker();
    clock.advance(9000);
    for (const action of ['next', 'black'] as const) {
      press(window, action);
      clock.advance(1000);
    }
    expect(readTimer(tab, clock.wallTime())).toEqual({ startedAt: 9000, blackMs: 1000, blackSince: undefined });
    press(window, 'black');
    clock.advance(5000);
    expect(readTimer(tab, clock.wallTime())).toEqual({ startedAt: 9000, blackMs: 1000, blackSince: undefined });
    press(window, 'resetTimer');
    close();
    expect(readTimer(tab, clock.wallTime())).toEqual(NOT_STARTED);
  });

  it.each([{ startedAt: 'x' }, { startedAt: 5, black: 7 }, { black: { blackMs: 5, blackSince: 6 } }])(
    'reads %j without failing',
    (stored) => {
      expect(readTimer(createMemoryStore(stored), 1000)).toMatchObject({ blackMs: 0, blackSince: undefined });
    },
  );
});

describe('a stage that does not answer', () => {
  it('is reported as silent after 3 s, and as online when one opens', () => {
    const { store, connection } = speaker({ stop: 4 });
    clock.advance(ANSWER_TIMEOUT_MS - 1);
    expect(store.getState().connectionStatus).toBe('searching');
    clock.advance(1);
    expect(store.getState().connectionStatus).toBe('silent');
    // Nothing is queued that could move a stage later.
    expect(connection.sendAction('next', 0)).toBe(false);
    const { player } = stage({ stop: 5 });
    expect(store.getState()).toMatchObject({ connectionStatus: 'online', show: { stop: 5 } });
    clock.advance(60_000);
    expect(player.getState().position.stop).toBe(5);
  });

  it('stays online while it answers', () => {
    stage();
    const { store } = speaker();
    clock.advance(60_000);
    expect(store.getState().connectionStatus).toBe('online');
  });

  it('is reported as silent 3 s after an unanswered message', () => {
    const { close } = stage();
    const { store } = speaker();
    clock.advance(HELLO_INTERVAL_MS / 2);
    close();
    clock.advance(HELLO_INTERVAL_MS / 2 + ANSWER_TIMEOUT_MS);
    expect(store.getState().connectionStatus).toBe('silent');
  });

  it('is reported as silent 1 s after it said that it closes, unless it was reloaded', () => {
    const leaving = hub.open();
    stage({ stop: 3 });
    const { store } = speaker();
    leaving.send({ kind: 'bye' });
    clock.advance(RELOAD_TIMEOUT_MS - 1);
    expect(store.getState().connectionStatus).toBe('online');
    clock.advance(1);
    expect(store.getState().connectionStatus).toBe('silent');
    stage({ stop: 3 });
    leaving.send({ kind: 'bye' });
    clock.advance(RELOAD_TIMEOUT_MS / 2);
    stage({ stop: 3 });
    clock.advance(RELOAD_TIMEOUT_MS);
    expect(store.getState().connectionStatus).toBe('online');
  });
});

describe('separate channels', () => {
  it('connect neither two stories nor two talks nor two copies of the page', () => {
    const names = [
      channelName('/', 'one', 'x'),
      channelName('/', 'two', 'x'),
      channelName('/', 'one', 'y'),
      channelName('/copy/', 'one', 'x'),
    ];
    const talks = names.map((name, index) => ({ ...stage({ name, stop: index + 2, motion: false }), ...speaker({ name }) }));
    expect(talks.map(({ store }) => store.getState().show.stop)).toEqual([2, 3, 4, 5]);
    talks[1]!.store.sendAction('next', talks[1]!.store.clock.now());
    expect(talks.map(({ player }) => player.getState().position.stop)).toEqual([2, 4, 4, 5]);
  });

  it('are joined by a stage with ?session=, also after a reload', () => {
    const tab = createMemoryStore({ session: 'old' });
    expect(resolveSessionId(tab, '?session=abc')).toBe('abc');
    expect(resolveSessionId(tab, '')).toBe('abc');
    expect(resolveSessionId(createMemoryStore(), '')).not.toBe(resolveSessionId(createMemoryStore(), ''));
  });
});

describe('the rehearsal in the speaker window', () => {
  const rehearsal = {
    understudy: 'rehearsal',
    version: 1,
    story: TIMELINE.story.id,
    recordedAt: '2026-01-02T03:04:05Z',
    seconds: { 'agent/0': 7 },
  } as const;
  const plans = (...windows: ReturnType<typeof speaker>[]): unknown[] => windows.map(({ store }) => store.getState().rehearsal);

  it('is that of the stage, with or without storage: recorded, replaced, cleared, restored', () => {
    const refused = { read: () => null, write: () => false, watch: () => () => {} };
    const { recorder } = stage({ localStore: refused });
    const [one, two] = [speaker({ localStore: refused }), speaker({ localStore: createMemoryStore({ rehearsal: 'odd' }) })];
    expect(plans(one, two)).toEqual([null, null]);
    recorder.replace(rehearsal);
    expect(plans(one, two, speaker())).toEqual([rehearsal, rehearsal, rehearsal]);
    recorder.replace(undefined);
    expect(plans(one, two)).toEqual([null, null]);
    recorder.undo();
    expect(plans(one, two)).toEqual([rehearsal, rehearsal]);
  });

  it('follows what another tab stores, clears or replaces', () => {
    const localStore = createMemoryStore();
    const { recorder } = stage({ localStore });
    const window = speaker({ localStore });
    localStore.change('rehearsal', rehearsal);
    expect(plans(window)).toEqual([rehearsal]);
    expect(recorder.getState().rehearsal).toEqual(rehearsal);
    recorder.replace({ ...rehearsal, seconds: { 'agent/0': 9 } });
    localStore.change('rehearsal', null);
    expect(plans(window)).toEqual([null]);
    expect(recorder.getState().replaced).toBeUndefined();
  });

  it('is the stored one until a stage answers, and follows what another tab stores meanwhile', () => {
    const localStore = createMemoryStore({ rehearsal });
    const window = speaker({ localStore });
    expect(plans(window)).toEqual([rehearsal]);
    const other = { ...rehearsal, seconds: { 'agent/0': 9 } };
    localStore.change('rehearsal', other);
    expect(plans(window)).toEqual([other]);
    window.close();
    localStore.change('rehearsal', rehearsal);
    expect(plans(window)).toEqual([other]);
  });

  it('is that of the stage as soon as the stage has read it', () => {
    const { recorder } = stage({ localStore: createMemoryStore(), loads: false });
    const window = speaker({ localStore: createMemoryStore({ rehearsal }) });
    expect(plans(window)).toEqual([rehearsal]);
    recorder.load();
    expect(plans(window)).toEqual([null]);
  });

  it('is a new one as soon as its recording ends', () => {
    const { recorder, player } = stage({ motion: false });
    const window = speaker();
    recorder.start();
    clock.advance(7000);
    player.press('next');
    clock.advance(3000);
    expect(plans(window)).toEqual([null]);
    recorder.stop();
    expect(plans(window)).toMatchObject([{ seconds: { 'agent/0': 7, 'agent/1': 3 } }]);
  });
});

describe('settings of the speaker window', () => {
  it('use the theme of the stage until one is chosen here, and are stored', () => {
    const localStore = createMemoryStore({ settings: { theme: 'light', textStep: 4 } });
    const { store } = speaker({ localStore });
    expect(store.getState().settings).toEqual({ theme: 'light', textStep: 0, pausesWithBlack: false });
    const { player } = stage();
    expect(store.getState().settings.theme).toBe('dark');
    store.resizeNotes(2);
    player.press('theme');
    expect([store, speaker({ localStore }).store].map((each) => each.getState().settings)).toEqual([
      { theme: 'light', textStep: 2, pausesWithBlack: false },
      { theme: 'light', textStep: 2, pausesWithBlack: false },
    ]);
    store.toggleTheme();
    player.press('theme');
    player.press('theme');
    expect(store.getState().settings.theme).toBe('dark');
    expect(speaker({ localStore }).store.getState().settings).toEqual({ theme: 'dark', textStep: 2, pausesWithBlack: false });
    expect(localStore.read('settings')).toEqual({ theme: 'light', textStep: 4 });
    store.resizeNotes(99);
    expect(store.getState().settings.textStep).toBe(5);
    store.resizeNotes('reset');
    expect(store.getState().settings.textStep).toBe(0);
  });
});

it('leaves no timer and no open channel', () => {
  const one = stage({ stop: 11 });
  const two = speaker();
  two.store.appendKey('3', 0);
  expect(clock.timers.length).toBeGreaterThan(0);
  two.close();
  one.close();
  expect(clock.timers).toEqual([]);
  expect(hub.openChannels).toBe(0);
});

describe('a frozen stage that is asked for the list of stops', () => {
  it('brings the speaker window to the front and sends the request to it', () => {
    const focusSpeaker = vi.fn();
    const { player } = stage({ stop: 2, focusSpeaker });
    const { store } = speaker();
    player.press('freeze');
    player.press('overview');
    expect(focusSpeaker).toHaveBeenCalledTimes(1);
    expect([store.getState().show.listRequests, store.getState().show.covered]).toEqual([1, false]);
    player.press('freeze');
    player.press('overview');
    expect(focusSpeaker).toHaveBeenCalledTimes(1);
    expect(store.getState().show.covered).toBe(true);
  });
});
