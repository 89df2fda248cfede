import type { RecordedStep } from '../../core/terminal/recordedStep';
import { SETTLE_DELAY_MS } from '../../core/terminal/outputScheduler';
import { createFinding, type Finding, type CheckRule } from '../finding';
import { playbackLocation } from '../checkInput';

/** Longest an audience watches something being typed, in milliseconds. */
const MAX_PLAY_MS = 20_000;

/** Limits for the pauses of a recording that are tried, in milliseconds: the longest that is enough is named. */
const IDLE_LIMITS_MS = [1500, 1000, 800, 600, 500, 400, 300, 200, 100];

/** Stops that play too long. */
export const typingRule: CheckRule = {
  name: 'typing',
  description: `A stop that types or plays for more than ${MAX_PLAY_MS / 1000} seconds (warning).`,
  check: (subject) =>
    subject.timeline.stops.flatMap((stop): Finding[] => {
      if (stop.playMs <= MAX_PLAY_MS) return [];
      const { document, path } = playbackLocation(subject, stop);
      const seconds = Math.round(stop.playMs / 1000);
      const remedy = stop.recorded ? recordingAdvice(stop.recorded) : 'Make two steps of it, or shorten its pauses and "timing"';
      return [
        createFinding(
          'warning',
          document,
          path,
          `plays for ${seconds} seconds before it stands; beyond ${MAX_PLAY_MS / 1000} a room looks elsewhere. ${remedy}`,
        ),
      ];
    }),
};

/** What can be done about a recorded stop: more stops, or shorter pauses, where that is enough. */
function recordingAdvice({ events }: RecordedStep): string {
  const pauses = events.map(([at], index) => at - (events[index - 1]?.[0] ?? 0));
  const lasting = (idle: number): number => pauses.reduce((sum, pause) => sum + Math.min(pause, idle), 0);
  const idle = IDLE_LIMITS_MS.find((each) => lasting(each) + SETTLE_DELAY_MS <= MAX_PLAY_MS);
  const shorter = idle === undefined ? '' : `, or play it in ${Math.round(lasting(idle) / 1000)} seconds with "idle": ${idle / 1000}`;
  return `Make two stops of it, with a marker or with "at" in its steps${shorter}`;
}
