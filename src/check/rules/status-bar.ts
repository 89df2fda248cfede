import { createFinding, type CheckRule } from '../finding';
import type { StatusOrFooterText } from '../checkInput';

/** Reports texts that wrap: every row that the status bar or the footer takes is lost for the stage. */
export const statusBarRule: CheckRule = {
  name: 'status-bar',
  check({ storyDocument, layout }) {
    if (!('stops' in layout)) return [];
    const { width, height } = layout.viewport;
    const texts = new Set<StatusOrFooterText>(layout.stops.flatMap(({ wrappedTexts }) => wrappedTexts));
    return [...texts].map((text) =>
      createFinding(
        'warning',
        { document: storyDocument, path: text === 'footer' ? [text] : ['status', text] },
        `takes more than one row at ${width}×${height}, and what it takes the stage loses at every stop. ` +
          'Shorten it, or what stands beside it',
      ),
    );
  },
};
