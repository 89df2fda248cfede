import type { CopyState } from '../player/serviceWorker';
import type { WakeState } from '../player/wakeLock';
import type { SmallestText } from './findSmallestText';

/** What is known of the room, freshly looked at. */
export interface Facts {
  /** Of our own fonts. */
  readonly fonts: 'loaded' | 'loading' | 'missing';
  /** The names of parts of the page that could not be loaded when they were last requested. */
  readonly failedParts: readonly string[];
  readonly copy: CopyState;
  /** Whether a newer version of the page waits. */
  readonly update: boolean;
  /** Undefined before the browser has answered. */
  readonly wake: WakeState | undefined;
  readonly fullscreen: 'on' | 'off' | 'refused';
  readonly speaker: boolean;
  /** Whether this tab leads the talk. */
  readonly leads: boolean;
  readonly motion: 'on' | 'asked off' | 'system off';
  readonly view: { readonly width: number; readonly height: number; readonly ratio: number };
  readonly text: SmallestText | undefined;
}

/** Fine, worth a look, or not there yet. */
export type CheckState = 'fine' | 'look' | 'open';

export interface Check {
  readonly name: 'Fonts' | 'Parts' | 'Offline' | 'Awake' | 'Screen' | 'Text' | 'Motion' | 'Full screen' | 'Speaker window';
  readonly state: CheckState;
  readonly text: string;
  /** What a button beside it does. */
  readonly offer?: 'fullscreen' | 'speaker' | 'larger' | 'lead';
}

/** What text is at least on a projector of 1080 lines, and anywhere, in pixels. */
const PROJECTOR_PX = 24;
const ANYWHERE_PX = 12;

/** The smallest size that reads from the back of the room; on a phone, in the hand. */
export function smallestReadable({ width, height }: Facts['view']): number {
  return width < height ? ANYWHERE_PX : Math.max(ANYWHERE_PX, (PROJECTOR_PX * height) / 1080);
}

/** Every check, as a plain sentence. */
export function checksOf(facts: Facts): readonly Check[] {
  return [fonts(facts), ...parts(facts), copy(facts), awake(facts), screen(facts), text(facts), motion(facts), full(facts), speaker(facts)];
}

/** All checks in one line: what needs a look first. */
export function summaryOf(checks: readonly Check[]): string {
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const [look, open] = [count('look'), count('open')];
  const rest = open === 0 ? '' : `${open} not done yet`;
  if (look > 0) return `${look} ${look === 1 ? 'needs' : 'need'} a look${rest && `, ${rest}`}.`;
  return rest ? `Nothing is wrong; ${rest}.` : 'All is ready.';
}

function fonts({ fonts: state }: Facts): Check {
  const texts = {
    loaded: 'All fonts are here.',
    loading: 'Fonts are loading.',
    missing: 'A font is missing; another one stands in. Reload the page.',
  };
  return { name: 'Fonts', state: ({ loaded: 'fine', loading: 'open', missing: 'look' } as const)[state], text: texts[state] };
}

/** Only when something is wrong. */
function parts({ failedParts }: Facts): readonly Check[] {
  if (failedParts.length === 0) return [];
  return [
    {
      name: 'Parts',
      state: 'look',
      text: `Not loaded: ${failedParts.join(', ')}. The talk goes on without. To try again, ask for it once more, or reload before the talk.`,
    },
  ];
}

const COPIES: Readonly<Record<CopyState, readonly [state: CheckState, text: string]>> = {
  stored: ['fine', 'A copy is stored here: a reload needs no network.'],
  storing: ['open', 'A copy for reloads without a network is being stored.'],
  file: ['fine', 'The page is a file on this computer and needs no network.'],
  none: ['look', 'The page is in memory; a reload needs its server. dist/standalone.html needs none.'],
  insecure: ['look', 'No copy here, because the address is not https://. A reload needs the server.'],
  unsupported: ['look', 'No copy here, because this browser keeps none. A reload needs the server.'],
  refused: ['look', 'No copy here, because the browser allows this page none, as in a sandboxed frame. A reload needs the server.'],
  unregistered: ['look', 'No copy here: the browser did not accept the page’s service worker, sw.js. A reload needs the server.'],
  failed: ['look', 'No copy here: not every file of the page could be stored. A reload needs the server.'],
};

function copy({ copy: known, update }: Facts): Check {
  const [state, words] = COPIES[known];
  return { name: 'Offline', state, text: update ? `${words} A newer version waits for the next visit.` : words };
}

function awake({ wake }: Facts): Check {
  if (wake === undefined) return { name: 'Awake', state: 'open', text: 'Asking the browser to keep the screen on.' };
  if (wake === 'held') return { name: 'Awake', state: 'fine', text: 'The screen stays on.' };
  return { name: 'Awake', state: 'look', text: 'The browser does not keep the screen on: turn off sleep in the system’s settings.' };
}

function screen({ view }: Facts): Check {
  const { width, height, ratio } = view;
  const pixels = ratio === 1 ? '' : `, ${round(ratio)} device pixels to each`;
  return { name: 'Screen', state: 'fine', text: `${width} × ${height} pixels${pixels}.` };
}

function text({ view, text: smallest }: Facts): Check {
  if (!smallest) return { name: 'Text', state: 'open', text: 'No words are on stage yet.' };
  const needed = smallestReadable(view);
  const words = smallest.words.length > 28 ? `${smallest.words.slice(0, 27).trimEnd()}…` : smallest.words;
  const found = `The smallest words, “${words}”, are ${round(smallest.px)} px`;
  // Sizes are fractions of the screen: half a pixel below is rounding.
  if (smallest.px > needed - 0.5) return { name: 'Text', state: 'fine', text: `${found}.` };
  return { name: 'Text', state: 'look', text: `${found}; ${round(needed)} px read better on this screen.`, offer: 'larger' };
}

function motion({ motion: state }: Facts): Check {
  const texts = {
    on: 'On: stops type and move.',
    'asked off': 'Off, as the address asks: stops appear at once.',
    'system off': 'Off: this system asks for less motion, so stops appear at once.',
  };
  return { name: 'Motion', state: state === 'system off' ? 'look' : 'fine', text: texts[state] };
}

function full({ fullscreen }: Facts): Check {
  if (fullscreen === 'on') return { name: 'Full screen', state: 'fine', text: 'The page fills the screen.' };
  if (fullscreen === 'off') return { name: 'Full screen', state: 'open', text: 'The page is in a window.', offer: 'fullscreen' };
  return { name: 'Full screen', state: 'look', text: 'Not allowed to the page here: use the browser’s own, often F11.' };
}

function speaker({ speaker: linked, leads }: Facts): Check {
  if (!leads)
    return { name: 'Speaker window', state: 'look', text: 'Another tab leads this talk: speaker windows follow that one.', offer: 'lead' };
  if (linked) return { name: 'Speaker window', state: 'fine', text: 'Open and linked.' };
  return { name: 'Speaker window', state: 'open', text: 'None is open.', offer: 'speaker' };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
