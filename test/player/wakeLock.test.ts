// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAwake, type WakeState } from '../../src/player/wakeLock';

/** A lock as the browser gives it: it can be taken back at any time. */
class FakeLock extends EventTarget {
  released = false;
  async release(): Promise<void> {
    this.released = true;
    this.dispatchEvent(new Event('release'));
  }
}

let locks: FakeLock[] = [];
let refuse = false;
const told: WakeState[] = [];

function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  [locks, refuse, told.length] = [[], false, 0];
  const request = async (): Promise<FakeLock> => {
    if (refuse) throw new DOMException('no', 'NotAllowedError');
    const lock = new FakeLock();
    locks.push(lock);
    return lock;
  };
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

it('asks again when the page comes back, and lets go when stopped', async () => {
  const stop = keepAwake((state) => told.push(state));
  await settle();
  expect(locks).toHaveLength(1);
  await locks[0]?.release();
  show('hidden');
  show('visible');
  await settle();
  expect(locks).toHaveLength(2);
  expect(told).toEqual(['held', 'released', 'held']);
  stop();
  await settle();
  expect(locks[1]?.released).toBe(true);
  show('visible');
  await settle();
  expect(locks).toHaveLength(2);
});

it('is quiet where the browser refuses, and where it knows nothing of it', async () => {
  refuse = true;
  const stop = keepAwake((state) => told.push(state));
  await settle();
  stop();
  Reflect.deleteProperty(navigator, 'wakeLock');
  keepAwake((state) => told.push(state))();
  await settle();
  expect(told).toEqual(['refused', 'unsupported']);
});
