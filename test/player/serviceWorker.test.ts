// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ACTIVATION_REFUSED_MESSAGE, ACTIVATE_MESSAGE } from '../../src/core/precache';

/** As much of a service worker as the page sees. */
class Worker extends EventTarget {
  state: ServiceWorkerState = 'activated';
  readonly postMessage = vi.fn<(message: string) => void>();
}

class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
  /** Moves a worker on, as the browser does. */
  put(place: Partial<Pick<Registration, 'installing' | 'waiting' | 'active'>>): void {
    const known = [this.installing, this.waiting, this.active];
    Object.assign(this, { installing: null, waiting: null, ...place });
    if (place.installing) this.dispatchEvent(new Event('updatefound'));
    for (const worker of known) worker?.dispatchEvent(new Event('statechange'));
  }
}

class Container extends EventTarget {
  controller: Worker | null = null;
  readonly registration = new Registration();
  register = vi.fn<() => Promise<Registration>>(() => Promise.resolve(this.registration));
}

let copies = 0;

/** Loads a copy of the module with a state of its own. Resetting all modules would also give other test files second copies. */
function importFresh(): Promise<typeof import('../../src/player/serviceWorker')> {
  copies += 1;
  return import(/* @vite-ignore */ `../../src/player/serviceWorker.ts?copy=${copies}`) as never;
}

const reload = vi.fn<() => void>();
let container: Container;

beforeEach(() => {
  container = new Container();
  reload.mockReset();
  vi.stubEnv('DEV', false);
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('location', { protocol: 'https:', reload });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** What a page in a sandboxed frame sees of its browser. */
const inSandbox = {
  get serviceWorker(): never {
    throw new DOMException('The context is sandboxed.', 'SecurityError');
  },
};

/** The page, with its copy being kept. */
async function open({ begun = false } = {}) {
  const offline = await importFresh();
  offline.registerServiceWorker(() => begun);
  await new Promise((resolve) => setTimeout(resolve));
  return offline;
}

it('is told as stored once a version is there', async () => {
  const { getOfflineState } = await open();
  expect(getOfflineState()).toEqual({ status: 'failed', update: 'none' });
  const worker = new Worker();
  container.registration.put({ installing: worker });
  expect(getOfflineState().status).toBe('storing');
  container.registration.put({ active: worker });
  expect(getOfflineState()).toEqual({ status: 'stored', update: 'none' });
});

it('is not told as stored before its worker answers for the page', async () => {
  const { getOfflineState } = await open();
  const worker = new Worker();
  container.registration.put({ installing: worker });
  worker.state = 'activating';
  container.registration.put({ active: worker });
  expect(getOfflineState().status).toBe('storing');
  worker.state = 'activated';
  worker.dispatchEvent(new Event('statechange'));
  expect(getOfflineState().status).toBe('stored');
});

it('lets what can wait be fetched once there is a copy, or will be none', async () => {
  const { afterPrecache } = await open();
  const [kept, calledOff, failed, late] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  container.registration.put({ installing: new Worker() });
  afterPrecache(kept);
  afterPrecache(calledOff)();
  expect(kept).not.toHaveBeenCalled();
  container.registration.put({ active: new Worker() });
  expect(kept).toHaveBeenCalledTimes(1);
  container.registration.put({ installing: new Worker() });
  afterPrecache(failed);
  container.registration.put({});
  afterPrecache(late);
  expect([kept, calledOff, failed, late].map((task) => task.mock.calls.length)).toEqual([1, 0, 1, 1]);
});

it('is told as failed when a file could not be had', async () => {
  const { getOfflineState } = await open();
  container.registration.put({ installing: new Worker() });
  container.registration.put({});
  expect(getOfflineState().status).toBe('failed');
});

it.each([
  ['file', () => vi.stubGlobal('location', { protocol: 'file:' })],
  ['insecure', () => vi.stubGlobal('isSecureContext', false)],
  ['unsupported', () => vi.stubGlobal('navigator', {})],
  ['none', () => vi.stubEnv('DEV', true)],
  ['none', () => vi.stubGlobal('top', {})],
  ['refused', () => vi.stubGlobal('navigator', inSandbox)],
  ['unregistered', () => container.register.mockRejectedValue(new DOMException('no', 'SecurityError'))],
] as const)('is told as %s where there is none', async (copy, arrange) => {
  arrange();
  const { getOfflineState } = await open();
  expect(getOfflineState()).toEqual({ status: copy, update: 'none' });
  if (copy !== 'unregistered') expect(container.register).not.toHaveBeenCalled();
});

it('tells of a newer version, asks it to take over, and loads again when it does', async () => {
  container.controller = container.registration.active = new Worker();
  const { getOfflineState, applyUpdate } = await open({ begun: true });
  const newer = new Worker();
  container.registration.put({ installing: newer });
  expect(getOfflineState()).toEqual({ status: 'stored', update: 'none' });
  container.registration.put({ waiting: newer });
  expect(getOfflineState()).toEqual({ status: 'stored', update: 'waiting' });
  applyUpdate();
  expect(newer.postMessage).toHaveBeenCalledWith(ACTIVATE_MESSAGE);
  container.dispatchEvent(new MessageEvent('message', { data: ACTIVATION_REFUSED_MESSAGE }));
  expect(getOfflineState().update).toBe('in use');
  expect(reload).not.toHaveBeenCalled();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(1);
});

it.each([
  ['never reloads a talk that has begun', true, 0],
  ['follows another window’s wish before the talk', false, 1],
])('%s', async (_, begun, times) => {
  container.controller = container.registration.active = new Worker();
  await open({ begun });
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(times);
});

it('does not reload for the first copy, which is of the version on screen', async () => {
  await open();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
});
