import { readMessage, type Message } from '../core/link';

/** A way between the windows of one talk. */
export interface Channel {
  send(message: Message): void;
  /** Hears messages until the returned function is called. */
  listen(hear: (message: Message) => void): () => void;
  close(): void;
}

/** The channel's name: windows of other stories, other copies of the page and other talks do not hear each other. */
export function channelName(base: string, story: string, session: string): string {
  return `understudy ${base} ${story} ${session}`;
}

/** The folder this page is served from: `/talks/demo/` for `/talks/demo/index.html`. */
function basePath(): string {
  return location.pathname.replace(/[^/]*$/u, '');
}

/**
 * Opens the way between the stage and its speaker windows. Pages from a disk have no channel in common, so there the
 * windows also talk directly: a window knows who opened it, and answers whoever spoke.
 */
export function openChannel(story: string, session: string): Channel {
  const name = channelName(basePath(), story, session);
  const broadcast = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const direct = location.protocol === 'file:';
  const peers = new Set<Window>(direct && window.opener ? [window.opener as Window] : []);
  const listeners = new Set<(message: Message) => void>();
  const hear = (data: unknown): void => {
    const message = readMessage(data);
    if (message) for (const listener of listeners) listener(message);
  };
  const onBroadcast = ({ data }: MessageEvent): void => hear(data);
  const onPost = ({ data, source }: MessageEvent): void => {
    if (typeof data !== 'object' || data === null || (data as Record<string, unknown>)['channel'] !== name) return;
    if (source) peers.add(source as Window);
    hear((data as Record<string, unknown>)['message']);
  };
  broadcast?.addEventListener('message', onBroadcast);
  if (direct) addEventListener('message', onPost);
  return {
    send: (message) => {
      broadcast?.postMessage(message);
      // A page from a disk has no origin that could be named.
      for (const peer of peers) if (!peer.closed) peer.postMessage({ channel: name, message }, '*');
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      broadcast?.close();
      removeEventListener('message', onPost);
    },
  };
}
