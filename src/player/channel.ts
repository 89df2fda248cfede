import { parseSpeakerMessage, type SpeakerMessage } from '../core/speakerProtocol';
import { folderOf } from '../core/storage';
import { afterPaint } from '../scheduling/afterPaint';

/** A way between the windows of one talk. */
export interface Channel {
  send(message: SpeakerMessage): void;
  /** Hears messages until the returned function is called. */
  listen(hear: (message: SpeakerMessage) => void): () => void;
  close(): void;
}

/** The channel's name: windows of other stories, other copies of the page and other talks do not hear each other. */
export function channelName(base: string, story: string, session: string): string {
  return `understudy ${base} ${story} ${session}`;
}

/** A message as it travels: from whom, and which one of theirs, so that one that comes on two ways counts once. */
interface Envelope {
  readonly channel: string;
  readonly from: string;
  readonly count: number;
  readonly message: unknown;
}

function parseEnvelope(data: unknown, channel: string): Envelope | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const letter = data as Partial<Envelope>;
  return letter.channel === channel && typeof letter.from === 'string' && typeof letter.count === 'number'
    ? (letter as Envelope)
    : undefined;
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
  const usesWindowMessages = location.protocol === 'file:';
  const peers = new Set<Window>(usesWindowMessages && window.opener ? [window.opener as Window] : []);
  const listeners = new Set<(message: SpeakerMessage) => void>();
  const senderId = Math.random().toString(36).slice(2);
  const lastCounts = new Map<string, number>();
  let count = 0;
  let outbox: Envelope[] = [];
  const flushOutbox = (): void => {
    const letters = outbox;
    outbox = [];
    for (const letter of letters) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      broadcast?.postMessage(letter);
      // A page from a disk has no origin that could be named.
      for (const peer of peers) if (!peer.closed) peer.postMessage(letter, '*');
    }
  };
  const receive = (letter: Envelope): void => {
    if (letter.count <= (lastCounts.get(letter.from) ?? 0)) return;
    lastCounts.set(letter.from, letter.count);
    const message = parseSpeakerMessage(letter.message);
    if (message) for (const listener of listeners) listener(message);
  };
  const onMessage = ({ data, source }: MessageEvent): void => {
    const letter = parseEnvelope(data, channel);
    if (!letter) return;
    if (source) peers.add(source as Window);
    receive(letter);
  };
  broadcast?.addEventListener('message', onMessage);
  if (usesWindowMessages) addEventListener('message', onMessage);
  return {
    send: (message) => {
      count += 1;
      outbox.push({ channel, from: senderId, count, message });
      // The room sees a step before anybody is told of it; but who goes has no later.
      if (message.kind === 'bye' || message.kind === 'leave') flushOutbox();
      else if (outbox.length === 1) afterPaint(flushOutbox);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      flushOutbox();
      broadcast?.close();
      removeEventListener('message', onMessage);
    },
  };
}
