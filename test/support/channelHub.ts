import { parseSpeakerMessage, type SpeakerMessage } from '../../src/core/speakerProtocol';
import type { Channel } from '../../src/player/channel';

/** Stands in for BroadcastChannel: each message is cloned, parsed and delivered to every other channel of its name. */
export class ChannelHub {
  readonly sent: SpeakerMessage[] = [];
  readonly #receivers = new Map<string, Set<(data: unknown) => void>>();

  get openChannels(): number {
    return [...this.#receivers.values()].reduce((sum, ends) => sum + ends.size, 0);
  }

  sentCommands(): SpeakerMessage[] {
    return this.sent.filter(({ kind }) => kind === 'wish');
  }

  open(name = 'talk'): Channel {
    const listeners = new Set<(message: SpeakerMessage) => void>();
    const ends = this.#receivers.get(name) ?? new Set();
    this.#receivers.set(name, ends);
    const receive = (data: unknown): void => {
      const message = parseSpeakerMessage(data);
      if (message) for (const listener of listeners) listener(message);
    };
    ends.add(receive);
    return {
      send: (message) => {
        this.sent.push(message);
        for (const end of ends) if (end !== receive) end(structuredClone(message));
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      attach: () => () => {},
      close: () => ends.delete(receive),
    };
  }
}
