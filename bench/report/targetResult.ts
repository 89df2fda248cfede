/** A target, and whether a run met it. */
export interface TargetResult {
  readonly text: string;
  readonly found: string;
  readonly met: boolean;
}
