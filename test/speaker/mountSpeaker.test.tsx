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
/** Whether the system asks for less motion, and who wants to know when that changes. */
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
let wire: ChannelHub;

beforeEach(() => {
  clock = new ManualClock();
  wire = new ChannelHub();
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => history.replaceState(null, '', '/'));

/** The speaker window on the page; `hash` as the stage hands it over. */
function mount(hash = '', early: KeyboardEvent[] = []): () => void {
  history.replaceState(null, '', `/?speaker=abc${hash}`);
  html.dataset['boot'] = 'deep';
  let unmount = (): void => {};
  act(() => {
    unmount = mountSpeaker(document.getElementById('root')!, {
      story,
      session: 'abc',
      channel: wire.open(),
      clock,
      earlyEvents: early,
      page: App,
    });
  });
  return () => act(unmount);
}

it('says what it is, shows at once, and keeps the page’s attributes and address true', () => {
  const { player, close } = openStage(wire, clock, timeline, { stop: 6, motion: false });
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

it('shows the stop of its address while no stage answers', () => {
  const unmount = mount('#/callback');
  expect(html.dataset['stop']).toBe('4');
  expect(document.body.textContent).toContain(timeline.stops[4]!.source.notes.say);
  unmount();
});

it('counts keys pressed before it was there', () => {
  const { player, close } = openStage(wire, clock, timeline, { stop: 2, motion: false });
  const unmount = mount('', [new KeyboardEvent('keydown', { key: 'n' }), new KeyboardEvent('keydown', { key: 'n' })]);
  expect(player.getState().position.stop).toBe(4);
  unmount();
  close();
});

it('follows the system’s wish for less motion', () => {
  const { close } = openStage(wire, clock, timeline, { motion: false });
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

it('leaves nothing behind', () => {
  const { player, close } = openStage(wire, clock, timeline, { stop: 2, motion: false });
  const unmount = mount();
  const root = document.getElementById('root')!;
  expect(root.textContent).not.toBe('');
  unmount();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
  expect(wire.sentCommands()).toEqual([]);
  expect(player.getState().position.stop).toBe(2);
  expect(clock.timers).toEqual([]);
  expect(root.textContent).toBe('');
  close();
  expect(wire.openChannels).toBe(0);
});
