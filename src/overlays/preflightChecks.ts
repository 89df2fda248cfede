import { screenName } from '../core/screenPlacement';
import type { Screens } from '../player/screens';
import type { OfflineStatus } from '../player/serviceWorker';
import type { WakeLockState } from '../player/wakeLock';
import type { SmallestText } from './findSmallestText';

/** The state of page, browser and talk that the room check reports. */
export interface PreflightState {
  /** State of the bundled fonts. */
  readonly fonts: 'loaded' | 'loading' | 'missing';
  /** Names of the chunks whose last request failed. */
  readonly failedChunks: readonly string[];
  readonly offlineStatus: OfflineStatus;
  readonly updateAvailable: boolean;
  /** Undefined until the browser has answered. */
  readonly wakeLock: WakeLockState | undefined;
  readonly fullscreen: 'on' | 'off' | 'refused';
  readonly speakerConnected: boolean;
  /** Whether this tab leads the talk. */
  readonly isLeader: boolean;
  readonly motion: 'on' | 'asked off' | 'system off';
  /** Undefined until the browser has answered. */
  readonly screens: Screens | undefined;
  readonly viewport: { readonly width: number; readonly height: number; readonly ratio: number };
  readonly smallestText: SmallestText | undefined;
}

/** `look` needs attention, `open` is not done yet. */
export type CheckState = 'fine' | 'look' | 'open';

/** What the button of a check does. */
export type CheckAction = 'fullscreen' | 'speaker' | 'larger' | 'lead';

export interface PreflightCheck {
  readonly name: 'Fonts' | 'Parts' | 'Offline' | 'Awake' | 'Screen' | 'Screens' | 'Text' | 'Motion' | 'Full screen' | 'Speaker window';
  readonly state: CheckState;
  readonly text: string;
  readonly action?: CheckAction | undefined;
}

type CheckResult = readonly [state: CheckState, text: string, action?: CheckAction];

const MIN_FONT_PX = 12;
const MIN_FONT_PX_AT_1080 = 24;

/** Returns the smallest font size that is readable from the back of a room or, in portrait, on a phone. */
export function minReadableFontPx({ width, height }: PreflightState['viewport']): number {
  return width < height ? MIN_FONT_PX : Math.max(MIN_FONT_PX, (MIN_FONT_PX_AT_1080 * height) / 1080);
}

/** Returns all checks in the order they are listed. “Parts” is there only if a chunk failed to load. */
export function preflightChecks(input: PreflightState): readonly PreflightCheck[] {
  const results: readonly (readonly [PreflightCheck['name'], CheckResult])[] = [
    ['Fonts', FONT_CHECKS[input.fonts]],
    ...(input.failedChunks.length > 0 ? [['Parts', chunksCheck(input)] as const] : []),
    ['Offline', offlineCheck(input)],
    ['Awake', wakeLockCheck(input)],
    ['Screen', screenCheck(input)],
    ['Screens', screensCheck(input)],
    ['Text', textSizeCheck(input)],
    ['Motion', MOTION_CHECKS[input.motion]],
    ['Full screen', FULLSCREEN_CHECKS[input.fullscreen]],
    ['Speaker window', speakerCheck(input)],
  ];
  return results.map(([name, [state, text, action]]) => ({ name, state, text, action }));
}

/** Sums the checks up in a sentence. */
export function summarizeChecks(checks: readonly PreflightCheck[]): string {
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const [needAttention, pending] = [count('look'), count('open')];
  const rest = pending === 0 ? '' : `${pending} not done yet`;
  if (needAttention > 0) return `${needAttention} ${needAttention === 1 ? 'needs' : 'need'} a look${rest && `, ${rest}`}.`;
  return rest ? `Nothing is wrong; ${rest}.` : 'All is ready.';
}

const FONT_CHECKS: Readonly<Record<PreflightState['fonts'], CheckResult>> = {
  loaded: ['fine', 'All fonts are here.'],
  loading: ['open', 'Fonts are loading.'],
  missing: ['look', 'A font is missing; another one stands in. Reload the page.'],
};

