/** Formats seconds as `3:12` or `1:02:03`, rounded down; never negative. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** Formats a difference in seconds with its sign: `+0:12`, `−0:05`, `0:00`. */
export function formatSignedDuration(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  if (whole === 0) return '0:00';
  return `${seconds > 0 ? '+' : '−'}${formatDuration(whole)}`;
}
