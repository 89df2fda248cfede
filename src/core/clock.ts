/** The time source of the player. Tests pass a clock that they control. */
export interface Clock {
  /** Milliseconds on the time scale of `Event.timeStamp`. */
  now(): number;
  /** Milliseconds since 1970, for times that are kept across a reload. */
  wallTime(): number;
  /** Calls `run` after `ms` milliseconds. Returns a function that cancels the call. */
  setTimer(ms: number, run: () => void): () => void;
}
