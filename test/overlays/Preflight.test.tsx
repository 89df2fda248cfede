// @vitest-environment jsdom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preflightChecks, minReadableFontPx, summarizeChecks, type PreflightState } from '../../src/overlays/preflightChecks';
import { findSmallestText } from '../../src/overlays/findSmallestText';
import { stubDialogApis, renderOverlay } from '../support/renderOverlay';

beforeEach(stubDialogApis);
afterEach(cleanup);

const SCREEN = { left: 0, top: 0, availLeft: 0, availTop: 0, availWidth: 1, availHeight: 1, isPrimary: false, isInternal: false };
const LAPTOP = { ...SCREEN, width: 1366, height: 768, label: 'Laptop' };
const PROJECTOR = { ...SCREEN, width: 1920, height: 1080, label: 'Projector' };
const PLACEMENT = { stage: PROJECTOR, speaker: LAPTOP };

const ready: PreflightState = {
  fonts: 'loaded',
  failedChunks: [],
  offlineStatus: 'stored',
  updateAvailable: false,
  wakeLock: 'held',
  fullscreen: 'on',
  speakerConnected: true,
  isLeader: true,
  motion: 'on',
  screens: { kind: 'one' },
  viewport: { width: 1920, height: 1080, ratio: 1 },
  smallestText: { px: 24, text: 'Words' },
};

describe('preflightChecks', () => {
  it('are all fine when everything is ready', () => {
    const checks = preflightChecks(ready);
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'fine'));
    expect(summarizeChecks(checks)).toBe('All is ready.');
  });

  it.each([
    [{ fonts: 'loading' }, 'open', /Fonts are loading/u],
    [{ fonts: 'missing' }, 'look', /font is missing/u],
    [{ offlineStatus: 'none' }, 'look', /in memory; a reload needs its server/u],
    [{ offlineStatus: 'storing' }, 'open', /being stored/u],
    [{ offlineStatus: 'insecure' }, 'look', /because the address is not https/u],
    [{ offlineStatus: 'unsupported' }, 'look', /because this browser keeps none/u],
    [{ offlineStatus: 'refused' }, 'look', /because the browser allows this page none/u],
    [{ offlineStatus: 'unregistered' }, 'look', /did not accept the page’s service worker/u],
    [{ failedChunks: ['The terminal', 'The handout'] }, 'look', /Not loaded: The terminal, The handout/u],
    [{ offlineStatus: 'failed' }, 'look', /not every file of the page could be stored/u],
    [{ wakeLock: undefined }, 'open', /Asking/u],
    [{ wakeLock: 'refused' }, 'look', /turn off sleep/u],
    [{ wakeLock: 'unsupported' }, 'look', /turn off sleep/u],
    [{ fullscreen: 'off' }, 'open', /in a window/u],
    [{ fullscreen: 'refused' }, 'look', /F11/u],
    [{ speakerConnected: false }, 'open', /None is open/u],
    [{ speakerConnected: false, isLeader: false }, 'look', /Another tab leads this talk/u],
    [{ motion: 'system off' }, 'look', /less motion/u],
    [{ screens: undefined }, 'open', /Asking the browser/u],
    [{ screens: { kind: 'unasked' } }, 'open', /With s the browser asks once/u],
    [{ screens: { kind: 'denied' } }, 'look', /places? no windows/u],
    [{ smallestText: undefined }, 'open', /No words/u],
    [{ smallestText: { px: 23, text: 'tiny' } }, 'look', /“tiny”, are 23 px; 24 px/u],
  ] as const)('%j is %s', (fact, state, text) => {
    const changed = preflightChecks({ ...ready, ...fact }).filter((check) => check.state !== 'fine');
    expect(changed).toHaveLength(1);
    expect(changed[0]?.state).toBe(state);
    expect(changed[0]?.text).toMatch(text);
  });

  it.each([
    [{ offlineStatus: 'file' }, /needs no network/u],
    [{ updateAvailable: true }, /needs no network. A newer version waits/u],
    [{ motion: 'asked off' }, /as the address asks/u],
    [{ smallestText: { px: 23.6, text: 'x' } }, /23.6 px\.$/u],
    [{ screens: { kind: 'unknown' } }, /does not say how many/u],
    [{ screens: { kind: 'one' } }, /mirror each other/u],
    [{ screens: { kind: 'known', screens: [LAPTOP], placement: undefined } }, /^One, or several that mirror each other/u],
    [
      { screens: { kind: 'known', screens: [LAPTOP, PROJECTOR], placement: PLACEMENT } },
      /^2\. s fills “Projector” \(1920 × 1080\); your window is on “Laptop” \(1366 × 768\)\.$/u,
    ],
    [{ screens: { kind: 'known', screens: [LAPTOP, PROJECTOR, LAPTOP], placement: PLACEMENT } }, /^3\..*To fill another one, move/u],
    [{ viewport: { width: 1366, height: 768, ratio: 1.5 } }, /1366 × 768 pixels, 1.5 device/u],
  ] as const)('%j is fine and has its own text', (fact, text) => {
    const checks = preflightChecks({ ...ready, ...fact });
    expect(checks.every(({ state }) => state === 'fine')).toBe(true);
    expect(checks.some((check) => text.test(check.text))).toBe(true);
  });

  it.each([
    [1920, 1080, 24],
    [3840, 2160, 48],
    [1280, 720, 16],
    [640, 360, 12],
    [390, 844, 12],
  ])('require on %d × %d a text of %d px', (width, height, px) => {
    expect(minReadableFontPx({ width, height, ratio: 1 })).toBe(px);
  });

  it('are summed up, those that need attention first', () => {
    expect(summarizeChecks(preflightChecks({ ...ready, offlineStatus: 'none' }))).toBe('1 needs a look.');
    expect(summarizeChecks(preflightChecks({ ...ready, offlineStatus: 'none', fonts: 'missing', speakerConnected: false }))).toBe(
      '2 need a look, 1 not done yet.',
    );
    expect(summarizeChecks(preflightChecks({ ...ready, speakerConnected: false }))).toBe('Nothing is wrong; 1 not done yet.');
  });
});

