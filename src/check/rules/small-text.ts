import type { Stop } from '../../core/timeline';
import { minReadableFontPx } from '../../overlays/preflightChecks';
import { createFinding, quote, smallerTerminalAdvice, type Finding, type CheckRule } from '../finding';
import { playbackLocation } from '../checkInput';

/** Reports text that is too small for the back row, once per scene. */
export const smallTextRule: CheckRule = {
  name: 'small-text',
  check({ timeline, layout, ...input }) {
    if (!('stops' in layout)) return [];
    const minimumPx = minReadableFontPx({ ...layout.viewport, ratio: 1 });
    const reportedScenes = new Set<number>();
    return timeline.stops.flatMap((stop): Finding[] => {
      const smallest = layout.stops[stop.index]?.smallestText;
      // Font sizes are fractions of the viewport: up to half a pixel below is rounding.
      if (!smallest || smallest.px > minimumPx - 0.5 || reportedScenes.has(stop.sceneIndex)) return [];
      reportedScenes.add(stop.sceneIndex);
      const px = Math.round((smallest.px * 1080) / layout.viewport.height);
      const problem = `${quote(smallest.text)} is only ${px} px high on a projector of 1080 lines, and 24 can be read from the back row`;
      return [createFinding('warning', playbackLocation(input, stop), `${problem}. ${advice(stop)}`)];
    });
  },
};

function advice({ recorded, panes }: Stop): string {
  if (recorded) return smallerTerminalAdvice(recorded.grid);
  if (panes) return 'Let fewer scenes share the stage, or give this one more of its "width"';
  return 'Use fewer words, so that the page need not shrink them';
}
