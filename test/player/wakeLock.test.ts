// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdWakeLock, type WakeLockState } from '../../src/player/wakeLock';

/** A lock as the browser gives it: it can be taken back at any time. */
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

/** Requests the browser has not answered yet, and all locks it ever granted. */
let requests: Request[];
let locks: FakeLock[];
let told: WakeLockState[];
let stop: () => void;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const held = (): number => locks.filter(({ released }) => !released).length;

/** What can happen to the page and its requests, in any order. */
const EVENTS = {
  start: () => {
    stop = holdWakeLock((state) => told.push(state));
  },
  show: () => view('visible'),
  hide: () => view('hidden'),
  /** The browser answers the oldest request, with a lock if the page is in view. */
  answer: () => {
    const request = requests.shift();
    if (document.visibilityState === 'hidden') request?.reject(new DOMException('hidden', 'NotAllowedError'));
    else if (request) grant(request);
  },
  refuse: () => requests.shift()?.reject(new DOMException('no', 'NotAllowedError')),
  /** The browser takes the lock back while the page is in view, as with a low battery. */
  revoke: () => letGo(),
  stop: () => stop(),
} as const;

type Name = keyof typeof EVENTS;

/** Locks are let go before anybody hears that the page is hidden, as the specification has it. */
function view(state: DocumentVisibilityState): void {
  if (document.visibilityState === state) return;
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  if (state === 'hidden') letGo();
  document.dispatchEvent(new Event('visibilitychange'));
}

function letGo(): void {
  for (const lock of locks) void lock.release();
}

function grant(request: Request): void {
  const lock = new FakeLock();
  locks.push(lock);
  request.resolve(lock);
}

function reset(): void {
  vi.restoreAllMocks();
  [requests, locks, told] = [[], [], []];
  const request = (): Promise<FakeLock> => new Promise((resolve, reject) => void requests.push({ resolve, reject }));
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  view('visible');
}

beforeEach(reset);
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

/** Lets `names` happen, each with or without time for promises after it. */
async function run(names: readonly Name[], calm = true): Promise<void> {
  for (const name of names) {
    EVENTS[name]();
    if (calm) await settle();
  }
}

describe('keepAwake', () => {
  it.each<[names: Name[], held: number, told: WakeLockState[]]>([
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
  ])('%j holds %i in the end and tells %j', async (names, count, states) => {
    await run(names);
    expect([held(), told]).toEqual([count, states]);
  });

  it('holds one lock at most whatever happens, the right one in the end, and none once it has stopped', async () => {
    const happening = fc.constantFrom<Name>('show', 'hide', 'answer', 'refuse', 'revoke');
    const story = fc.array(happening, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(story, fc.boolean(), story, async (before, calm, after) => {
        reset();
        EVENTS.start();
        for (const name of before) {
          await run([name], calm);
          expect(held()).toBeLessThanOrEqual(1);
          expect(requests.length).toBeLessThanOrEqual(1);
        }
        // In view at last, with everything answered: held, unless the browser took it back or refused it in view.
        await run(['answer', 'hide', 'answer', 'show', 'answer']);
        expect([held(), told.at(-1)]).toEqual([1, 'held']);
        await run(['stop', ...after, 'show', 'answer', 'answer']);
        expect([held(), requests.length, told.at(-1)]).toEqual([0, 0, 'held']);
      }),
      { numRuns: 60 },
    );
  });

  it('says where the browser knows nothing of it', async () => {
    Reflect.deleteProperty(navigator, 'wakeLock');
    await run(['start', 'stop']);
    expect(told).toEqual(['unsupported']);
  });

  it('is quiet about a browser that throws', async () => {
    Object.defineProperty(navigator, 'wakeLock', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    await run(['start']);
    expect(told).toEqual(['refused']);
  });
});