describe('findSmallestText', () => {
  it('finds the smallest visible text', () => {
    const stage = document.createElement('main');
    stage.innerHTML = `
      <p style="font-size: 30px">Large</p>
      <p style="font-size: 20px">Small <b style="font-size: 18px">smaller</b></p>
      <p style="font-size: 8px" class="sr-only">unseen</p>
      <p style="font-size: 9px"> │ </p>`;
    document.body.append(stage);
    // jsdom has no layout.
    for (const each of stage.querySelectorAll('*')) each.getBoundingClientRect = () => new DOMRect(0, 0, 10, 10);
    expect(findSmallestText(stage)).toEqual({ px: 18, text: 'smaller' });
    stage.replaceChildren();
    expect(findSmallestText(stage)).toBeUndefined();
    stage.remove();
  });
});

describe('Preflight', () => {
  const presses = () =>
    within(screen.getByRole('list', { name: 'Presses' }))
      .queryAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('lists the checks and their sum', () => {
    renderOverlay('preflight');
    expect(screen.getByRole('status').textContent).toMatch(/look/u);
    expect(within(screen.getByRole('region', { name: 'Checks' })).getAllByRole('listitem')).toHaveLength(9);
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
  ])('shows what %s sends and does, and does not move the stage', async (keys, sent, does) => {
    const room = renderOverlay('preflight');
    await room.user.keyboard(keys);
    expect(presses()).toHaveLength(1);
    expect(presses()[0]).toContain(`sends ${sent}`);
    expect(presses()[0]).toContain(does);
    expect(room.stop()).toBe(2);
    expect(room.player.getState().show).toMatchObject({ curtain: 'open', overlay: 'preflight', pendingNumber: undefined });
  });

  it('shows the latest presses first, and a held key once', async () => {
    const room = renderOverlay('preflight');
    await room.user.keyboard('abcdef{n>3/}');
    expect(presses()).toHaveLength(5);
    expect(presses()[0]).toMatch(/Next.*held/u);
    expect(presses()[1]).toContain('sends f');
    expect(presses().filter((each) => each?.includes('held'))).toHaveLength(1);
  });

  it('does not log Esc and Tab', async () => {
    const room = renderOverlay('preflight');
    await room.user.tab({ shift: true });
    expect(document.activeElement?.tagName).toBe('BUTTON');
    expect(presses()).toHaveLength(0);
    await room.user.keyboard('{Escape}');
    expect(room.overlay()).toBeUndefined();
  });

  it('opens the speaker window; the next Enter presses no button', async () => {
    const room = renderOverlay('preflight');
    screen.getByRole('button', { name: 'Open it' }).focus();
    await room.user.keyboard('{Enter}');
    expect(room.openSpeaker).toHaveBeenCalledTimes(1);
    await room.user.keyboard('{Enter}');
    expect(room.openSpeaker).toHaveBeenCalledTimes(1);
    expect(presses()).toHaveLength(1);
  });

  it('leaves the keys to the stage when it closes', async () => {
    const room = renderOverlay('preflight');
    act(() => room.player.press('escape'));
    await room.user.keyboard('n');
    expect(room.stop()).toBe(3);
  });
});
