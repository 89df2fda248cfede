// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connectSpeakers } from '../../src/player/connectSpeakers';
import { openLocalStore } from '../../src/player/keyValueStore';
import { LeaderElection } from '../../src/player/leaderElection';
import { getRecorder } from '../../src/player/rehearsalRecorder';
import { SpeakerWindow } from '../../src/speaker/SpeakerWindow';
import { ChannelHub } from '../support/channelHub';
import { ManualClock } from '../support/manualClock';
import { renderOverlay, stubDialogApis, type RenderedOverlay } from '../support/renderOverlay';
import { openSpeakerWindow } from '../support/speakerSession';
import { createMemoryStore, createTestPlayer } from '../support/testPlayer';

const STORAGE_KEY = 'understudy:/fake:rehearsal';
/** Returns a rehearsal in which each of the four stops took `each` seconds. */
const rehearsalOf = (each: number) => ({
  understudy: 'rehearsal',
  version: 1,
  story: 'fake',
  recordedAt: '2026-03-01T09:30:00.000Z',
  seconds: Object.fromEntries(['s0/0', 's0/1', 's1/0', 's1/1'].map((stop) => [stop, each])),
});

let closing: (() => void)[] = [];
let clock: ManualClock;

beforeEach(() => {
  stubDialogApis();
  // jsdom has no layout, so elements never change size.
  vi.stubGlobal('ResizeObserver', IntersectionObserver);
  localStorage.clear();
  clock = new ManualClock();
});
afterEach(() => {
  cleanup();
  for (const close of closing) close();
  closing = [];
});

/** Opens the rehearsal on the stage, and beside it a speaker window that is connected to the stage. */
function setUp() {
  const player = createTestPlayer(0, clock);
  const hub = new ChannelHub();
  const sessionStore = createMemoryStore();
  const lead = new LeaderElection(sessionStore, clock);
  closing.push(connectSpeakers({ player, recorder: getRecorder(player), channel: hub.open('talk'), sessionStore, lead }));
  const { store, close } = openSpeakerWindow(hub, clock, player.getState().timeline, { localStore: openLocalStore('fake') });
  closing.push(close);
  const room = renderOverlay('rehearsal', player);
  render(<SpeakerWindow store={store} session="abc" />);
  return room;
}

const click = (room: RenderedOverlay, name: RegExp): Promise<void> => room.user.click(screen.getByRole('button', { name }));
async function importFile(room: RenderedOverlay, each: number, total: string): Promise<void> {
  await room.user.upload(screen.getByLabelText('Rehearsal file'), new File([JSON.stringify(rehearsalOf(each))], 'times.json'));
  await waitFor(() => expect(time()).toContain(total));
}

it.each<[string, (room: RenderedOverlay) => Promise<void>, string]>([
  [
    'is recorded',
    async (room) => {
      await click(room, /from the start/u);
      for (const _ of [1, 2, 3, 4]) {
        act(() => clock.advance(5000));
        await room.user.keyboard('n');
      }
      await room.user.keyboard('r');
      await click(room, /Stop and keep/u);
    },
    'of 0:20',
  ],
  ['is imported', (room) => importFile(room, 30, 'of 2:00'), 'of 2:00'],
  [
    'is undone',
    async (room) => {
      await importFile(room, 30, 'of 2:00');
      await importFile(room, 60, 'of 4:00');
      await click(room, /Undo/u);
    },
    'of 2:00',
  ],
  [
    'comes from another tab',
    async () => {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(rehearsalOf(15)));
      act(() => void dispatchEvent(new StorageEvent('storage', { key: STORAGE_KEY })));
    },
    'of 1:00',
  ],
])('An open speaker window plans with a rehearsal as soon as it %s', async (_, change, total) => {
  const room = setUp();
  expect(time()).toContain('Against plan');
  await change(room);
  expect(time()).toContain('Against rehearsal');
  expect(time()).toContain(total);
});

function time(): string {
  return screen.getByRole('region', { name: 'Time' }).textContent ?? '';
}
