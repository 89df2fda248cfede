import type { ErrorPayload, HotPayload, ViteDevServer } from 'vite';
import { toViteError } from './viteError.ts';

/** Vite's error overlay, for pages that are open and pages that open later. */
export interface ErrorOverlay {
  /** Shows an error on every page until it is cleared. */
  show(error: Error): void;
  /** Forgets the error; the update that follows takes it off open pages. */
  clear(): void;
  /** Shows an error on the next page to open, and on no other. */
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
  return {
    show: (error) => {
      if (current?.err.message === error.message) return;
      log(error);
      current = toPayload(error);
      // With no page open, Vite would keep the error for the next one, even if it is put right before.
      if (server.ws.clients.size > 0) [emptyUpdate(), current].forEach((message) => hot.send(message));
    },
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

/**
 * An update without contents. A page whose first message is an error believes it never started and reloads on the
 * next update; after this one it knows better and keeps its place in the story.
 */
function emptyUpdate(): HotPayload {
  return { type: 'update', updates: [] };
}
