import { describe, expect, it, vi } from 'vitest';
import { RehearsalRecorder, getRecorder } from '../../src/player/rehearsalRecorder';
import type { KeyValueStore } from '../../src/player/keyValueStore';
import { createMemoryStore, createFixedClock, createTestPlayer } from '../support/testPlayer';

const storedRehearsal = {
  understudy: 'rehearsal',
  version: 1,
  story: 'fake',
  recordedAt: '2026-03-01T09:30:00.000Z',
  seconds: { 's0/0': 5 },
};

function setUp({ localStore = createMemoryStore() as KeyValueStore, sessionStore = createMemoryStore() as KeyValueStore, time = 0 } = {}) {
  const clock = createFixedClock();
  clock.time = time;
  const player = createTestPlayer(0, clock);
  const recorder = new RehearsalRecorder(player, { localStore, sessionStore, timeOrigin: 1_000_000 });
  recorder.load();
  const go = (seconds: number, stop: number): void => {
    clock.time += seconds * 1000;
    player.goTo(stop);
  };
  return { clock, player, recorder, go, state: recorder.getState };
}

describe('RehearsalRecorder', () => {
  it('records the time at each stop and stores it', () => {
    const localStore = createMemoryStore();
    const { clock, recorder, go, state } = setUp({ localStore });
    recorder.start();
    go(10, 1);
    go(5, 2);
    go(2.5, 1);
    clock.time += 1000;
    recorder.stop();
    expect(state().rehearsal?.seconds).toEqual({ 's0/0': 10, 's0/1': 6, 's1/0': 2.5 });
    expect(state().visits).toBeUndefined();
    expect(localStore.stored['rehearsal']).toEqual(state().rehearsal);
    expect(state().rehearsal?.recordedAt).toBe(new Date(1_018_500).toISOString());
  });

  it('records no visit while the audience’s view is frozen', () => {
    const { player, recorder, go, state } = setUp();
    player.setSpeakerConnected(true);
    recorder.start();
    player.press('freeze');
    go(10, 3);
    expect(state().visits).toHaveLength(1);
    player.press('freeze');
    expect(state().visits).toHaveLength(2);
  });

  it('continues a recording after a reload, and drops an old one', () => {
    const sessionStore = createMemoryStore();
    const first = setUp({ sessionStore });
    first.recorder.start();
    first.go(10, 1);
    const second = setUp({ sessionStore, time: 12_000 });
    expect(second.state().visits).toHaveLength(3);
    expect(setUp({ sessionStore, time: 9_000_000 }).state().visits).toBeUndefined();
    second.recorder.discard();
    expect(setUp({ sessionStore, time: 12_000 }).state().visits).toBeUndefined();
  });

  it.each([[null], ['x'], [[1, null, { stop: 'a/0' }]], [{}]])('ignores %j in storage', (value) => {
    const { state } = setUp({ localStore: createMemoryStore({ rehearsal: value }), sessionStore: createMemoryStore({ recording: value }) });
    expect(state()).toMatchObject({ rehearsal: undefined, visits: undefined });
  });

  it('keeps the last rehearsal when a recording is discarded, and undoes one replacement', () => {
    const localStore = createMemoryStore({ rehearsal: storedRehearsal });
    const { recorder, state } = setUp({ localStore });
    recorder.start();
    recorder.discard();
    expect(state().rehearsal).toEqual(storedRehearsal);
    recorder.replace(undefined);
    expect(localStore.stored['rehearsal']).toBeNull();
    recorder.undo();
    expect(localStore.stored['rehearsal']).toEqual(storedRehearsal);
    expect(state().replaced).toBeUndefined();
    recorder.undo();
    expect(state().rehearsal).toEqual(storedRehearsal);
  });

  it('reports that the browser did not store the rehearsal', () => {
    const { recorder, state } = setUp({ localStore: { read: () => null, write: () => false, watch: () => () => {} } });
    recorder.start();
    recorder.stop();
    expect(state()).toMatchObject({ isPersisted: false, rehearsal: { seconds: { 's0/0': 0 } } });
  });

  it('ignores the player after it stopped', () => {
    const { recorder, go } = setUp();
    recorder.start();
    recorder.stop();
    const listener = vi.fn<() => void>();
    recorder.subscribe(listener);
    go(1, 2);
    expect(listener).not.toHaveBeenCalled();
  });

  it('getRecorder returns one recorder per player', () => {
    const player = createTestPlayer();
    expect(getRecorder(player)).toBe(getRecorder(player));
    expect(getRecorder(createTestPlayer())).not.toBe(getRecorder(player));
  });
});
