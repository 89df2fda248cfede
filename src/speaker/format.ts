/** Seconds as a clock shows them: `0:07`, `12:30`, `1:02:03`. Below 0 counts as 0. */
export function minutes(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, rest, last] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const tail = String(last).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(rest).padStart(2, '0')}:${tail}` : `${rest}:${tail}`;
}

/** The time of day, as people here write it. */
export function timeOfDay(today: number): string {
  return new Date(today).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
