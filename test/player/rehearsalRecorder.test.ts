import { describe, expect, it, vi } from 'vitest';
import { RehearsalRecorder, getRecorder } from '../../src/player/rehearsalRecorder';
import type { KeyValueStore } from '../../src/player/keyValueStore';
import { createMemoryStore, createFixedClock, createTestPlayer } from '../support/testPlayer';

const kept = { understudy: 'rehearsal', version: 1, story: 'fake', recordedAt: '2026-03-01T09:30:00.000Z', seconds: { 's0/0': 5 } };

function setUp({ lasting = createMemoryStore() as KeyValueStore, tab = createMemoryStore() as KeyValueStore, time = 0 } = {}) {
  const clock = createFixedClock();
  clock.time = time;
  const player = createTestPlayer(0, clock);
  const recorder = new RehearsalRecorder(player, { localStore: lasting, sessionStore: tab, timeOrigin: 1_000_000 });
  recorder.load();
  const go = (seconds: number, stop: number): void => {
    clock.time += seconds * 1000;
    player.goTo(stop);
  };
  return { clock, player, recorder, go, state: recorder.getState };
}

describe('Recorder', () => {
  it('records the time at each stop and keeps it', () => {
    const lasting = createMemoryStore();
    const { clock, recorder, go, state } = setUp({ lasting });
    recorder.start();
    go(10, 1);
    go(5, 2);
    go(2.5, 1);
    clock.time += 1000;
    recorder.stop();
    expect(state().rehearsal?.seconds).toEqual({ 's0/0': 10, 's0/1': 6, 's1/0': 2.5 });
    expect(state().visits).toBeUndefined();
    expect(lasting.stored['rehearsal']).toEqual(state().rehearsal);
    expect(state().rehearsal?.recordedAt).toBe(new Date(1_018_500).toISOString());
  });

  it('counts what the room sees: looking around while it is frozen is no visit', () => {
    const { player, recorder, go, state } = setUp();
    player.setSpeakerConnected(true);
    recorder.start();
    player.press('freeze');
    go(10, 3);
    expect(state().visits).toHaveLength(1);
    player.press('freeze');
    expect(state().visits).toHaveLength(2);
  });

  it('goes on after a reload, and forgets what is from another day', () => {
    const tab = createMemoryStore();
    const first = setUp({ tab });
    first.recorder.start();
    first.go(10, 1);
    const second = setUp({ tab, time: 12_000 });
    expect(second.state().visits).toHaveLength(3);
    expect(setUp({ tab, time: 9_000_000 }).state().visits).toBeUndefined();
    second.recorder.discard();
    expect(setUp({ tab, time: 12_000 }).state().visits).toBeUndefined();
  });

  it.each([[null], ['x'], [[1, null, { stop: 'a/0' }]], [{}]])('is not confused by %j on its shelves', (value) => {
    const { state } = setUp({ lasting: createMemoryStore({ rehearsal: value }), tab: createMemoryStore({ recording: value }) });
    expect(state()).toMatchObject({ rehearsal: undefined, visits: undefined });
  });

  it('keeps the last rehearsal until a new one is kept, and takes changes back', () => {
    const lasting = createMemoryStore({ rehearsal: kept });
    const { recorder, state } = setUp({ lasting });
    recorder.start();
    recorder.discard();
    expect(state().rehearsal).toEqual(kept);
    recorder.replace(undefined);
    expect(lasting.stored['rehearsal']).toBeNull();
    recorder.undo();
    expect(lasting.stored['rehearsal']).toEqual(kept);
    expect(state().replaced).toBeUndefined();
    recorder.undo();
    expect(state().rehearsal).toEqual(kept);
  });

  it('says when the browser refuses to keep it', () => {
    const { recorder, state } = setUp({ lasting: { read: () => null, write: () => false, watch: () => () => {} } });
    recorder.start();
    recorder.stop();
    expect(state()).toMatchObject({ isPersisted: false, rehearsal: { seconds: { 's0/0': 0 } } });
  });

  it('hears nothing of the player once it stopped', () => {
    const { recorder, go } = setUp();
    recorder.start();
    recorder.stop();
    const hear = vi.fn<() => void>();
    recorder.subscribe(hear);
    go(1, 2);
    expect(hear).not.toHaveBeenCalled();
  });

  it('is one for each player', () => {
    const player = createTestPlayer();
    expect(getRecorder(player)).toBe(getRecorder(player));
    expect(getRecorder(createTestPlayer())).not.toBe(getRecorder(player));
  });
});
