// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { createTimeline } from '../../src/core/timeline';
import { bindKeyboard } from '../../src/player/keyboard';
import { bindKiosk, parseIdle } from '../../src/player/kiosk';
import { Player } from '../../src/player/player';
import { describeFake, fakeStep, fakeStory } from '../support/fakeStory';
import { ManualClock } from '../support/manualClock';

const step = fakeStep({ dwell: 10 });
const timeline = createTimeline(fakeStory([[step, step], [step]]), describeFake);

let clock: ManualClock;
let player: Player;
let remount: ReturnType<typeof vi.fn<() => void>>;
let cleanups: (() => void)[];
let hidden = false;
const openSpeaker = vi.fn();

function open(search = '', stop = 0): void {
  clock = new ManualClock();
  player = new Player({ timeline, motion: false, stop, clock, settings: DEFAULT_SETTINGS });
  remount = vi.fn();
  const stopKeys = bindKeyboard(player, { openSpeaker, takeLead: () => {} });
  const stopKiosk = bindKiosk({ player, clock, query: new URLSearchParams(search), remount });
  cleanups = [stopKiosk, stopKeys, player.dispose];
}
beforeEach(() => {
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  document.body.innerHTML = '<a href="https://example.com">Elsewhere</a><p>Stage</p>';
  open();
});
afterEach(() => cleanups.forEach((clean) => clean()));

const at = (): number => player.getState().show.position.stop;
const isPlaying = (): boolean => player.getState().show.autoplay;
function fire(type: string, init: EventInit & KeyboardEventInit = {}, target: EventTarget = document.body): Event {
  const all = { bubbles: true, cancelable: true, ...init };
  const event =
    type === 'keydown' ? new KeyboardEvent(type, all) : type === 'wheel' ? new WheelEvent(type, all) : new MouseEvent(type, all);
  target.dispatchEvent(event);
  return event;
}
function setHidden(value: boolean): void {
  hidden = value;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('a booth', () => {
  it('plays from the stop it is opened at, and from the last stop goes on with the first', () => {
    cleanups.forEach((clean) => clean());
    open('', 1);
    expect([at(), isPlaying()]).toEqual([1, true]);
    clock.advance(10_000);
    expect(at()).toBe(2);
    clock.advance(10_000);
    expect(at()).toBe(0);
  });

  it.each(['keydown', 'pointerdown', 'wheel', 'touchmove'])('is taken over by %s', (type) => {
    fire(type, { key: 'Shift' });
    expect(isPlaying()).toBe(false);
    clock.advance(30_000);
    expect(at()).toBe(0);
  });

  it('keeps the effect of the press that takes over', () => {
    fire('keydown', { key: 'ArrowRight' });
    expect([at(), isPlaying()]).toEqual([1, false]);
  });

  it('goes on playing while a mouse moves over it', () => {
    fire('pointermove');
    expect(isPlaying()).toBe(true);
  });

  it('starts over 60 seconds after the last input, with everything as it was, and plays', () => {
    for (const key of ['ArrowRight', 'd', '+', '5', 'o']) fire('keydown', { key });
    clock.advance(59_000);
    fire('pointermove');
    clock.advance(59_000);
    expect([player.getState().show.overlay, remount.mock.calls.length]).toEqual(['overview', 0]);
    clock.advance(1000);
    const { show } = player.getState();
    const { show: initial } = player.getInitialState();
    expect(show).toEqual({ ...initial, autoplay: true, position: { ...show.position, stop: 0 } });
    expect(remount).toHaveBeenCalledTimes(1);
    clock.advance(10_000);
    expect(at()).toBe(1);
  });

  it('removes selection and focus', () => {
    const link = document.querySelector('a')!;
    link.focus();
    getSelection()?.selectAllChildren(document.body);
    fire('pointerdown');
    clock.advance(60_000);
    expect([document.activeElement, getSelection()?.rangeCount]).toEqual([document.body, 0]);
  });

  it('has one timer more than the stage while a visitor has it, and none of its own while it plays', () => {
    const playing = clock.timers.length;
    for (let press = 0; press < 20; press += 1) fire('pointermove');
    expect(clock.timers).toHaveLength(playing);
    for (let press = 0; press < 20; press += 1) fire('keydown', { key: 'Shift' });
    expect(clock.timers).toHaveLength(1);
  });

  it('has no timer while the page is hidden, and starts over when it is shown again', () => {
    clock.advance(10_000);
    setHidden(true);
    expect([at(), clock.timers]).toEqual([1, []]);
    clock.advance(600_000);
    setHidden(false);
    expect([at(), isPlaying()]).toEqual([0, true]);
  });

  it('starts over at once when it is shown long after a visitor left it', () => {
    fire('keydown', { key: 'End' });
    setHidden(true);
    clock.advance(600_000);
    expect([at(), clock.timers]).toEqual([2, []]);
    setHidden(false);
    clock.advance(0);
    expect([at(), isPlaying()]).toEqual([0, true]);
  });

  it('stops all of it at its cleanup', () => {
    fire('keydown', { key: 'ArrowRight' });
    cleanups[0]!();
    expect(clock.timers).toEqual([]);
    clock.advance(600_000);
    expect([at(), document.documentElement.dataset['kiosk']]).toEqual([1, undefined]);
  });
});

describe('what a visitor cannot do', () => {
  it.each(['s', 'r', 'c', 'z', 'b', 'w', 'f'])('%s does nothing but take over', (key) => {
    const before = { ...player.getState().show, autoplay: false };
    expect(fire('keydown', { key }).defaultPrevented).toBe(true);
    expect(player.getState().show).toEqual(before);
    expect(openSpeaker).not.toHaveBeenCalled();
  });

  it('follow a link, drop a file, open a menu, scale the page', () => {
    const link = document.querySelector('a')!;
    expect(fire('click', {}, link).defaultPrevented).toBe(true);
    for (const type of ['auxclick', 'contextmenu', 'drop']) expect(fire(type).defaultPrevented).toBe(true);
    expect(fire('keydown', { key: '+', ctrlKey: true }).defaultPrevented).toBe(true);
    expect(fire('wheel', { ctrlKey: true } as EventInit).defaultPrevented).toBe(true);
    expect(fire('wheel').defaultPrevented).toBe(false);
    expect(player.getState().show.settings).toEqual(DEFAULT_SETTINGS);
  });
});

describe('?idle', () => {
  it.each([
    [null, 60],
    ['5', 5],
    ['90.5', 90.5],
    ['3600', 3600],
  ])('%s is %s seconds', (text, seconds) => {
    expect(parseIdle(text)).toEqual({ seconds });
  });
  it.each(['', '0', '4', '-60', '3601', '60s', 'abc', '1e3', 'Infinity', ' 60', '<b>'])('“%s” is an error, and 60 seconds', (text) => {
    expect(parseIdle(text)).toEqual({ seconds: 60, problem: `“?idle=${text}” is no number of seconds from 5 to 3600, so it is 60.` });
  });
});
