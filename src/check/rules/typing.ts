import type { Recorded } from '../../core/terminal/recordedStep';
import { TAIL_MS } from '../../core/terminal/outputScheduler';
import { finding, type Finding, type Rule } from '../finding';
import { playedOf } from '../checkInput';

/** Longest an audience watches something being typed, in milliseconds. */
const LONGEST = 20_000;

/** Limits for the pauses of a recording that are tried, in milliseconds: the longest that is enough is named. */
const IDLES = [1500, 1000, 800, 600, 500, 400, 300, 200, 100];

/** Stops that play too long. */
export const typing: Rule = {
  name: 'typing',
  about: `A stop that types or plays for more than ${LONGEST / 1000} seconds (warning).`,
  check: (subject) =>
    subject.timeline.stops.flatMap((stop): Finding[] => {
      if (stop.playMs <= LONGEST) return [];
      const { document, path } = playedOf(subject, stop);
      const seconds = Math.round(stop.playMs / 1000);
      const remedy = stop.recorded ? recordedRemedy(stop.recorded) : 'Make two steps of it, or shorten its pauses and "timing"';
      return [
        finding(
          'warning',
          document,
          path,
          `plays for ${seconds} seconds before it stands; beyond ${LONGEST / 1000} a room looks elsewhere. ${remedy}`,
        ),
      ];
    }),
};

/** What can be done about a recorded stop: more stops, or shorter pauses, where that is enough. */
function recordedRemedy({ events }: Recorded): string {
  const pauses = events.map(([at], index) => at - (events[index - 1]?.[0] ?? 0));
  const lasting = (idle: number): number => pauses.reduce((sum, pause) => sum + Math.min(pause, idle), 0);
  const idle = IDLES.find((each) => lasting(each) + TAIL_MS <= LONGEST);
  const shorter = idle === undefined ? '' : `, or play it in ${Math.round(lasting(idle) / 1000)} seconds with "idle": ${idle / 1000}`;
  return `Make two stops of it, with a marker or with "at" in its steps${shorter}`;
}
