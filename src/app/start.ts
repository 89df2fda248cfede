import type { PageQuery } from '../core/query';

/**
 * The page's entry. The first stop is in the page as served: the player lets it be painted before it takes the
 * processor, which on a slow one would delay the picture by as long as all of its scripts need. Nothing is lost
 * meanwhile: the boot script keeps the keys.
 */

/** How long a first paint is waited for, in milliseconds: one held up by a slow face must not hold up the player. */
const FIRST_PAINT_TIMEOUT_MS = 1000;

const root = document.documentElement;
const query: PageQuery = new URLSearchParams(location.search);
/** The speaker window and the handout draw the terminal's rows without a terminal. */
const hasStage = !query.has('speaker') && !query.has('handout');
let started = false;

const start = (): void => {
  if (started) return;
  started = true;
  // Together with what asks for them, and not one after another as they are found.
  for (const link of document.querySelectorAll(`link[as="script"]${hasStage ? '' : ':not([data-stage])'}`)) link.removeAttribute('media');
  import('./main').catch((error: unknown) => {
    console.error(error);
    window.understudyBoot?.fail(error);
  });
};

/** Whether there is a picture to wait for: not at other stops, behind other tabs, or while styles come with scripts. */
const waitsForFirstPaint = root.dataset['boot'] !== 'deep' && !document.hidden && !import.meta.hot;

if (waitsForFirstPaint) {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) start();
  }).observe({ type: 'paint', buffered: true });
  setTimeout(start, FIRST_PAINT_TIMEOUT_MS);
} else start();
