// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { story as builtStory } from 'virtual:story';
import { fillStory } from '../../src/core/variables';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RehearsalRecord } from '../../src/core/rehearsal';
import { formatStopNumber } from '../../src/core/stopNumber';
import { createTimeline } from '../../src/core/timeline';
import { describeStep as shapeOf } from '../../src/kinds/registry';
import { bindSpeakerKeys } from '../../src/speaker/bindSpeakerKeys';
import { SpeakerWindow } from '../../src/speaker/SpeakerWindow';
import { ManualClock } from '../support/manualClock';
import { openSpeakerWindow, createPlainStore, openStage } from '../support/speakerSession';
import { ChannelHub } from '../support/channelHub';

const story = fillStory(builtStory);

const demo = createTimeline(story, shapeOf);
let clock: ManualClock;
let wire: ChannelHub;
let closing: (() => void)[] = [];

/** jsdom has no layout, so nothing ever changes size. */
class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);

beforeEach(() => {
  clock = new ManualClock();
  wire = new ChannelHub();
});
afterEach(() => {
  cleanup();
  for (const close of closing) close();
  closing = [];
});

/** A stage and a speaker window that shows it. */
function setUp({ stop = 0, keeps = createPlainStore(), isAlone = false } = {}) {
  const stage = isAlone ? undefined : openStage(wire, clock, demo, { stop, motion: false, keeps });
  const { desk, close } = openSpeakerWindow(wire, clock, demo, { stop, keeps });
  const { container } = render(<SpeakerWindow store={desk} session="abc" motion />);
  closing.push(bindSpeakerKeys(desk, []), close, ...(stage ? [stage.close] : []));
  const key = (name: string, options: KeyboardEventInit = {}): boolean =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...options });
  const turn = (ms: number): void => act(() => clock.advance(ms));
  return {
    container,
    desk,
    key,
    turn,
    user: userEvent.setup(),
    player: stage?.player,
    recorder: stage?.recorder,
    stop: () => stage?.player.getState().show.position.stop,
  };
}

