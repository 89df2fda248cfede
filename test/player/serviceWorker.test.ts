// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ACTIVATION_REFUSED_MESSAGE, ACTIVATE_MESSAGE } from '../../src/core/precache';

/** A fake service worker with the members that the page uses. */
class Worker extends EventTarget {
  state: ServiceWorkerState = 'activated';
  readonly postMessage = vi.fn<(message: string) => void>();
}

class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  active: Worker | null = null;
  /** Sets the workers and fires the events of the browser. */
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

let imports = 0;

/** Loads a copy of the module with a state of its own. Resetting all modules would also give other test files second copies. */
function importFresh(): Promise<typeof import('../../src/player/serviceWorker')> {
  imports += 1;
  return import(/* @vite-ignore */ `../../src/player/serviceWorker.ts?copy=${imports}`) as never;
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

/** `navigator` in a sandboxed frame. */
const inSandbox = {
  get serviceWorker(): never {
    throw new DOMException('The context is sandboxed.', 'SecurityError');
  },
};

/** Loads the page and registers its service worker. */
async function open({ hasStarted = false } = {}) {
  const offline = await importFresh();
  offline.registerServiceWorker(() => hasStarted);
  await new Promise((resolve) => setTimeout(resolve));
  return offline;
}

it('reports the page as stored once a worker is active', async () => {
  const { getOfflineState } = await open();
  expect(getOfflineState()).toEqual({ status: 'failed', update: 'none' });
  const worker = new Worker();
  container.registration.put({ installing: worker });
  expect(getOfflineState().status).toBe('storing');
  container.registration.put({ active: worker });
  expect(getOfflineState()).toEqual({ status: 'stored', update: 'none' });
});

it('does not report the page as stored while its worker is activating', async () => {
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

it('afterPrecache runs a task once the precache has succeeded or failed, unless it is cancelled', async () => {
  const { afterPrecache } = await open();
  const [afterSuccess, cancelled, afterFailure, late] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  container.registration.put({ installing: new Worker() });
  afterPrecache(afterSuccess);
  afterPrecache(cancelled)();
  expect(afterSuccess).not.toHaveBeenCalled();
  container.registration.put({ active: new Worker() });
  expect(afterSuccess).toHaveBeenCalledTimes(1);
  container.registration.put({ installing: new Worker() });
  afterPrecache(afterFailure);
  container.registration.put({});
  afterPrecache(late);
  expect([afterSuccess, cancelled, afterFailure, late].map((task) => task.mock.calls.length)).toEqual([1, 0, 1, 1]);
});

it('reports a failure when the worker does not install', async () => {
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
] as const)('reports the status %s when the page cannot be stored', async (status, arrange) => {
  arrange();
  const { getOfflineState } = await open();
  expect(getOfflineState()).toEqual({ status, update: 'none' });
  if (status !== 'unregistered') expect(container.register).not.toHaveBeenCalled();
});

it('reports a newer version, activates it on request and reloads when it takes over', async () => {
  container.controller = container.registration.active = new Worker();
  const { getOfflineState, applyUpdate } = await open({ hasStarted: true });
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
  ['does not reload after the talk has started', true, 0],
  ['reloads before the talk when another window activates a version', false, 1],
])('%s', async (_, hasStarted, times) => {
  container.controller = container.registration.active = new Worker();
  await open({ hasStarted });
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).toHaveBeenCalledTimes(times);
});

it('does not reload when the first worker takes control', async () => {
  await open();
  container.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
});
