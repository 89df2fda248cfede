import type { OfflineStatus } from '../player/serviceWorker';
import type { WakeLockState } from '../player/wakeLock';
import type { SmallestText } from './findSmallestText';

/** What is known of the room, freshly looked at. */
export interface PreflightState {
  /** Of our own fonts. */
  readonly fonts: 'loaded' | 'loading' | 'missing';
  /** The names of parts of the page that could not be loaded when they were last requested. */
  readonly failedParts: readonly string[];
  readonly offlineStatus: OfflineStatus;
  /** Whether a newer version of the page waits. */
  readonly updateAvailable: boolean;
  /** Undefined before the browser has answered. */
  readonly wakeLock: WakeLockState | undefined;
  readonly fullscreen: 'on' | 'off' | 'refused';
  readonly speakerConnected: boolean;
  /** Whether this tab leads the talk. */
  readonly isLeader: boolean;
  readonly motion: 'on' | 'asked off' | 'system off';
  readonly viewport: { readonly width: number; readonly height: number; readonly ratio: number };
  readonly smallestText: SmallestText | undefined;
}

/** Fine, worth a look, or not there yet. */
export type CheckState = 'fine' | 'look' | 'open';

export interface PreflightCheck {
  readonly name: 'Fonts' | 'Parts' | 'Offline' | 'Awake' | 'Screen' | 'Text' | 'Motion' | 'Full screen' | 'Speaker window';
  readonly state: CheckState;
  readonly text: string;
  /** What a button beside it does. */
  readonly action?: 'fullscreen' | 'speaker' | 'larger' | 'lead';
}

/** What text is at least on a projector of 1080 lines, and anywhere, in pixels. */
const MIN_FONT_PX_AT_1080 = 24;
const MIN_FONT_PX = 12;

/** The smallest size that reads from the back of the room; on a phone, in the hand. */
export function minReadableFontPx({ width, height }: PreflightState['viewport']): number {
  return width < height ? MIN_FONT_PX : Math.max(MIN_FONT_PX, (MIN_FONT_PX_AT_1080 * height) / 1080);
}

/** Every check, as a plain sentence. */
export function preflightChecks(facts: PreflightState): readonly PreflightCheck[] {
  return [
    fontsCheck(facts),
    ...chunksCheck(facts),
    offlineCheck(facts),
    wakeLockCheck(facts),
    screenCheck(facts),
    textSizeCheck(facts),
    motionCheck(facts),
    fullscreenCheck(facts),
    speakerCheck(facts),
  ];
}

/** All checks in one line: what needs a look first. */
export function summarizeChecks(checks: readonly PreflightCheck[]): string {
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const [needAttention, pending] = [count('look'), count('open')];
  const rest = pending === 0 ? '' : `${pending} not done yet`;
  if (needAttention > 0) return `${needAttention} ${needAttention === 1 ? 'needs' : 'need'} a look${rest && `, ${rest}`}.`;
  return rest ? `Nothing is wrong; ${rest}.` : 'All is ready.';
}

function fontsCheck({ fonts: state }: PreflightState): PreflightCheck {
  const texts = {
    loaded: 'All fonts are here.',
    loading: 'Fonts are loading.',
    missing: 'A font is missing; another one stands in. Reload the page.',
  };
  return { name: 'Fonts', state: ({ loaded: 'fine', loading: 'open', missing: 'look' } as const)[state], text: texts[state] };
}

/** Only when something is wrong. */
function chunksCheck({ failedParts }: PreflightState): readonly PreflightCheck[] {
  if (failedParts.length === 0) return [];
  return [
    {
      name: 'Parts',
      state: 'look',
      text: `Not loaded: ${failedParts.join(', ')}. The talk goes on without. To try again, ask for it once more, or reload before the talk.`,
    },
  ];
}

const OFFLINE_CHECKS: Readonly<Record<OfflineStatus, readonly [state: CheckState, text: string]>> = {
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

function offlineCheck({ offlineStatus: known, updateAvailable }: PreflightState): PreflightCheck {
  const [state, message] = OFFLINE_CHECKS[known];
  return { name: 'Offline', state, text: updateAvailable ? `${message} A newer version waits for the next visit.` : message };
}

function wakeLockCheck({ wakeLock }: PreflightState): PreflightCheck {
  if (wakeLock === undefined) return { name: 'Awake', state: 'open', text: 'Asking the browser to keep the screen on.' };
  if (wakeLock === 'held') return { name: 'Awake', state: 'fine', text: 'The screen stays on.' };
  return { name: 'Awake', state: 'look', text: 'The browser does not keep the screen on: turn off sleep in the system’s settings.' };
}

function screenCheck({ viewport }: PreflightState): PreflightCheck {
  const { width, height, ratio } = viewport;
  const pixels = ratio === 1 ? '' : `, ${roundToTenth(ratio)} device pixels to each`;
  return { name: 'Screen', state: 'fine', text: `${width} × ${height} pixels${pixels}.` };
}

function textSizeCheck({ viewport, smallestText: smallest }: PreflightState): PreflightCheck {
  if (!smallest) return { name: 'Text', state: 'open', text: 'No words are on stage yet.' };
  const needed = minReadableFontPx(viewport);
  const excerpt = smallest.text.length > 28 ? `${smallest.text.slice(0, 27).trimEnd()}…` : smallest.text;
  const found = `The smallest words, “${excerpt}”, are ${roundToTenth(smallest.px)} px`;
  // Sizes are fractions of the screen: half a pixel below is rounding.
  if (smallest.px > needed - 0.5) return { name: 'Text', state: 'fine', text: `${found}.` };
  return { name: 'Text', state: 'look', text: `${found}; ${roundToTenth(needed)} px read better on this screen.`, action: 'larger' };
}

function motionCheck({ motion: state }: PreflightState): PreflightCheck {
  const texts = {
    on: 'On: stops type and move.',
    'asked off': 'Off, as the address asks: stops appear at once.',
    'system off': 'Off: this system asks for less motion, so stops appear at once.',
  };
  return { name: 'Motion', state: state === 'system off' ? 'look' : 'fine', text: texts[state] };
}

function fullscreenCheck({ fullscreen }: PreflightState): PreflightCheck {
  if (fullscreen === 'on') return { name: 'Full screen', state: 'fine', text: 'The page fills the screen.' };
  if (fullscreen === 'off') return { name: 'Full screen', state: 'open', text: 'The page is in a window.', action: 'fullscreen' };
  return { name: 'Full screen', state: 'look', text: 'Not allowed to the page here: use the browser’s own, often F11.' };
}

function speakerCheck({ speakerConnected: linked, isLeader }: PreflightState): PreflightCheck {
  if (!isLeader)
    return { name: 'Speaker window', state: 'look', text: 'Another tab leads this talk: speaker windows follow that one.', action: 'lead' };
  if (linked) return { name: 'Speaker window', state: 'fine', text: 'Open and linked.' };
  return { name: 'Speaker window', state: 'open', text: 'None is open.', action: 'speaker' };
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
