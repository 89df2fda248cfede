/** Time as the player sees it; tests hand in one they turn by hand. */
export interface Clock {
  /** Milliseconds, on the same scale as events' timestamps. */
  now(): number;
  /** Calls `run` after `ms` milliseconds, unless the returned function is called first. */
  after(ms: number, run: () => void): () => void;
}
