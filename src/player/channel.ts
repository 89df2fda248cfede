import type { NumberedMessage } from '../core/relayProtocol';
import { parseSpeakerMessage, type SpeakerMessage } from '../core/speakerProtocol';
import { folderOf } from '../core/storage';
import { afterPaint } from '../scheduling/afterPaint';

/** Messages between the windows of one talk. */
export interface Channel {
  send(message: SpeakerMessage): void;
  /** Calls `listener` with each message from another window. Returns a function that unsubscribes. */
  listen(listener: (message: SpeakerMessage) => void): () => void;
  /** Sends each message through `link` as well. Returns a function that handles what comes back. */
  attach(link: (message: NumberedMessage) => void): (message: NumberedMessage) => void;
  close(): void;
}

/** Returns the channel's name, which differs between folders, stories and talks. */
export function channelName(base: string, story: string, session: string): string {
  return `understudy ${base} ${story} ${session}`;
}

/** A message on its way. The sender's id and the sequence number identify duplicates. */
interface Envelope extends NumberedMessage {
  readonly channel: string;
}

function parseEnvelope(data: unknown, channel: string): Envelope | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const envelope = data as Partial<Envelope>;
  const isValid = envelope.channel === channel && typeof envelope.from === 'string' && typeof envelope.count === 'number';
  return isValid ? (envelope as Envelope) : undefined;
}

/** Returns undefined where the browser has no BroadcastChannel or refuses it to this page. */
function openBroadcast(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/**
 * Opens the channel between the stages and speaker windows of a talk. In some browsers, pages on `file://` share no
 * BroadcastChannel. There, a window also posts messages to its opener and to every window that has posted to it.
 */
export function openChannel(story: string, session: string): Channel {
  const channel = channelName(folderOf(location.pathname), story, session);
  const broadcast = openBroadcast(channel);
  const usesWindowMessages = location.protocol === 'file:';
  const links = new Set<(message: NumberedMessage) => void>();
  const peers = new Set<Window>(usesWindowMessages && window.opener ? [window.opener as Window] : []);
  const listeners = new Set<(message: SpeakerMessage) => void>();
  const senderId = Math.random().toString(36).slice(2);
  const lastCountBySender = new Map<string, number>();
  let count = 0;
  let outbox: Envelope[] = [];
  const flushOutbox = (): void => {
    const envelopes = outbox;
    outbox = [];
    for (const envelope of envelopes) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      broadcast?.postMessage(envelope);
      for (const link of links) link(envelope);
      // Pages on file:// have no origin to name.
      for (const peer of peers) if (!peer.closed) peer.postMessage(envelope, '*');
    }
  };
  const onMessage = ({ data, source }: MessageEvent): void => {
    const envelope = parseEnvelope(data, channel);
    if (!envelope) return;
    if (source) peers.add(source as Window);
    receive(envelope);
  };
  const receive = (envelope: NumberedMessage): void => {
    if (envelope.from === senderId) return;
    if (envelope.count <= (lastCountBySender.get(envelope.from) ?? 0)) return;
    lastCountBySender.set(envelope.from, envelope.count);
    const message = parseSpeakerMessage(envelope.message);
    if (message) for (const listener of listeners) listener(message);
  };
  broadcast?.addEventListener('message', onMessage);
  if (usesWindowMessages) addEventListener('message', onMessage);
  return {
    send: (message) => {
      count += 1;
      outbox.push({ channel, from: senderId, count, message });
      // Messages are sent after the frame has been painted (ADR 011). A closing window runs no later task, so it sends at once.
      if (message.kind === 'bye' || message.kind === 'leave') flushOutbox();
      else if (outbox.length === 1) afterPaint(flushOutbox);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach: (link) => {
      links.add(link);
      return receive;
    },
    close: () => {
      listeners.clear();
      flushOutbox();
      broadcast?.close();
      removeEventListener('message', onMessage);
    },
  };
}
