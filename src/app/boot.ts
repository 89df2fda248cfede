import type { PageQuery } from '../core/query';
import { folderOf, storedText } from '../core/storage';

/**
 * Runs before the first paint, before everything else, on its own: a reload in the middle of a talk must not flash the
 * first stop, and a key pressed before the player is there must count. The player takes both over (`main.tsx`).
 */
const root = document.documentElement;
const early: KeyboardEvent[] = [];

const wishes: PageQuery = new URLSearchParams(location.search);
if (/^#\/?[^/?]/u.test(location.hash) || wishes.has('speaker') || wishes.has('handout')) root.dataset['boot'] = 'deep';
if (wishes.get('motion') === 'off' || wishes.has('embed')) root.dataset['motion'] = 'off';
if (wishes.has('embed')) root.dataset['embed'] = 'loading';
/** In a frame, and on paper, neither the visitor's own settings nor a clicker's keys count. */
const isTalk = !wishes.has('embed') && !wishes.has('handout');
if (isTalk && storedTheme() === 'light') root.dataset['theme'] = 'light';

const remember = (event: KeyboardEvent): void => {
  early.push(event);
  // F5 has a meaning of its own (`core/keymap.ts`); where the page says that it cannot start, it is there to reload it.
  if (isTalk && event.key === 'F5' && !document.querySelector('[role="alert"]')) event.preventDefault();
};
document.addEventListener('keydown', remember, { capture: true });

window.understudyBoot = {
  takeKeys: () => {
    document.removeEventListener('keydown', remember, { capture: true });
    return early.splice(0);
  },
};

/** The theme this browser remembers for the story, where the player keeps it (`player/settings.ts`). */
function storedTheme(): unknown {
  const story = document.currentScript?.dataset['story'] ?? '';
  try {
    return (JSON.parse(storedText(localStorage, folderOf(location.pathname), story, 'settings') ?? '{}') as { theme?: unknown }).theme;
  } catch {
    return undefined;
  }
}
