/** Time as the player sees it; tests hand in one they turn by hand. */
export interface Clock {
  /** Milliseconds, on the same scale as events' timestamps. */
  now(): number;
  /** Milliseconds since 1970, for what a reload must find again. */
  wallTime(): number;
  /** Calls `run` after `ms` milliseconds, unless the returned function is called first. */
  setTimer(ms: number, run: () => void): () => void;
}
