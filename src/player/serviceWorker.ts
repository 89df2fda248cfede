import { createStore } from '../core/createStore';
import { ACTIVATION_REFUSED_MESSAGE, ACTIVATE_MESSAGE } from '../core/precache';

/** Whether a copy of the page is stored in this browser, or why there is none. */
export type OfflineStatus =
  | 'stored'
  | 'storing'
  /** Nothing has been tried: the page is being written, or it is shown inside another one. */
  | 'none'
  /** The page is a file of this computer. */
  | 'file'
  /** Browsers keep copies of pages from https:// and from this computer alone. */
  | 'insecure'
  | 'unsupported'
  /** The browser gives this page no service workers, as in a sandboxed frame. */
  | 'refused'
  /** The browser did not accept the service worker: its file did not arrive, or a setting forbids it. */
  | 'unregistered'
  /** Not every file could be stored. */
  | 'failed';

interface OfflineState {
  readonly status: OfflineStatus;
  /** Whether a newer version is stored and waits for its turn, or has been asked for and waits for other stages to close. */
  readonly update: 'none' | 'waiting' | 'in use';
}

/** One file holds everything: there is nothing to keep. */
const IS_STANDALONE = import.meta.env.MODE === 'standalone';

const store = createStore<OfflineState>({ status: 'none', update: 'none' });
let waitingWorker: ServiceWorker | null = null;
let updateRequested = false;

export const getOfflineState = store.getState;
export const subscribeOfflineState = store.subscribe;

/**
 * Does `task` once it is known whether a copy is kept. What the task fetches comes from the copy then; sooner, it would be
 * fetched twice.
 */
export function afterPrecache(task: () => void): () => void {
  if (getOfflineState().status !== 'storing') {
    task();
    return () => {};
  }
  const stop = subscribeOfflineState(({ status }) => {
    if (status === 'storing') return;
    stop();
    task();
  });
  return stop;
}

/** Lets the version that waits take over; the page loads again, with it. */
export function applyUpdate(): void {
  updateRequested = true;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  waitingWorker?.postMessage(ACTIVATE_MESSAGE);
}

/**
 * Keeps a copy of the page in this browser and looks for newer versions. Never disturbs a talk: when a newer version
 * takes over, the page loads again only if `hasBegun` says no, or if it was asked to. Refusals are told, never thrown.
 */
export function registerServiceWorker(hasStarted: () => boolean): void {
  const reason = unavailableStatus();
  const serviceWorker = reason ? undefined : serviceWorkerContainer();
  if (IS_STANDALONE || !serviceWorker) {
    setState({ status: reason ?? (IS_STANDALONE ? 'none' : 'refused') });
    return;
  }
  setState({ status: 'storing' });
  let hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first copy of all is of the version on screen.
    if (updateRequested || (hadController && !hasStarted())) location.reload();
    hadController = true;
  });
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data === ACTIVATION_REFUSED_MESSAGE) setState({ update: 'in use' });
  });
  const register = (): void => {
    Promise.resolve()
      .then(() => serviceWorker.register(trustedScriptUrl()))
      .then(trackRegistration)
      .catch(() => setState({ status: 'unregistered' }));
  };
  // The first stop comes before its copy.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** The browser's service workers. In a sandbox to look for them throws. */
function serviceWorkerContainer(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

function unavailableStatus(): OfflineStatus | undefined {
  if (location.protocol === 'file:') return 'file';
  if (import.meta.env.DEV || window.top !== window) return 'none';
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator ? undefined : 'unsupported';
}

function trackRegistration(registration: ServiceWorkerRegistration): void {
  const updateState = (): void => {
    waitingWorker = registration.active && registration.waiting;
    // Until it is active for good, a worker answers for no page yet.
    const copy =
      registration.active?.state === 'activated'
        ? 'stored'
        : registration.active || registration.installing || registration.waiting
          ? 'storing'
          : 'failed';
    setState({ status: copy, update: waitingWorker ? 'waiting' : 'none' });
  };
  const watchWorkers = (): void => {
    for (const worker of [registration.installing, registration.waiting, registration.active])
      worker?.addEventListener('statechange', updateState);
    updateState();
  };
  registration.addEventListener('updatefound', watchWorkers);
  watchWorkers();
}

function setState(change: Partial<OfflineState>): void {
  store.setState({ ...getOfflineState(), ...change });
}

/** Where browsers ask for trusted types, the only address of a script the page makes by itself. */
function trustedScriptUrl(): string {
  const address = './sw.js';
  const { trustedTypes } = window as {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string } };
  };
  return trustedTypes ? trustedTypes.createPolicy('understudy', { createScriptURL: () => address }).createScriptURL('') : address;
}
