/** Returns the nearest number to `value` that is at least `min` and at most `max`; `min` if `max` is smaller. */
export function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max));
}
