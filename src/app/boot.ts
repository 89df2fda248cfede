import type { PageQuery } from '../core/query';
import { folderOf, storedText } from '../core/storage';

/**
 * Runs inline before the first paint (ADR 004). Hides the prerendered first stop when the address may ask for another one, keeps
 * the keys pressed until the player takes them (`main.tsx`), and reports scripts that do not load.
 */

/** Milliseconds after which a page that has not started says that it is still waiting. */
const START_TIMEOUT_MS = 10_000;

const root = document.documentElement;
const earlyEvents: KeyboardEvent[] = [];
let message: HTMLElement | undefined;
let hasFailed = false;

const query: PageQuery = new URLSearchParams(location.search);
if (/^#\/?[^/?]/u.test(location.hash) || query.has('speaker') || query.has('handout') || query.has('cut')) root.dataset['boot'] = 'deep';
if (query.get('motion') === 'off' || query.has('embed')) root.dataset['motion'] = 'off';
if (query.has('embed')) root.dataset['embed'] = 'loading';
/** An embedded page and a handout use neither stored settings nor the keys of a clicker. */
const isTalk = !query.has('embed') && !query.has('handout');
if (isTalk && storedTheme() === 'light') root.dataset['theme'] = 'light';

const onKeyDown = (event: KeyboardEvent): void => {
  earlyEvents.push(event);
  // Clickers send F5 (`core/keymap.ts`), which must not reload the page, except while a message is shown.
  if (isTalk && event.key === 'F5' && !message) event.preventDefault();
  // Reloads only if every file loads now. Otherwise the browser's error page would replace the first stop.
  if (hasFailed) findMissingScripts(location.href).then((paths) => paths.length > 0 || location.reload());
};
document.addEventListener('keydown', onKeyDown, { capture: true });

/** Shows the prerendered first stop and, below it, `text`. */
const showMessage = (text: string): void => {
  if (root.dataset['boot']) root.dataset['boot'] = 'failed';
  if (root.dataset['embed'] === 'loading') root.dataset['embed'] = 'failed';
  message ??= document.createElement('p');
  message.role = 'alert';
  message.lang = 'en';
  message.style.cssText =
    'flex:none;margin:0;padding:.7em 1em;background:#b00020;color:#fff;font:600 1.1rem/1.4 system-ui,sans-serif;text-align:center';
  message.textContent = `${text} This is its first stop as served.`;
  root.style.cssText = 'display:flex;flex-direction:column';
  root.append(message);
};

/** Resolves to the paths of the page's scripts, and of `others`, that cannot be fetched. */
const findMissingScripts = async (...others: readonly string[]): Promise<string[]> => {
  const scripts = document.querySelectorAll('script[src], link[as="script"]');
  const addresses = [...others, ...Array.from(scripts, (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')];
  const sent = await Promise.all(
    addresses.map((address) =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  return addresses.filter((_, index) => !sent[index]).map((address) => new URL(address, location.href).pathname);
};

const fail = async (reason: unknown): Promise<void> => {
  const paths = await findMissingScripts();
  clearTimeout(startTimeout);
  hasFailed = true;
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  const why = paths.length > 0 ? `${paths[0]}${more} did not load` : reason instanceof Error ? reason.message : String(reason);
  // A sandboxed page has an opaque origin, so its own files need CORS.
  const isSandboxed = origin === 'null' && location.protocol !== 'file:';
  const corsHint = isSandboxed ? ' with “Access-Control-Allow-Origin: *”, as this page is in a sandbox' : '';
  const remedy = `Press any key to try again; if that does not help, check that its host sends every file${corsHint}.`;
  showMessage(`This page could not start: ${why}. ${remedy}`);
};

const startTimeout = setTimeout(() => {
  showMessage(`This page still waits for its scripts after ${START_TIMEOUT_MS / 1000} seconds, and starts once they arrive.`);
}, START_TIMEOUT_MS);

// The page has one module script, its entry.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return;
    const report = (): void => void fail(`${new URL(target.src).pathname} did not load`);
    addTrailingSlash(target.getAttribute('src') ?? '').then((hasRedirected) => hasRedirected || report(), report);
  },
  { capture: true },
);

window.understudyBoot = {
  takeEarlyKeys: () => {
    clearTimeout(startTimeout);
    hasFailed = false;
    document.removeEventListener('keydown', onKeyDown, { capture: true });
    message?.remove();
    root.style.cssText = '';
    return earlyEvents.splice(0);
  },
  fail: (reason) => void fail(reason),
};

/**
 * Adds a missing trailing slash to the address of a folder, without which relative URLs point one folder too high. Does so
 * only if the host serves the page there without a redirect, and the script at `src`. Resolves to whether the page is redirected.
 */
async function addTrailingSlash(src: string): Promise<boolean> {
  const folder = new URL(location.href);
  if (folder.pathname.endsWith('/')) return false;
  folder.pathname += '/';
  const [page, script] = await Promise.all([fetch(folder), fetch(new URL(src, folder))]);
  if (!page.ok || page.redirected || !script.ok || !script.headers.get('content-type')?.includes('javascript')) return false;
  location.replace(folder);
  return true;
}

/** Returns the stored theme (`player/settings.ts`). */
function storedTheme(): unknown {
  const story = document.currentScript?.dataset['story'] ?? '';
  try {
    return (JSON.parse(storedText(localStorage, folderOf(location.pathname), story, 'settings') ?? '{}') as { theme?: unknown }).theme;
  } catch {
    return undefined;
  }
}
