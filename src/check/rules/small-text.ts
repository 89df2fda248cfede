import { smallestReadable } from '../../overlays/preflightChecks';
import { finding, quoted, smallerTerminal, type Finding, type Rule } from '../finding';
import { playedOf } from '../checkInput';

/** Words too small for the back row, once for each scene. */
export const smallText: Rule = {
  name: 'small-text',
  about: 'Words smaller than 24 pixels on a projector of 1080 lines, as the browser draws them (warning).',
  check({ timeline, measured, ...subject }) {
    if (!('sights' in measured)) return [];
    const needed = smallestReadable({ ...measured.size, ratio: 1 });
    const told = new Set<number>();
    return timeline.stops.flatMap((stop): Finding[] => {
      const smallest = measured.sights[stop.index]?.smallest;
      // Sizes are fractions of the screen: half a pixel below is rounding.
      if (!smallest || smallest.px > needed - 0.5 || told.has(stop.sceneIndex)) return [];
      told.add(stop.sceneIndex);
      const { document, path } = playedOf(subject, stop);
      const px = Math.round((smallest.px * 1080) / measured.size.height);
      const fault = `${quoted(smallest.words)} is only ${px} px high on a projector of 1080 lines, and 24 can be read from the back row`;
      return [
        finding(
          'warning',
          document,
          path,
          `${fault}. ${stop.recorded ? smallerTerminal(stop.recorded.grid) : 'Use fewer words, so that the page need not shrink them'}`,
        ),
      ];
    });
  },
};
