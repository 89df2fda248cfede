import { finding, type Finding, type Rule } from '../finding';
import { stepOf } from '../subject';

/** Longest an audience watches something being typed, in milliseconds. */
const LONGEST = 20_000;

/** Stops that play too long. */
export const typing: Rule = {
  name: 'typing',
  about: `A stop that types or plays for more than ${LONGEST / 1000} seconds (warning).`,
  check: (subject) =>
    subject.timeline.stops.flatMap((stop): Finding[] => {
      if (stop.playMs <= LONGEST) return [];
      const { document, path } = stepOf(subject, stop);
      const seconds = Math.round(stop.playMs / 1000);
      return [finding('warning', document, path, `plays for ${seconds} seconds before it stands; beyond ${LONGEST / 1000} a room looks elsewhere. Make two steps of it, or shorten its pauses and "timing"`)];
    }),
};
