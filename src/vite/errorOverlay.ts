import type { ErrorPayload, HotPayload, ViteDevServer } from 'vite';
import { toViteError } from './viteError.ts';

/** Shows errors in Vite's overlay, also on pages that open later. */
export interface ErrorOverlay {
  /** Shows an error on every page until it is cleared. */
  show(error: Error): void;
  /** Shows the error again, if there is one, after an update that has removed it from open pages. */
  repeat(): void;
  /** Forgets the error. The update that follows removes it from open pages. */
  clear(): void;
  /** Shows an error only on the next page that opens. */
  showOnNextPage(error: Error): void;
}

const overlays = new WeakMap<ViteDevServer, ErrorOverlay>();

export function errorOverlayOf(server: ViteDevServer): ErrorOverlay {
  const overlay = overlays.get(server) ?? createErrorOverlay(server);
  overlays.set(server, overlay);
  return overlay;
}

function createErrorOverlay(server: ViteDevServer): ErrorOverlay {
  let current: ErrorPayload | undefined;
  let next: ErrorPayload | undefined;
  const { hot } = server.environments.client;
  const log = (error: Error) => server.config.logger.error(error.message, { timestamp: true, error });

  hot.on('vite:client:connect', (_, page) => {
    const payload = current ?? next;
    next = undefined;
    if (payload) [emptyUpdate(), payload].forEach((message) => page.send(message));
  });
  // With no page open, Vite would keep the error for the next one, even if it is fixed before.
  const send = (): void => {
    if (current && server.ws.clients.size > 0) [emptyUpdate(), current].forEach((message) => hot.send(message));
  };
  return {
    show: (error) => {
      if (current?.err.message === error.message) return;
      log(error);
      current = toPayload(error);
      send();
    },
    repeat: () => send(),
    clear: () => {
      current = undefined;
    },
    showOnNextPage: (error) => {
      log(error);
      next = toPayload(error);
    },
  };
}

function toPayload(error: Error): ErrorPayload {
  return { type: 'error', err: { ...toViteError(error), plugin: 'understudy' } };
}

/** An empty update, to be sent before an error: a page whose first message is an error reloads on the next update and loses its stop. */
function emptyUpdate(): HotPayload {
  return { type: 'update', updates: [] };
}
