// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksOf, smallestReadable, summaryOf, type Facts } from '../../src/overlays/preflightChecks';
import { smallestText } from '../../src/overlays/findSmallestText';
import { furnish, openOverlay } from '../support/renderOverlay';

beforeEach(furnish);
afterEach(cleanup);

const ready: Facts = {
  fonts: 'loaded',
  failedParts: [],
  copy: 'stored',
  update: false,
  wake: 'held',
  fullscreen: 'on',
  speaker: true,
  leads: true,
  motion: 'on',
  view: { width: 1920, height: 1080, ratio: 1 },
  text: { px: 24, words: 'Words' },
};

describe('checks', () => {
  it('are all fine in a room that is ready', () => {
    const checks = checksOf(ready);
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'fine'));
    expect(summaryOf(checks)).toBe('All is ready.');
  });

  it.each([
    [{ fonts: 'loading' }, 'open', /Fonts are loading/u],
    [{ fonts: 'missing' }, 'look', /font is missing/u],
    [{ copy: 'none' }, 'look', /in memory; a reload needs its server/u],
    [{ copy: 'storing' }, 'open', /being stored/u],
    [{ copy: 'insecure' }, 'look', /because the address is not https/u],
    [{ copy: 'unsupported' }, 'look', /because this browser keeps none/u],
    [{ copy: 'refused' }, 'look', /because the browser allows this page none/u],
    [{ copy: 'unregistered' }, 'look', /did not accept the page’s service worker/u],
    [{ failedParts: ['The terminal', 'The handout'] }, 'look', /Not loaded: The terminal, The handout/u],
    [{ copy: 'failed' }, 'look', /not every file of the page could be stored/u],
    [{ wake: undefined }, 'open', /Asking/u],
    [{ wake: 'refused' }, 'look', /turn off sleep/u],
    [{ wake: 'unsupported' }, 'look', /turn off sleep/u],
    [{ fullscreen: 'off' }, 'open', /in a window/u],
    [{ fullscreen: 'refused' }, 'look', /F11/u],
    [{ speaker: false }, 'open', /None is open/u],
    [{ speaker: false, leads: false }, 'look', /Another tab leads this talk/u],
    [{ motion: 'system off' }, 'look', /less motion/u],
    [{ text: undefined }, 'open', /No words/u],
    [{ text: { px: 23, words: 'tiny' } }, 'look', /“tiny”, are 23 px; 24 px/u],
  ] as const)('%j is %s', (fact, state, text) => {
    const changed = checksOf({ ...ready, ...fact }).filter((check) => check.state !== 'fine');
    expect(changed).toHaveLength(1);
    expect(changed[0]?.state).toBe(state);
    expect(changed[0]?.text).toMatch(text);
  });

  it.each([
    [{ copy: 'file' }, /needs no network/u],
    [{ update: true }, /needs no network. A newer version waits/u],
    [{ motion: 'asked off' }, /as the address asks/u],
    [{ text: { px: 23.6, words: 'x' } }, /23.6 px\.$/u],
    [{ view: { width: 1366, height: 768, ratio: 1.5 } }, /1366 × 768 pixels, 1.5 device/u],
  ] as const)('%j is fine, in words of its own', (fact, text) => {
    const checks = checksOf({ ...ready, ...fact });
    expect(checks.every(({ state }) => state === 'fine')).toBe(true);
    expect(checks.some((check) => text.test(check.text))).toBe(true);
  });

  it.each([
    [1920, 1080, 24],
    [3840, 2160, 48],
    [1280, 720, 16],
    [640, 360, 12],
    [390, 844, 12],
  ])('ask of %d × %d for text of %d px', (width, height, px) => {
    expect(smallestReadable({ width, height, ratio: 1 })).toBe(px);
  });

  it('sum up what needs a look first', () => {
    expect(summaryOf(checksOf({ ...ready, copy: 'none' }))).toBe('1 needs a look.');
    expect(summaryOf(checksOf({ ...ready, copy: 'none', fonts: 'missing', speaker: false }))).toBe('2 need a look, 1 not done yet.');
    expect(summaryOf(checksOf({ ...ready, speaker: false }))).toBe('Nothing is wrong; 1 not done yet.');
  });
});

