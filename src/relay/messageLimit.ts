/** Messages a second that a device may send, as a pointer that moves does, and how many may come at once. */
const MESSAGES_PER_SECOND = 120;
const MAX_BURST = 180;

/** Counts the messages of one device. */
export class MessageLimit {
  #left = MAX_BURST;
  #at: number;

  /** @param now milliseconds of any clock */
  constructor(now: number) {
    this.#at = now;
  }

  /** Counts a message. Returns false if the device has sent too many. */
  take(now: number): boolean {
    this.#left = Math.min(MAX_BURST, this.#left + ((now - this.#at) / 1000) * MESSAGES_PER_SECOND) - 1;
    this.#at = now;
    return this.#left >= 0;
  }
}