const OFFLINE_CHECKS: Readonly<Record<OfflineStatus, CheckResult>> = {
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

const MOTION_CHECKS: Readonly<Record<PreflightState['motion'], CheckResult>> = {
  on: ['fine', 'On: stops type and move.'],
  'asked off': ['fine', 'Off, as the address asks: stops appear at once.'],
  'system off': ['look', 'Off: this system asks for less motion, so stops appear at once.'],
};

const FULLSCREEN_CHECKS: Readonly<Record<PreflightState['fullscreen'], CheckResult>> = {
  on: ['fine', 'The page fills the screen.'],
  off: ['open', 'The page is in a window.', 'fullscreen'],
  refused: ['look', 'Not allowed to the page here: use the browser’s own, often F11.'],
};

function chunksCheck({ failedChunks }: PreflightState): CheckResult {
  const advice = 'The talk goes on without. To try again, ask for it once more, or reload before the talk.';
  return ['look', `Not loaded: ${failedChunks.join(', ')}. ${advice}`];
}

function offlineCheck({ offlineStatus, updateAvailable }: PreflightState): CheckResult {
  const [state, text] = OFFLINE_CHECKS[offlineStatus];
  return [state, updateAvailable ? `${text} A newer version waits for the next visit.` : text];
}

function wakeLockCheck({ wakeLock }: PreflightState): CheckResult {
  if (wakeLock === undefined) return ['open', 'Asking the browser to keep the screen on.'];
  if (wakeLock === 'held') return ['fine', 'The screen stays on.'];
  return ['look', 'The browser does not keep the screen on: turn off sleep in the system’s settings.'];
}

function screenCheck({ viewport: { width, height, ratio } }: PreflightState): CheckResult {
  const pixels = ratio === 1 ? '' : `, ${roundToTenth(ratio)} device pixels to each`;
  return ['fine', `${width} × ${height} pixels${pixels}.`];
}

const SCREENS_CHECKS: Readonly<Record<Exclude<Screens['kind'], 'known'>, CheckResult>> = {
  unknown: ['fine', 'This browser does not say how many there are: s opens the speaker window, which you move by hand.'],
  one: ['fine', 'One, or several that mirror each other. To have your notes on another, extend the desktop in the system’s settings.'],
  unasked: ['open', 'More than one. With s the browser asks once whether this page may use them.', 'speaker'],
  denied: [
    'look',
    'More than one, but the browser lets this page place no windows: allow it in the site’s settings, or move them by hand.',
  ],
};

function screensCheck({ screens }: PreflightState): CheckResult {
  if (!screens) return ['open', 'Asking the browser.'];
  if (screens.kind !== 'known') return SCREENS_CHECKS[screens.kind];
  const { placement } = screens;
  if (!placement) return SCREENS_CHECKS.one;
  const { length } = screens.screens;
  const other = length > 2 ? ' To fill another one, move this window there first.' : '';
  return ['fine', `${length}. s fills ${screenName(placement.stage)}; your window is on ${screenName(placement.speaker)}.${other}`];
}

function textSizeCheck({ viewport, smallestText }: PreflightState): CheckResult {
  if (!smallestText) return ['open', 'No words are on stage yet.'];
  const { px, text } = smallestText;
  const needed = minReadableFontPx(viewport);
  const excerpt = text.length > 28 ? `${text.slice(0, 27).trimEnd()}…` : text;
  const found = `The smallest words, “${excerpt}”, are ${roundToTenth(px)} px`;
  // Sizes depend on the viewport, so half a pixel less is rounding.
  if (px > needed - 0.5) return ['fine', `${found}.`];
  return ['look', `${found}; ${roundToTenth(needed)} px read better on this screen.`, 'larger'];
}

function speakerCheck({ speakerConnected, isLeader }: PreflightState): CheckResult {
  if (!isLeader) return ['look', 'Another tab leads this talk: speaker windows follow that one.', 'lead'];
  return speakerConnected ? ['fine', 'Open and linked.'] : ['open', 'None is open.', 'speaker'];
}

function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
