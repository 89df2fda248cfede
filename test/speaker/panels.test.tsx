// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { story as builtStory } from 'virtual:story';
import { fillStory } from '../../src/core/variables';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RehearsalRecord } from '../../src/core/rehearsal';
import { formatStopNumber } from '../../src/core/stopNumber';
import { typedLines } from '../../src/core/terminal/typedLines';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { bindSpeakerKeys } from '../../src/speaker/bindSpeakerKeys';
import { SpeakerWindow } from '../../src/speaker/SpeakerWindow';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, openStage } from '../support/speakerSession';
import { createMemoryStore } from '../support/testPlayer';
import { ChannelHub } from '../support/channelHub';

const story = fillStory(builtStory);

const demo = createTimeline(story, describeStep);
let clock: ManualClock;
let hub: ChannelHub;
let closing: (() => void)[] = [];

/** jsdom has no layout, so elements never change size. */
class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));

beforeEach(() => {
  clock = new ManualClock();
  hub = new ChannelHub();
});
afterEach(() => {
  cleanup();
  for (const close of closing) close();
  closing = [];
});

/** Opens a stage and renders a speaker window that is connected to it. */
function setUp({ stop = 0, localStore = createMemoryStore(), isAlone = false, motion = false, timeline = demo } = {}) {
  const stage = isAlone ? undefined : openStage(hub, clock, timeline, { stop, motion, localStore });
  const { store, close } = openSpeakerWindow(hub, clock, timeline, { stop, localStore });
  const { container } = render(<SpeakerWindow store={store} session="abc" />);
  closing.push(bindSpeakerKeys(store, []), close, ...(stage ? [stage.close] : []));
  const key = (name: string, options: KeyboardEventInit = {}): boolean =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...options });
  const advance = (ms: number): void => act(() => clock.advance(ms));
  return {
    container,
    store,
    key,
    advance,
    user: userEvent.setup(),
    player: stage?.player,
    recorder: stage?.recorder,
    stop: () => stage?.player.getState().show.position.stop,
  };
}

