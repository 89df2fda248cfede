import type { PageQuery } from '../core/query';

/** The page's entry. Loads the player after the prerendered first stop has been painted (ADR 005). */

/** Milliseconds after which the player loads without a first paint, which a slow font may delay. */
const FIRST_PAINT_TIMEOUT_MS = 1000;

const root = document.documentElement;
const query: PageQuery = new URLSearchParams(location.search);
/** The speaker window and the handout need no xterm.js. */
const hasStage = !query.has('speaker') && !query.has('handout');
let hasBegun = false;

const start = (): void => {
  if (hasBegun) return;
  hasBegun = true;
  // Without the attribute, the browser starts the preloads, all at once.
  for (const link of document.querySelectorAll(`link[as="script"]${hasStage ? '' : ':not([data-stage])'}`)) link.removeAttribute('media');
  import('./main').catch((error: unknown) => {
    console.error(error);
    window.understudyBoot?.fail(error);
  });
};

/** False where nothing will be painted: at other stops, in hidden tabs, and in development, where scripts add the styles. */
const waitsForFirstPaint = root.dataset['boot'] !== 'deep' && !document.hidden && !import.meta.hot;

if (waitsForFirstPaint) {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) start();
  }).observe({ type: 'paint', buffered: true });
  setTimeout(start, FIRST_PAINT_TIMEOUT_MS);
} else start();
