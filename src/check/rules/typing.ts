import type { RecordedStep } from '../../core/terminal/recordedStep';
import { SETTLE_DELAY_MS } from '../../core/terminal/outputScheduler';
import { createFinding, type Finding, type CheckRule } from '../finding';
import { playbackLocation } from '../checkInput';

/** How long an audience watches a stop play. */
const MAX_PLAY_MS = 20_000;

/** Possible values of `idle`, longest first. The advice names the first that makes the stop short enough. */
const IDLE_LIMITS_MS = [1500, 1000, 800, 600, 500, 400, 300, 200, 100];

/** Reports stops that play for too long. */
export const typingRule: CheckRule = {
  name: 'typing',
  check: (input) =>
    input.timeline.stops.flatMap((stop): Finding[] => {
      if (stop.playMs <= MAX_PLAY_MS) return [];
      const problem = `plays for ${Math.round(stop.playMs / 1000)} seconds before it stands`;
      const advice = stop.recorded ? recordingAdvice(stop.recorded) : 'Make two steps of it, or shorten its pauses and "timing"';
      const message = `${problem}; beyond ${MAX_PLAY_MS / 1000} a room looks elsewhere. ${advice}`;
      return [createFinding('warning', playbackLocation(input, stop), message)];
    }),
};

function recordingAdvice({ events }: RecordedStep): string {
  const pauses = events.map(([at], index) => at - (events[index - 1]?.[0] ?? 0));
  const durationWith = (idle: number): number => pauses.reduce((sum, pause) => sum + Math.min(pause, idle), 0);
  const idle = IDLE_LIMITS_MS.find((each) => durationWith(each) + SETTLE_DELAY_MS <= MAX_PLAY_MS);
  const shorter = idle === undefined ? '' : `, or play it in ${Math.round(durationWith(idle) / 1000)} seconds with "idle": ${idle / 1000}`;
  return `Make two stops of it, with a marker or with "at" in its steps${shorter}`;
}
