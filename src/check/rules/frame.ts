import { createFinding, type Finding, type CheckRule } from '../finding';
import type { StatusOrFooterText } from '../checkInput';

/** The lines around the stage: every row more than one is taken from the terminal and the pages. */
export const frameRule: CheckRule = {
  name: 'frame',
  description: 'Texts of the status bar and the footer that need more than one row at 1280×720 (warning).',
  check({ storyDocument, layout }) {
    if (!('sights' in layout)) return [];
    const { width, height } = layout.size;
    const parts = new Set<StatusOrFooterText>(layout.sights.flatMap(({ wrapped }) => wrapped));
    return [...parts].map((part): Finding => {
      const path = part === 'footer' ? [part] : ['status', part];
      return createFinding(
        'warning',
        storyDocument,
        path,
        `takes more than one row at ${width}×${height}, and what it takes the stage loses at every stop. Shorten it, or what stands beside it`,
      );
    });
  },
};
