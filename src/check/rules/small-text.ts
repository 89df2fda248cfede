import { minReadableFontPx } from '../../overlays/preflightChecks';
import { createFinding, quote, smallerTerminalAdvice, type Finding, type CheckRule } from '../finding';
import { playbackLocation } from '../checkInput';

/** Words too small for the back row, once for each scene. */
export const smallTextRule: CheckRule = {
  name: 'small-text',
  description: 'Words smaller than 24 pixels on a projector of 1080 lines, as the browser draws them (warning).',
  check({ timeline, layout, ...subject }) {
    if (!('sights' in layout)) return [];
    const minimumPx = minReadableFontPx({ ...layout.size, ratio: 1 });
    const reportedScenes = new Set<number>();
    return timeline.stops.flatMap((stop): Finding[] => {
      const smallest = layout.sights[stop.index]?.smallest;
      // Sizes are fractions of the screen: half a pixel below is rounding.
      if (!smallest || smallest.px > minimumPx - 0.5 || reportedScenes.has(stop.sceneIndex)) return [];
      reportedScenes.add(stop.sceneIndex);
      const { document, path } = playbackLocation(subject, stop);
      const px = Math.round((smallest.px * 1080) / layout.size.height);
      const problem = `${quote(smallest.text)} is only ${px} px high on a projector of 1080 lines, and 24 can be read from the back row`;
      return [
        createFinding(
          'warning',
          document,
          path,
          `${problem}. ${stop.recorded ? smallerTerminalAdvice(stop.recorded.grid) : 'Use fewer words, so that the page need not shrink them'}`,
        ),
      ];
    });
  },
};
