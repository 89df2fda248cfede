// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { story as builtStory } from 'virtual:story';
import { fillStory } from '../../src/core/variables';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { mountSpeaker } from '../../src/speaker/mountSpeaker';
import { ManualClock } from '../support/manualClock';
import { openStage } from '../support/speakerSession';
import { ChannelHub } from '../support/channelHub';

const story = fillStory(builtStory);

class StillObserver {
  observe(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', StillObserver);
/** The state and the listeners of prefers-reduced-motion. */
const system = { matches: false, listeners: new Set<() => void>() };
vi.stubGlobal('matchMedia', () => ({
  matches: system.matches,
  addEventListener: (_: string, listener: () => void) => system.listeners.add(listener),
  removeEventListener: (_: string, listener: () => void) => system.listeners.delete(listener),
}));
vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

const timeline = createTimeline(story, describeStep);
const html = document.documentElement;
let clock: ManualClock;
let hub: ChannelHub;

beforeEach(() => {
  clock = new ManualClock();
  hub = new ChannelHub();
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => history.replaceState(null, '', '/'));

/** Mounts the speaker window; `hash` is that of the stage. */
function mount(hash = '', earlyEvents: KeyboardEvent[] = [], notice?: string): () => void {
  history.replaceState(null, '', `/?speaker=abc${hash}`);
  html.dataset['boot'] = 'deep';
  let unmount = (): void => {};
  act(() => {
    unmount = mountSpeaker(document.getElementById('root')!, {
      story,
      session: 'abc',
      channel: hub.open(),
      clock,
      earlyEvents,
      notice,
      page: App,
    });
  });
  return () => act(unmount);
}

it('sets the title, and keeps the attributes of <html> and the address up to date', () => {
  const { player, close } = openStage(hub, clock, timeline, { stop: 6, motion: false });
  const unmount = mount('#/cognito');
  expect(document.title).toBe(`Speaker — ${story.title}`);
  expect(html.dataset['boot']).toBeUndefined();
  expect([html.dataset['stop'], html.dataset['state'], html.dataset['theme'], location.hash]).toEqual([
    '6',
    'settled',
    'dark',
    '#/comparison/1',
  ]);
  act(() => player.press('next'));
  expect([html.dataset['stop'], location.hash]).toEqual(['7', '#/comparison/2']);
  unmount();
  close();
});

it('shows the stop in the address until a stage answers', () => {
  const unmount = mount('#/callback');
  expect(html.dataset['stop']).toBe('4');
  expect(document.body.textContent).toContain(timeline.stops[4]!.source.notes.say);
  unmount();
});

it('handles keys that were pressed before it was mounted', () => {
  const { player, close } = openStage(hub, clock, timeline, { stop: 2, motion: false });
  const unmount = mount('', [new KeyboardEvent('keydown', { key: 'n' }), new KeyboardEvent('keydown', { key: 'n' })]);
  expect(player.getState().position.stop).toBe(4);
  unmount();
  close();
});

it('follows prefers-reduced-motion', () => {
  const { close } = openStage(hub, clock, timeline, { motion: false });
  const unmount = mount();
  expect(document.body.textContent).toContain('Types for');
  system.matches = true;
  act(() => {
    for (const listener of system.listeners) listener();
  });
  expect(document.body.textContent).not.toContain('Types for');
  unmount();
  expect(system.listeners.size).toBe(0);
  system.matches = false;
  close();
});

it('leaves no listener, timer, channel or element after unmounting', () => {
  const { player, close } = openStage(hub, clock, timeline, { stop: 2, motion: false });
  const unmount = mount();
  const root = document.getElementById('root')!;
  expect(root.textContent).not.toBe('');
  unmount();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
  expect(hub.sentCommands()).toEqual([]);
  expect(player.getState().position.stop).toBe(2);
  expect(clock.timers).toEqual([]);
  expect(root.textContent).toBe('');
  close();
  expect(hub.openChannels).toBe(0);
});

it('focuses its list of stops when the frozen stage asks for it, and not when it opens later', () => {
  const { player, close } = openStage(hub, clock, timeline, { stop: 3, motion: false });
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => {});
  const unmount = mount();
  act(() => player.press('freeze'));
  expect(document.activeElement).toBe(document.body);
  act(() => player.press('goto'));
  expect(document.activeElement?.getAttribute('aria-current')).toBe('step');
  expect(focus).toHaveBeenCalledTimes(1);
  unmount();
  const unmountAgain = mount();
  expect(document.activeElement).toBe(document.body);
  unmountAgain();
  close();
});

it('says what is wrong with its address until the talk moves on', () => {
  const { player, close } = openStage(hub, clock, timeline, { motion: false });
  const unmount = mount('', [], 'There is no such short version.');
  const notice = (): string | undefined => document.querySelector('.speaker-banner[role=status]')?.textContent ?? undefined;
  expect(notice()).toBe('There is no such short version.');
  act(() => player.press('next'));
  expect(notice()).toBeUndefined();
  unmount();
  close();
});
