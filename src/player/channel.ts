import { readMessage, type Message } from '../core/speakerProtocol';
import { folderOf } from '../core/storage';
import { afterPaint } from '../scheduling/afterPaint';

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

/** A message as it travels: from whom, and which one of theirs, so that one that comes on two ways counts once. */
interface Letter {
  readonly channel: string;
  readonly from: string;
  readonly count: number;
  readonly message: unknown;
}

function readLetter(data: unknown, channel: string): Letter | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const letter = data as Partial<Letter>;
  return letter.channel === channel && typeof letter.from === 'string' && typeof letter.count === 'number' ? (letter as Letter) : undefined;
}

/** The browser's channel of this name; undefined where it has none, or refuses it to this page. */
function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/**
 * Opens the way between the stage and its speaker windows. Pages from a disk have no channel in common in some browsers,
 * so there the windows also talk directly: a window knows who opened it, and answers whoever spoke.
 */
export function openChannel(story: string, session: string): Channel {
  const channel = channelName(folderOf(location.pathname), story, session);
  const broadcast = openBroadcast(channel);
  const direct = location.protocol === 'file:';
  const peers = new Set<Window>(direct && window.opener ? [window.opener as Window] : []);
  const listeners = new Set<(message: Message) => void>();
  const from = Math.random().toString(36).slice(2);
  const heard = new Map<string, number>();
  let count = 0;
  let outbox: Letter[] = [];
  const post = (): void => {
    const letters = outbox;
    outbox = [];
    for (const letter of letters) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      broadcast?.postMessage(letter);
      // A page from a disk has no origin that could be named.
      for (const peer of peers) if (!peer.closed) peer.postMessage(letter, '*');
    }
  };
  const hear = (letter: Letter): void => {
    if (letter.count <= (heard.get(letter.from) ?? 0)) return;
    heard.set(letter.from, letter.count);
    const message = readMessage(letter.message);
    if (message) for (const listener of listeners) listener(message);
  };
  const onMessage = ({ data, source }: MessageEvent): void => {
    const letter = readLetter(data, channel);
    if (!letter) return;
    if (source) peers.add(source as Window);
    hear(letter);
  };
  broadcast?.addEventListener('message', onMessage);
  if (direct) addEventListener('message', onMessage);
  return {
    send: (message) => {
      count += 1;
      outbox.push({ channel, from, count, message });
      // The room sees a step before anybody is told of it; but who goes has no later.
      if (message.kind === 'bye' || message.kind === 'leave') post();
      else if (outbox.length === 1) afterPaint(post);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      post();
      broadcast?.close();
      removeEventListener('message', onMessage);
    },
  };
}
