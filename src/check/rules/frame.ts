import { finding, type Finding, type Rule } from '../finding';
import type { FramePart } from '../checkInput';

/** The lines around the stage: every row more than one is taken from the terminal and the pages. */
export const frame: Rule = {
  name: 'frame',
  about: 'Texts of the status bar and the footer that need more than one row at 1280×720 (warning).',
  check({ index, measured }) {
    if (!('sights' in measured)) return [];
    const { width, height } = measured.size;
    const parts = new Set<FramePart>(measured.sights.flatMap(({ wrapped }) => wrapped));
    return [...parts].map((part): Finding => {
      const path = part === 'footer' ? [part] : ['status', part];
      return finding(
        'warning',
        index,
        path,
        `takes more than one row at ${width}×${height}, and what it takes the stage loses at every stop. Shorten it, or what stands beside it`,
      );
    });
  },
};