const button = (name: RegExp | string): HTMLElement => screen.getByRole('button', { name });
const panel = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('what it shows', () => {
  it('says where the talk is, and what to say and point at', () => {
    setUp({ stop: 6 });
    expect(screen.getByText('Stop 5.2 · 7 of 12')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Now 5.2 The call works' })).toBeTruthy();
    const notes = panel('Say').textContent;
    expect(notes).toContain(demo.stops[6]!.source.notes.say);
    expect(notes).toContain(demo.stops[6]!.source.notes.point);
  });

  it('tells what crosses and what may be asked, while the room sees it', async () => {
    // The chunk is there before it is asked for, so that nothing depends on how long it takes.
    await import('../../src/wire/SpeakerWire');
    const { key, player } = setUp({ stop: 4 });
    expect(panel('Say').textContent).not.toContain('POST /oauth2/token');
    key('x');
    expect(player?.getState().show.wire).toEqual({ message: undefined });
    await screen.findByText('On the wire', { selector: 'h3' });
    const notes = panel('Say').textContent;
    expect(notes).toContain('What if malware grabs the port?');
    expect(notes).toContain('Agent → Cognito: POST /oauth2/token code_verifier (AWS)');
    expect(notes).toContain(demo.stops[4]!.source.notes.say);
    expect(button(/Wire/u).getAttribute('aria-pressed')).toBe('true');
  });

  it('draws this stop and the next with the stage’s own pictures', () => {
    const { container } = setUp({ stop: 3 });
    const pictures = [...container.querySelectorAll('.stop-thumbnail')].map((picture) => picture.textContent);
    expect(pictures).toHaveLength(2);
    expect(pictures[0]).toContain('Example Corp');
    expect(pictures[1]).toContain('Authorization Successful');
  });

  it('says at the last stop that it is the end', () => {
    const { container } = setUp({ stop: 11 });
    expect(container.querySelectorAll('.stop-thumbnail')).toHaveLength(1);
    expect(panel('Your next press').textContent).toContain('Nothing: this is the last stop');
    expect(panel('Your next press').textContent).toContain('The end');
  });

  it('shows what the room sees beside where the speaker is, while frozen', () => {
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

  it('says in words when the room sees black, white or a panel', () => {
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
  it('has all of them by scene, and marks the current one', () => {
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

  it('goes where it is clicked', async () => {
    const { user, stop } = setUp();
    await user.click(button(/The old way/u));
    expect(stop()).toBe(10);
    expect(document.activeElement).toBe(document.body);
  });

  it('is chosen from with the keyboard: g, arrows, Enter; then keys are the stage’s again', async () => {
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
    // A clicker's keys go on driving.
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
    ['y', {}, 4],
  ])('%s %j leads from stop 4 to %i, and is taken only if it means something', (name, options, target) => {
    const { key, stop } = setUp({ stop: 4 });
    const untouched = key(name, options);
    expect(stop()).toBe(target);
    expect(untouched).toBe(target === 4);
  });

  it('jump by number', () => {
    const { key, stop } = setUp();
    for (const name of ['5', '.', '3']) key(name);
    const typed = { selector: '.speaker-header__pending-number b' };
    expect(screen.getByText('5.3', typed)).toBeTruthy();
    expect(panel('Your next press').textContent).toContain('Goes to “The answer, and one ask too many”');
    key('Enter');
    expect(stop()).toBe(7);
    expect(screen.queryByText('5.3', typed)).toBeNull();
  });

  it('belong to a focused button where they press it', async () => {
    const { key, user, stop } = setUp({ stop: 4 });
    button(/Previous/u).focus();
    await user.keyboard('{Enter}');
    expect(stop()).toBe(3);
    await user.keyboard(' ');
    expect(stop()).toBe(2);
    key('ArrowRight');
    expect(stop()).toBe(3);
    // A number comes first.
    key('5');
    key('Enter');
    expect(stop()).toBe(5);
  });

  it('act on this window where they are its own', () => {
    const { key, desk, player, container } = setUp();
    key('d');
    expect(desk.getState().settings.theme).toBe('light');
    for (const name of ['+', '+', '-']) key(name);
    expect(container.querySelector<HTMLElement>('.speaker')?.style.getPropertyValue('--notes')).toBe('1.1');
    key('0');
    expect(desk.getState().settings.textStep).toBe(0);
    expect(player?.getState().show.settings).toEqual({ theme: 'dark', textStep: 0 });
    key('?');
    expect(panel('Keys in this window')).toBeTruthy();
    key('ArrowRight');
    expect(player?.getState().position.stop).toBe(1);
    key('Escape');
    expect(screen.queryByRole('region', { name: 'Keys in this window' })).toBeNull();
  });

  it('held down: moves repeat, the rest does not', () => {
    const { key, player } = setUp({ stop: 2 });
    key('b');
    key('b', { repeat: true });
    expect(player?.getState().show.curtain).toBe('black');
    key('b');
    for (const repeat of [false, true, true]) key('ArrowRight', { repeat });
    expect(player?.getState().position.stop).toBe(5);
  });

  it('Esc lifts the curtain and stops autoplay, one at a time', () => {
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
});

describe('buttons', () => {
  it('move, and change what the room sees', async () => {
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
  /** A rehearsal in which every stop took so many seconds. */
  const rehearsalOf = (each: number): RehearsalRecord => {
    const seconds = Object.fromEntries(demo.stops.map(({ scene, step }) => [`${scene.id}/${step}`, each]));
    return { understudy: 'rehearsal', version: 1, story: demo.story.id, recordedAt: '2026-01-02T03:04:05Z', seconds };
  };
  const time = (): string => screen.getByRole('region', { name: 'Time' }).textContent ?? '';

  it('stands until the talk leaves its first stop, then runs against the plan', () => {
    const { key, turn } = setUp();
    turn(30_000);
    expect(time()).toContain('0:00 of 6:45');
    expect(time()).toContain('starts when you leave the first stop');
    expect(time()).toContain('Leave this stop by0:30');
    key('ArrowRight');
    turn(10_000);
    // The first stop took the 30 s planned for it.
    expect(time()).toContain('0:40 of 6:45');
    expect(time()).toContain('● on time');
    expect(time()).toContain('Leave this stop by1:10');
    turn(35_000);
    expect(time()).toContain('▼ 0:05 behind');
    key('End');
    expect(time()).toContain('▲ 4:30 ahead');
  });

  it('goes by the rehearsal where there was one', () => {
    setUp({ keeps: createPlainStore({ rehearsal: rehearsalOf(10) }) });
    expect(time()).toContain('Against rehearsal');
    expect(time()).toContain('0:00 of 2:00');
  });

  it('is reset by its button', async () => {
    const { key, turn, user, player } = setUp();
    expect(button('Reset timer').hasAttribute('disabled')).toBe(true);
    key('ArrowRight');
    turn(5000);
    await user.click(button('Reset timer'));
    expect(player?.getState().show.startedAt).toBeUndefined();
    expect(time()).toContain('0:00 of');
    expect(time()).toContain('starts with your next step');
  });

  it('goes by another rehearsal, and by none, as soon as the stage does', () => {
    const { recorder } = setUp({ keeps: createPlainStore({ rehearsal: rehearsalOf(10) }) });
    act(() => recorder?.replace(rehearsalOf(20)));
    expect(time()).toContain('0:00 of 4:00');
    act(() => recorder?.replace(undefined));
    expect(time()).toContain('Against plan');
    expect(time()).toContain('0:00 of 6:45');
    act(() => recorder?.undo());
    expect(time()).toContain('0:00 of 4:00');
  });
});

describe('a stage that does not answer', () => {
  it('is told calmly, with a way out that joins this talk at its stop', () => {
    const { turn, key } = setUp({ stop: 6, isAlone: true });
    expect(screen.queryByRole('alert')).toBeNull();
    turn(3000);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The stage window does not answer');
    const link = within(alert).getByRole<HTMLAnchorElement>('link', { name: 'Open the stage' });
    const address = new URL(link.href);
    expect([address.search, address.hash]).toEqual(['?session=abc', '#/comparison/1']);
    // The stage that it opens leads, even if the silent one wakes up.
    link.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link);
    expect(JSON.parse(sessionStorage.getItem(`understudy:/${demo.story.id}:claim`) ?? '')).toMatchObject({ term: 1 });
    expect(button(/Next/u).hasAttribute('disabled')).toBe(true);
    key('ArrowRight');
    expect(wire.sentCommands()).toEqual([]);
    act(() => void closing.push(openStage(wire, clock, demo, { stop: 6 }).close));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('draws a burst of stops without losing one', () => {
  const { key, stop } = setUp();
  for (let index = 0; index < 40; index += 1) key('ArrowRight');
  expect(stop()).toBe(11);
  expect(screen.getByText('Stop 5.7 · 12 of 12')).toBeTruthy();
});
