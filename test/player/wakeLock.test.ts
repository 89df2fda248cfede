// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdWakeLock, type WakeLockState } from '../../src/player/wakeLock';

/** A lock that the browser can release at any time. */
class FakeLock extends EventTarget {
  released = false;
  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    this.dispatchEvent(new Event('release'));
  }
}

interface Request {
  resolve(lock: FakeLock): void;
  reject(reason: DOMException): void;
}

/** Requests without an answer, and all locks ever granted. */
let requests: Request[];
let locks: FakeLock[];
let reported: WakeLockState[];
let stop: () => void;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const heldCount = (): number => locks.filter(({ released }) => !released).length;

/** Events of the page and of its requests; tests run them in any order. */
const EVENTS = {
  start: () => {
    stop = holdWakeLock((state) => reported.push(state));
  },
  show: () => setVisibility('visible'),
  hide: () => setVisibility('hidden'),
  /** The browser answers the oldest request: with a lock if the page is visible, else with a refusal. */
  answer: () => {
    const request = requests.shift();
    if (document.visibilityState === 'hidden') request?.reject(new DOMException('hidden', 'NotAllowedError'));
    else if (request) grant(request);
  },
  refuse: () => requests.shift()?.reject(new DOMException('no', 'NotAllowedError')),
  /** The browser releases the lock of a visible page, as with a low battery. */
  revoke: () => releaseAll(),
  stop: () => stop(),
} as const;

type EventName = keyof typeof EVENTS;

/** Releases locks before `visibilitychange`, as the specification says. */
function setVisibility(state: DocumentVisibilityState): void {
  if (document.visibilityState === state) return;
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  if (state === 'hidden') releaseAll();
  document.dispatchEvent(new Event('visibilitychange'));
}

function releaseAll(): void {
  for (const lock of locks) void lock.release();
}

function grant(request: Request): void {
  const lock = new FakeLock();
  locks.push(lock);
  request.resolve(lock);
}

function reset(): void {
  vi.restoreAllMocks();
  [requests, locks, reported] = [[], [], []];
  const request = (): Promise<FakeLock> => new Promise((resolve, reject) => void requests.push({ resolve, reject }));
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  setVisibility('visible');
}

beforeEach(reset);
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

/** Runs events in order; `shouldSettle` waits for promises after each. */
async function run(names: readonly EventName[], shouldSettle = true): Promise<void> {
  for (const name of names) {
    EVENTS[name]();
    if (shouldSettle) await settle();
  }
}

describe('holdWakeLock', () => {
  it.each<[names: EventName[], count: number, states: WakeLockState[]]>([
    [['start', 'answer'], 1, ['held']],
    [['start', 'refuse'], 0, ['refused']],
    [['start', 'answer', 'hide'], 0, ['held', 'released']],
    [['start', 'answer', 'hide', 'show', 'answer'], 1, ['held', 'released', 'held']],
    [['start', 'answer', 'revoke', 'hide', 'show', 'answer'], 1, ['held', 'released', 'held']],
    // The page is hidden and comes back before the first answer.
    [['start', 'hide', 'show', 'answer', 'answer'], 1, ['held']],
    [['start', 'hide', 'answer', 'show', 'answer'], 1, ['refused', 'held']],
    [['start', 'hide', 'show', 'refuse', 'answer'], 1, ['held']],
    [['start', 'stop', 'answer'], 0, []],
    [['start', 'answer', 'stop'], 0, ['held']],
    [['start', 'hide', 'show', 'stop', 'answer', 'answer'], 0, []],
    [['start', 'hide', 'stop', 'answer', 'show'], 0, []],
  ])('after %j holds %i locks and has reported %j', async (names, count, states) => {
    await run(names);
    expect([heldCount(), reported]).toEqual([count, states]);
  });

  it('never holds more than one lock, holds one when visible, and none after its cleanup', async () => {
    const event = fc.constantFrom<EventName>('show', 'hide', 'answer', 'refuse', 'revoke');
    const events = fc.array(event, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), events, async (before, shouldSettle, after) => {
        reset();
        EVENTS.start();
        for (const name of before) {
          await run([name], shouldSettle);
          expect(heldCount()).toBeLessThanOrEqual(1);
          expect(requests.length).toBeLessThanOrEqual(1);
        }
        // Visible, with every request answered.
        await run(['answer', 'hide', 'answer', 'show', 'answer']);
        expect([heldCount(), reported.at(-1)]).toEqual([1, 'held']);
        await run(['stop', ...after, 'show', 'answer', 'answer']);
        expect([heldCount(), requests.length, reported.at(-1)]).toEqual([0, 0, 'held']);
      }),
      { numRuns: 60 },
    );
  });

  it('reports a browser without wake locks as unsupported', async () => {
    Reflect.deleteProperty(navigator, 'wakeLock');
    await run(['start', 'stop']);
    expect(reported).toEqual(['unsupported']);
  });

  it('reports a refusal when the browser throws', async () => {
    Object.defineProperty(navigator, 'wakeLock', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    await run(['start']);
    expect(reported).toEqual(['refused']);
  });
});