describe('smallestText', () => {
  it('finds the smallest words that can be seen', () => {
    const stage = document.createElement('main');
    stage.innerHTML = `
      <p style="font-size: 30px">Large</p>
      <p style="font-size: 20px">Small <b style="font-size: 18px">smaller</b></p>
      <p style="font-size: 8px" class="sr-only">unseen</p>
      <p style="font-size: 9px"> │ </p>`;
    document.body.append(stage);
    // jsdom lays nothing out.
    for (const each of stage.querySelectorAll('*')) each.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
    expect(smallestText(stage)).toEqual({ px: 18, words: 'smaller' });
    stage.replaceChildren();
    expect(smallestText(stage)).toBeUndefined();
    stage.remove();
  });
});

describe('Preflight', () => {
  const presses = () =>
    within(screen.getByRole('list', { name: 'Presses' }))
      .queryAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('lists the checks and sums them up', () => {
    openOverlay('preflight');
    expect(screen.getByRole('status').textContent).toMatch(/look/u);
    expect(within(screen.getByRole('region', { name: 'Checks' })).getAllByRole('listitem')).toHaveLength(8);
  });

  it.each([
    ['{PageDown}', 'PageDown', 'Next'],
    ['{PageUp}', 'PageUp', 'Previous'],
    ['{Enter}', 'Enter', 'Next'],
    ['b', 'b', 'Black screen'],
    ['.', '.', 'Black screen'],
    ['c', 'c', 'Check the room'],
    ['5', '5', 'number'],
    ['{Shift>}{ArrowRight}{/Shift}', 'Shift+ArrowRight', 'Next scene'],
    ['{F7}', 'F7', 'nothing'],
    ['{F5}', 'F5', 'Enter full screen'],
    ['{Control>}{Shift>}{F5}{/Shift}{/Control}', 'Ctrl+Shift+F5', 'Enter full screen'],
    ['{Shift>}{PageUp}{/Shift}', 'Shift+PageUp', 'Previous'],
  ])('shows what %s sends and does, and the story stands still', async (keys, sent, does) => {
    const room = openOverlay('preflight');
    await room.user.keyboard(keys);
    expect(presses()).toHaveLength(1);
    expect(presses()[0]).toContain(`sends ${sent}`);
    expect(presses()[0]).toContain(does);
    expect(room.stop()).toBe(2);
    expect(room.player.getState().show).toMatchObject({ curtain: 'open', overlay: 'preflight', typed: undefined });
  });

  it('shows the latest presses first, and a held key once', async () => {
    const room = openOverlay('preflight');
    await room.user.keyboard('abcdef{n>3/}');
    expect(presses()).toHaveLength(5);
    expect(presses()[0]).toMatch(/Next.*held/u);
    expect(presses()[1]).toContain('sends f');
    expect(presses().filter((each) => each?.includes('held'))).toHaveLength(1);
  });

  it('leaves Esc and Tab alone', async () => {
    const room = openOverlay('preflight');
    await room.user.tab({ shift: true });
    expect(document.activeElement?.tagName).toBe('BUTTON');
    expect(presses()).toHaveLength(0);
    await room.user.keyboard('{Escape}');
    expect(room.overlay()).toBeUndefined();
  });

  it('opens the speaker window, and the next Enter is the clicker’s again', async () => {
    const room = openOverlay('preflight');
    screen.getByRole('button', { name: 'Open it' }).focus();
    await room.user.keyboard('{Enter}');
    expect(room.openSpeaker).toHaveBeenCalledTimes(1);
    await room.user.keyboard('{Enter}');
    expect(room.openSpeaker).toHaveBeenCalledTimes(1);
    expect(presses()).toHaveLength(1);
  });

  it('gives the keys back when it closes', async () => {
    const room = openOverlay('preflight');
    act(() => room.player.press('escape'));
    await room.user.keyboard('n');
    expect(room.stop()).toBe(3);
  });
});
