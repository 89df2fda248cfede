import { parseSpeakerMessage, type SpeakerMessage } from '../../src/core/speakerProtocol';
import type { Channel } from '../../src/player/channel';

/** Windows that hear each other without a browser. Each message is a copy and is read like any other; nobody hears itself. */
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
    const hear = (data: unknown): void => {
      const message = parseSpeakerMessage(data);
      if (message) for (const listener of listeners) listener(message);
    };
    ends.add(hear);
    return {
      send: (message) => {
        this.sent.push(message);
        for (const end of ends) if (end !== hear) end(structuredClone(message));
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: () => ends.delete(hear),
    };
  }
}
