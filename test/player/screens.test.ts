// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSpeakerWindowOpener } from '../../src/player/connectSpeakers';
import { openOnTwoScreens, readScreens, watchScreens } from '../../src/player/screens';

const screenAt = (left: number, isInternal: boolean, label: string) => ({
  left,
  top: 0,
  width: 1000,
  height: 800,
  availLeft: left,
  availTop: 0,
  availWidth: 1000,
  availHeight: 800,
  isPrimary: isInternal,
  isInternal,
  label,
});
const laptop = screenAt(0, true, 'Laptop');
const projector = screenAt(1000, false, 'Projector');
const ON_LAPTOP = 'popup,left=0,top=0,width=1000,height=800';

/** A fake of the Window Management API, and all that was asked of the browser, in order. */
class FakeScreens extends EventTarget {
  screens = [laptop, projector];
  currentScreen = laptop;
}
let details: FakeScreens;
let permission: string;
let isExtended: boolean | undefined;
let log: unknown[];
let refusesFullscreen = false;

beforeEach(() => {
  details = new FakeScreens();
  [permission, isExtended, log, refusesFullscreen] = ['granted', true, [], false];
  vi.stubGlobal('getScreenDetails', async () => {
    log.push('asked');
    if (permission === 'denied') throw new DOMException('Denied', 'NotAllowedError');
    return details;
  });
  Object.defineProperty(screen, 'isExtended', { configurable: true, get: () => isExtended });
  vi.stubGlobal('navigator', { permissions: { query: async () => ({ state: permission }) } });
  document.documentElement.requestFullscreen = async (options) => {
    log.push(['full', (options as { screen?: { label: string } }).screen?.label]);
    if (refusesFullscreen) throw new TypeError('Refused');
  };
});
afterEach(() => vi.unstubAllGlobals());

describe('openOnTwoScreens', () => {
  const open = (features?: string): void => void log.push(['open', features]);

  it('fills the projector first, then opens the speaker window on the laptop', async () => {
    await openOnTwoScreens(null, open);
    expect(log).toEqual(['asked', ['full', 'Projector'], ['open', ON_LAPTOP]]);
  });

  it('opens the speaker window in its place although full screen is refused', async () => {
    refusesFullscreen = true;
    await openOnTwoScreens(null, open);
    expect(log.at(-1)).toEqual(['open', ON_LAPTOP]);
  });

  it.each([
    ['the presenter does not allow it', () => (permission = 'denied')],
    ['there is one screen', () => (details.screens = [laptop])],
    ['the screens mirror each other', () => (details.screens = [laptop, { ...laptop, label: 'Projector' }])],
  ])('opens the speaker window as ever if %s', async (_, prepare) => {
    prepare();
    await openOnTwoScreens(null, open);
    expect(log).toEqual(['asked', ['open', undefined]]);
  });

  it('moves a speaker window that is open, and fills the projector again', async () => {
    const opened = { closed: false, moveTo: vi.fn(), resizeTo: vi.fn() };
    await openOnTwoScreens(opened as unknown as Window, open);
    expect([opened.moveTo.mock.calls, opened.resizeTo.mock.calls]).toEqual([[[0, 0]], [[1000, 800]]]);
    expect(log).toEqual(['asked', ['full', 'Projector'], ['open', ON_LAPTOP]]);
  });

  it('leaves a window where it is that the browser does not move', async () => {
    const opened = {
      closed: false,
      moveTo: () => {
        throw new DOMException('No', 'SecurityError');
      },
    };
    await openOnTwoScreens(opened as unknown as Window, open);
    expect(log.at(-1)).toEqual(['open', ON_LAPTOP]);
  });
});

describe('s', () => {
  it.each([
    ['without the API', () => vi.stubGlobal('getScreenDetails', undefined)],
    ['with one screen or mirrored ones', () => (isExtended = false)],
    ['where the browser does not say', () => (isExtended = undefined)],
    ['in a frame', () => vi.stubGlobal('top', {})],
  ])('opens the speaker window within the press and asks nothing %s', (name, prepare) => {
    prepare();
    if (name === 'without the API') Reflect.deleteProperty(window, 'getScreenDetails');
    const open = vi.spyOn(window, 'open').mockReturnValue({ closed: false, focus: () => {} } as Window);
    createSpeakerWindowOpener('talk').openSpeaker();
    expect(open).toHaveBeenCalledWith(expect.stringContaining('speaker=talk'), 'understudy-talk', undefined);
    expect(log).toEqual([]);
  });

  it('places both windows where there are two screens', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue({ closed: false, focus: () => {} } as Window);
    createSpeakerWindowOpener('talk').openSpeaker();
    await vi.waitFor(() => expect(open).toHaveBeenCalledWith(expect.stringContaining('speaker=talk'), 'understudy-talk', ON_LAPTOP));
  });
});

describe('readScreens', () => {
  it.each([
    ['unknown', () => (isExtended = undefined)],
    ['unknown', () => vi.stubGlobal('top', {})],
    ['one', () => (isExtended = false)],
    ['unasked', () => (permission = 'prompt')],
    ['denied', () => (permission = 'denied')],
  ])('is %s and asks nobody', async (kind, prepare) => {
    prepare();
    expect(await readScreens()).toEqual({ kind });
    expect(log).toEqual([]);
  });

  it('knows the screens and what s would do', async () => {
    expect(await readScreens()).toEqual({ kind: 'known', screens: details.screens, placement: { stage: projector, speaker: laptop } });
  });
});

describe('watchScreens', () => {
  const change = (screens: FakeScreens['screens']): void => {
    details.screens = screens;
    details.dispatchEvent(new Event('screenschange'));
  };

  it('tells of each screen that goes or comes, until its cleanup', async () => {
    const listener = vi.fn();
    const stop = watchScreens(listener);
    await vi.waitFor(() => expect(log).toHaveLength(2));
    await Promise.resolve();
    change([laptop]);
    change([laptop]);
    change([laptop, projector]);
    expect(listener.mock.calls).toEqual([
      [2, 1],
      [1, 2],
    ]);
    stop();
    change([laptop]);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('asks nobody where it is not allowed', async () => {
    permission = 'prompt';
    watchScreens(vi.fn());
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(log).toEqual([]);
  });
});
