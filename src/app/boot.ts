import type { PageQuery } from '../core/query';
import { folderOf, storedText } from '../core/storage';

/**
 * Runs before the first paint, before everything else, on its own: a reload in the middle of a talk must not flash the
 * first stop, and a key pressed before the player is there must count. The player takes both over (`main.tsx`). It also
 * notices when the page's scripts do not arrive, since nothing else could.
 */

/** How long the page may take to start, in milliseconds, before it says that it is still waiting. */
const START_TIMEOUT_MS = 10_000;

const root = document.documentElement;
const earlyEvents: KeyboardEvent[] = [];
let message: HTMLElement | undefined;
let failed = false;

const query: PageQuery = new URLSearchParams(location.search);
if (/^#\/?[^/?]/u.test(location.hash) || query.has('speaker') || query.has('handout')) root.dataset['boot'] = 'deep';
if (query.get('motion') === 'off' || query.has('embed')) root.dataset['motion'] = 'off';
if (query.has('embed')) root.dataset['embed'] = 'loading';
/** In a frame, and on paper, neither the visitor's own settings nor a clicker's keys count. */
const isTalk = !query.has('embed') && !query.has('handout');
if (isTalk && storedTheme() === 'light') root.dataset['theme'] = 'light';

const onKeyDown = (event: KeyboardEvent): void => {
  earlyEvents.push(event);
  // F5 has a meaning of its own (`core/keymap.ts`); where the page says that it cannot start, it is there to reload it.
  if (isTalk && event.key === 'F5' && !message) event.preventDefault();
  // Only if that helps: the served first stop is better than the browser's error page.
  if (failed) findMissingScripts(location.href).then((paths) => paths.length > 0 || location.reload());
};
document.addEventListener('keydown', onKeyDown, { capture: true });

/** Shows the first stop as served, whatever was asked for, and below it `text`. */
const showMessage = (text: string): void => {
  if (root.dataset['boot']) root.dataset['boot'] = 'failed';
  if (root.dataset['embed'] === 'loading') root.dataset['embed'] = 'failed';
  message ??= document.createElement('p');
  message.role = 'alert';
  message.lang = 'en';
  message.style.cssText =
    'flex:none;margin:0;padding:.7em 1em;background:#b00020;color:#fff;font:600 1.1rem/1.4 system-ui,sans-serif;text-align:center';
  message.textContent = `${text} This is its first stop as served.`;
  // Below the page rather than over it.
  root.style.cssText = 'display:flex;flex-direction:column';
  root.append(message);
};

/** The paths of the page's scripts, and of `others`, that the host does not send. */
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
  failed = true;
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  const why = paths.length > 0 ? `${paths[0]}${more} did not load` : reason instanceof Error ? reason.message : String(reason);
  // To a sandboxed page, its own files are another origin's.
  const sandboxed = origin === 'null' && location.protocol !== 'file:';
  const corsHint = sandboxed ? ' with “Access-Control-Allow-Origin: *”, as this page is in a sandbox' : '';
  const remedy = `Press any key to try again; if that does not help, check that its host sends every file${corsHint}.`;
  showMessage(`This page could not start: ${why}. ${remedy}`);
};

const startTimeout = setTimeout(() => {
  showMessage(`This page still waits for its scripts after ${START_TIMEOUT_MS / 1000} seconds, and starts once they arrive.`);
}, START_TIMEOUT_MS);

// The page's entry is the one module the page names.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return;
    const tell = (): void => void fail(`${new URL(target.src).pathname} did not load`);
    addTrailingSlash(target.getAttribute('src') ?? '').then((repaired) => repaired || tell(), tell);
  },
  { capture: true },
);

window.understudyBoot = {
  takeEarlyKeys: () => {
    clearTimeout(startTimeout);
    failed = false;
    document.removeEventListener('keydown', onKeyDown, { capture: true });
    message?.remove();
    root.style.cssText = '';
    return earlyEvents.splice(0);
  },
  fail: (reason) => void fail(reason),
};

/**
 * At the address of a folder without its trailing slash, files beside the page are looked for one folder too high. Goes to
 * the address with the slash if the host answers there itself, without sending back, and with the script at `src`.
 * Resolves to whether it went.
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

/** The theme this browser remembers for the story, where the player keeps it (`player/settings.ts`). */
function storedTheme(): unknown {
  const story = document.currentScript?.dataset['story'] ?? '';
  try {
    return (JSON.parse(storedText(localStorage, folderOf(location.pathname), story, 'settings') ?? '{}') as { theme?: unknown }).theme;
  } catch {
    return undefined;
  }
}
