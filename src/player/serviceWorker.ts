import { trustedWorkerUrl } from '../loading/trustedTypes';
import { createStore } from '../core/createStore';
import { ACTIVATION_REFUSED_MESSAGE, ACTIVATE_MESSAGE } from '../core/precache';

/** Whether an offline copy of the page is stored in this browser, or why not. */
export type OfflineStatus =
  | 'stored'
  | 'storing'
  /** No copy is attempted: the page is served by `npm run dev`, is shown inside another page, or is one file. */
  | 'none'
  /** The page was opened from `file://`. */
  | 'file'
  /** Service workers need `https://` or localhost. */
  | 'insecure'
  | 'unsupported'
  /** The browser refuses service workers to this page, as in a sandboxed frame. */
  | 'refused'
  /** Registration failed: the file did not load, or a setting forbids it. */
  | 'unregistered'
  /** Not every file could be stored. */
  | 'failed';

interface OfflineState {
  readonly status: OfflineStatus;
  /** `waiting`: a newer version is stored. `in use`: it was requested, but other stages still use the old one. */
  readonly update: 'none' | 'waiting' | 'in use';
}

const IS_STANDALONE = import.meta.env.MODE === 'standalone';

const store = createStore<OfflineState>({ status: 'none', update: 'none' });
let waitingWorker: ServiceWorker | null = null;
let updateRequested = false;

export const getOfflineState = store.getState;
export const subscribeOfflineState = store.subscribe;

/**
 * Runs `task` when the offline copy has been stored, or could not be, so that what it fetches comes from the copy and is not
 * downloaded twice. Returns a function that cancels it.
 */
export function afterPrecache(task: () => void): () => void {
  if (getOfflineState().status !== 'storing') {
    task();
    return () => {};
  }
  const unsubscribe = subscribeOfflineState(({ status }) => {
    if (status === 'storing') return;
    unsubscribe();
    task();
  });
  return unsubscribe;
}

/** Activates the waiting version, which reloads the page. */
export function applyUpdate(): void {
  updateRequested = true;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  waitingWorker?.postMessage(ACTIVATE_MESSAGE);
}

/**
 * Stores an offline copy of the page and looks for newer versions (ADR 008). When a newer version takes over, the page reloads
 * only if `hasStarted` returns false or `applyUpdate` was called. Failures set the status; it never throws.
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
    // On the first visit, the worker has the version that is on screen.
    if (updateRequested || (hadController && !hasStarted())) location.reload();
    hadController = true;
  });
  serviceWorker.addEventListener('message', ({ data }) => {
    if (data === ACTIVATION_REFUSED_MESSAGE) setState({ update: 'in use' });
  });
  const register = (): void => {
    Promise.resolve()
      .then(() => serviceWorker.register(trustedWorkerUrl()))
      .then(trackRegistration)
      .catch(() => setState({ status: 'unregistered' }));
  };
  // The copy must not delay the first stop.
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** Returns undefined in a sandbox, where the property throws. */
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
    // An activating worker answers no request yet.
    const status =
      registration.active?.state === 'activated'
        ? 'stored'
        : registration.active || registration.installing || registration.waiting
          ? 'storing'
          : 'failed';
    setState({ status, update: waitingWorker ? 'waiting' : 'none' });
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