const button = (name: RegExp | string): HTMLElement => screen.getByRole('button', { name });
const panel = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('panels', () => {
  it('show the current stop and its notes', () => {
    setUp({ stop: 6 });
    expect(screen.getByText('Stop 5.2 · 7 of 12')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Now 5.2 The call works' })).toBeTruthy();
    const notes = panel('Say').textContent;
    expect(notes).toContain(demo.stops[6]!.source.notes.say);
    expect(notes).toContain(demo.stops[6]!.source.notes.point);
  });

  it('show the notes on wire messages while the panel is open on the stage', async () => {
    // Loads the chunk in advance, so that the test does not depend on how long it takes.
    await import('../../src/wire/SpeakerWire');
    const { key, player } = setUp({ stop: 4 });
    expect(panel('Say').textContent).not.toContain('POST /oauth2/token');
    key('x');
    expect(player?.getState().show.wire).toEqual({ message: undefined });
    await screen.findByText('On the wire', { selector: 'h3' });
    const notes = panel('Say').textContent;
    expect(notes).toContain('What if malware grabs the port?');
    expect(notes).toContain('Agent → Cognito: POST /oauth2/token code_verifier AWS');
    expect(notes).toContain(demo.stops[4]!.source.notes.say);
    expect(button(/Wire/u).getAttribute('aria-pressed')).toBe('true');
  });

  it('show thumbnails of this stop and the next', () => {
    const { container } = setUp({ stop: 3 });
    const thumbnails = [...container.querySelectorAll('.stop-thumbnail')].map(({ textContent }) => textContent);
    expect(thumbnails).toHaveLength(2);
    expect(thumbnails[0]).toContain('Example Corp');
    expect(thumbnails[1]).toContain('Authorization Successful');
  });

  it('say that the last stop is the last', () => {
    const { container } = setUp({ stop: 11 });
    expect(container.querySelectorAll('.stop-thumbnail')).toHaveLength(1);
    expect(panel('Your next press').textContent).toContain('Nothing: this is the last stop');
    expect(panel('Your next press').textContent).toContain('The end');
  });

  it('show the stop of the audience beside the current one while the stage is frozen', () => {
    const { container, key } = setUp({ stop: 4 });
    key('z');
    key('ArrowRight');
    expect(screen.getByRole('heading', { name: 'You are here 5.1 Token received' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'The room sees 4.1 The token comes back' })).toBeTruthy();
    expect(container.querySelectorAll('.stop-thumbnail')).toHaveLength(3);
    expect(screen.getByText(/Frozen for the room/u)).toBeTruthy();
    fireEvent.click(button(/Catch up/u));
    expect(screen.queryByText(/Frozen for the room/u)).toBeNull();
    expect(button(/Freeze/u)).toBeTruthy();
  });

  it('say when the audience sees a cover or an overlay', () => {
    const { key, player } = setUp({ stop: 4 });
    key('b');
    expect(screen.getByText(/The room sees black/u)).toBeTruthy();
    expect(button(/Black/u).getAttribute('aria-pressed')).toBe('true');
    expect(panel('Your next press').textContent).toContain('Brings the picture back');
    key('w');
    expect(screen.getByText(/The room sees white/u)).toBeTruthy();
    act(() => player?.press('overview'));
    key('w');
    expect(screen.getByText(/a panel over the stage/u)).toBeTruthy();
  });
});

describe('the list of stops', () => {
  it('groups the stops by scene and marks the current one', () => {
    setUp({ stop: 7 });
    const list = screen.getByRole('navigation', { name: 'Stops' });
    expect(
      within(list)
        .getAllByRole('heading')
        .map((each) => each.textContent),
    ).toEqual(demo.story.scenes.map(({ title }, index) => `${index + 1}. ${title}`));
    const rows = within(list).getAllByRole('button');
    expect(rows.map((each) => each.textContent)).toEqual(demo.stops.map((stop) => `${formatStopNumber(stop)}${stop.source.title}`));
    expect(rows.filter((each) => each.getAttribute('aria-current') === 'step')).toEqual([rows[7]]);
  });

  it('goes to the stop that is clicked', async () => {
    const { user, stop } = setUp();
    await user.click(button(/The old way/u));
    expect(stop()).toBe(10);
    expect(document.activeElement).toBe(document.body);
  });

  it('takes the focus with g or o, moves it with arrow keys, goes with Enter, then leaves the keys to the stage', async () => {
    const { key, user, stop } = setUp({ stop: 4 });
    key('g');
    expect(document.activeElement?.textContent).toBe('4.1The token comes back');
    key('ArrowDown');
    key('ArrowDown');
    expect(document.activeElement?.textContent).toBe('5.2The call works');
    expect(stop()).toBe(4);
    await user.keyboard('{Enter}');
    expect(stop()).toBe(6);
    key('ArrowDown');
    expect(stop()).toBe(7);
    key('o');
    key('Home');
    expect(document.activeElement?.textContent).toContain('The agent starts');
    // The keys of a clicker move the stage, also with the focus in the list.
    key('PageDown');
    expect(stop()).toBe(8);
    key('Escape');
    expect(document.activeElement).toBe(document.body);
  });
});

describe('keys', () => {
  it.each<[string, KeyboardEventInit, number]>([
    ['ArrowRight', {}, 5],
    ['n', {}, 5],
    ['N', { shiftKey: true }, 5],
    ['PageDown', {}, 5],
    [' ', {}, 5],
    ['Enter', {}, 5],
    ['p', {}, 3],
    ['PageUp', {}, 3],
    [' ', { shiftKey: true }, 3],
    ['ArrowRight', { shiftKey: true }, 5],
    ['ArrowLeft', { altKey: true }, 3],
    ['Home', {}, 0],
    ['End', {}, 11],
    ['n', { ctrlKey: true }, 4],
    ['n', { metaKey: true }, 4],
    ['s', {}, 4],
    ['F3', {}, 4],
  ])('%s %j leads from stop 4 to %i, and is left to the browser if it has no action', (name, options, target) => {
    const { key, stop } = setUp({ stop: 4 });
    const untouched = key(name, options);
    expect(stop()).toBe(target);
    expect(untouched).toBe(target === 4);
  });

  it('jump to a pending number', () => {
    const { key, stop } = setUp();
    for (const name of ['5', '.', '3']) key(name);
    const pending = { selector: '.speaker-header__pending-number b' };
    expect(screen.getByText('5.3', pending)).toBeTruthy();
    expect(panel('Your next press').textContent).toContain('Goes to “The answer, and one ask too many”');
    key('Enter');
    expect(stop()).toBe(7);
    expect(screen.queryByText('5.3', pending)).toBeNull();
  });

  it('press the focused button, unless a number is pending', async () => {
    const { key, user, stop } = setUp({ stop: 4 });
    button(/Previous/u).focus();
    await user.keyboard('{Enter}');
    expect(stop()).toBe(3);
    await user.keyboard(' ');
    expect(stop()).toBe(2);
    key('ArrowRight');
    expect(stop()).toBe(3);
    // Enter completes a number instead.
    key('5');
    key('Enter');
    expect(stop()).toBe(5);
  });

  it('change the settings of this window', () => {
    const { key, store, player, container } = setUp();
    key('d');
    expect(store.getState().settings.theme).toBe('light');
    for (const name of ['+', '+', '-']) key(name);
    expect(container.querySelector<HTMLElement>('.speaker')?.style.getPropertyValue('--notes')).toBe('1.1');
    key('0');
    expect(store.getState().settings.textStep).toBe(0);
    expect(player?.getState().show.settings).toEqual({ theme: 'dark', textStep: 0 });
    key('?');
    expect(panel('Keys in this window')).toBeTruthy();
    key('ArrowRight');
    expect(player?.getState().position.stop).toBe(1);
    key('Escape');
    expect(screen.queryByRole('region', { name: 'Keys in this window' })).toBeNull();
  });

  it('repeat moves while held, and nothing else', () => {
    const { key, player } = setUp({ stop: 2 });
    key('b');
    key('b', { repeat: true });
    expect(player?.getState().show.curtain).toBe('black');
    key('b');
    for (const repeat of [false, true, true]) key('ArrowRight', { repeat });
    expect(player?.getState().position.stop).toBe(5);
  });

  it('Esc removes the cover and stops autoplay, one per press', () => {
    const { key, player } = setUp({ stop: 2 });
    key('a');
    key('b');
    key('Escape');
    expect(player?.getState().show).toMatchObject({ curtain: 'open', autoplay: true });
    key('Escape');
    expect(player?.getState().show.autoplay).toBe(false);
    key('Escape');
    expect(player?.getState().position.stop).toBe(2);
  });

  it('Esc returns from a detour, after it has removed the cover', () => {
    const scenes = story.scenes.map((scene, at) => ({ ...scene, detour: at === story.scenes.length - 1 }));
    const { key, player } = setUp({ stop: 2, timeline: createTimeline({ ...story, scenes }, describeStep) });
    key('q');
    expect(player?.getState().show.position.detours).toHaveLength(1);
    key('b');
    key('Escape');
    expect(player?.getState().show).toMatchObject({ curtain: 'open', position: { detours: [{}] } });
    key('Escape');
    expect(player?.getState().position.stop).toBe(2);
    expect(player?.getState().show.position.detours ?? []).toHaveLength(0);
  });
});

describe('buttons', () => {
  it('move the stage and change what the audience sees', async () => {
    const { user, player } = setUp({ stop: 4 });
    await user.click(button(/Next/u));
    expect(player?.getState().position.stop).toBe(5);
    await user.click(button(/Previous/u));
    expect(player?.getState().position.stop).toBe(4);
    await user.click(button(/White/u));
    await user.click(button(/Autoplay/u));
    expect(player?.getState().show).toMatchObject({ curtain: 'open', autoplay: true });
    expect(button(/Autoplay/u).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('time', () => {
  /** Returns a rehearsal in which every stop took `each` seconds. */
  const rehearsalOf = (each: number): RehearsalRecord => {
    const seconds = Object.fromEntries(demo.stops.map(({ scene, step }) => [`${scene.id}/${step}`, each]));
    return { understudy: 'rehearsal', version: 1, story: demo.story.id, recordedAt: '2026-01-02T03:04:05Z', seconds };
  };
  const time = (): string => screen.getByRole('region', { name: 'Time' }).textContent ?? '';

  it('starts with the button while the first stop stands, counts that stop, and is compared with the plan', async () => {
    const { key, advance, user } = setUp();
    advance(30_000);
    expect(time()).toContain('0:00 of 6:45');
    expect(time()).toContain('starts with your next press');
    expect(time()).toContain('Leave this stop by0:30');
    await user.click(button('Start timer'));
    advance(30_000);
    expect(time()).toContain('0:30 of 6:45');
    expect(time()).toContain('● on time');
    key('ArrowRight');
    advance(10_000);
    expect(time()).toContain('0:40 of 6:45');
    expect(time()).toContain('● on time');
    expect(time()).toContain('Leave this stop by1:10');
    advance(35_000);
    expect(time()).toContain('▼ 0:05 behind');
    key('End');
    expect(time()).toContain('▲ 4:30 ahead');
  });

  it('is compared with the rehearsal if there is one', () => {
    setUp({ localStore: createMemoryStore({ rehearsal: rehearsalOf(10) }) });
    expect(time()).toContain('Against rehearsal');
    expect(time()).toContain('0:00 of 2:00');
  });

  it('is reset with the button', async () => {
    const { key, advance, user, player } = setUp();
    expect(screen.queryByRole('button', { name: 'Reset timer' })).toBeNull();
    key('ArrowRight');
    advance(5000);
    await user.click(button('Reset timer'));
    expect(player?.getState().show.startedAt).toBeUndefined();
    expect(time()).toContain('0:00 of');
    expect(time()).toContain('starts with your next press');
    expect(button('Start timer')).toBeTruthy();
  });

  it('stands still while the room is black if the speaker asks for that, which the window remembers', async () => {
    const localStore = createMemoryStore();
    const { key, advance, user } = setUp({ localStore });
    key('ArrowRight');
    advance(10_000);
    key('b');
    advance(20_000);
    expect(time()).toContain('0:30 of');
    await user.click(button(/Pause in black/u));
    expect(time()).toContain('0:10 paused: black');
    advance(20_000);
    expect(time()).toContain('0:10 paused: black');
    key('b');
    advance(5000);
    expect(time()).toContain('0:15 of');
    expect(localStore.stored['speaker']).toEqual({ pausesWithBlack: true });
    cleanup();
    setUp({ localStore });
    expect(button(/Pause in black/u).getAttribute('aria-pressed')).toBe('true');
  });

  it('follows the rehearsal of the stage', () => {
    const { recorder } = setUp({ localStore: createMemoryStore({ rehearsal: rehearsalOf(10) }) });
    act(() => recorder?.replace(rehearsalOf(20)));
    expect(time()).toContain('0:00 of 4:00');
    act(() => recorder?.replace(undefined));
    expect(time()).toContain('Against plan');
    expect(time()).toContain('0:00 of 6:45');
    act(() => recorder?.undo());
    expect(time()).toContain('0:00 of 4:00');
  });
});

describe('typing by hand', () => {
  const panelText = (): string => panel('Your next press').textContent ?? '';
  const typing = (): string => screen.getByRole('group', { name: 'Typing by hand' }).querySelector('p')!.textContent ?? '';

  it('is turned on with the button, and the panel says what the next stop waits for', async () => {
    const { user, player } = setUp({ stop: 6, motion: true });
    await player?.loadTyping();
    expect(panelText()).toContain('Types for');
    await user.click(button('Type t'));
    expect(player?.getState().show.isTypingByHand).toBe(true);
    expect(button('Type t').getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('>_ Your keys type')).toBeTruthy();
    expect(panelText()).toContain('Waits for you to type 1 line');
  });

  it('shows what is left of the line, and letter keys, Enter and the buttons type', async () => {
    const { key, advance, user, player, stop } = setUp({ stop: 6, motion: true });
    await player?.loadTyping();
    for (const name of ['t', 'ArrowRight']) key(name);
    advance(10_000);
    const [line] = typedLines(demo, demo.stops[7]!);
    const whole = line!.keys.map(({ text }) => text).join('');
    expect(typing()).toBe(whole);
    const marked = (): string | null => document.querySelector('.speaker-typing mark')!.textContent;
    const first = marked()!;
    key('b');
    expect(document.querySelector('[data-typed]')!.textContent).toBe(first);
    expect(player?.getState().show.curtain).toBe('open');
    await user.click(button('Type'));
    expect(document.querySelector('[data-typed]')!.textContent!.length).toBeGreaterThan(first.length);
    for (let press = 0; press < 40; press += 1) key('l');
    expect(typing()).toBe(`…${whole.slice(-14)}⏎`);
    expect(panelText()).toContain('press Enter, last line here');
    expect(button('Type').hasAttribute('disabled')).toBe(true);
    expect(stop()).toBe(7);
    await user.click(button(/^Enter/u));
    expect(screen.queryByRole('group', { name: 'Typing by hand' })).toBeNull();
    advance(60_000);
    expect(player?.getState().position).toMatchObject({ stop: 7, phase: 'settled' });
    key('Escape');
    expect(player?.getState().show.isTypingByHand).toBe(false);
  });

  it('has no button in a story that types nothing', () => {
    const { scenes } = story;
    const silent = createTimeline(
      { ...story, scenes: scenes.filter(({ kind }) => kind !== 'terminal' && kind !== 'comparison') },
      describeStep,
    );
    setUp({ timeline: silent });
    expect(screen.queryByRole('button', { name: 'Type t' })).toBeNull();
  });
});

describe('a stage that does not answer', () => {
  it('shows a banner with a link that opens a stage of this talk at this stop', () => {
    const { advance, key } = setUp({ stop: 6, isAlone: true });
    expect(screen.queryByRole('alert')).toBeNull();
    advance(3000);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The stage window does not answer');
    const link = within(alert).getByRole<HTMLAnchorElement>('link', { name: 'Open the stage' });
    const address = new URL(link.href);
    expect([address.search, address.hash]).toEqual(['?session=abc', '#/comparison/1']);
    // The new stage leads even if the silent one answers again.
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    expect(JSON.parse(sessionStorage.getItem(`understudy:/${demo.story.id}:claim`) ?? '')).toMatchObject({ term: 1 });
    expect(button(/Next/u).hasAttribute('disabled')).toBe(true);
    key('ArrowRight');
    expect(hub.sentCommands()).toEqual([]);
    act(() => void closing.push(openStage(hub, clock, demo, { stop: 6 }).close));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('counts every press of a burst', () => {
  const { key, stop } = setUp();
  for (let index = 0; index < 40; index += 1) key('ArrowRight');
  expect(stop()).toBe(11);
  expect(screen.getByText('Stop 5.7 · 12 of 12')).toBeTruthy();
});
