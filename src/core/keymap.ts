import type { Navigation } from './position';
import { hasKeys } from './shownKeys';
import type { Story } from './story';
import type { Tool } from './tools';

/** What a key does. */
export type KeyAction =
  | Navigation
  | Tool
  | 'clearInk'
  | 'goto'
  | 'overview'
  | 'black'
  | 'white'
  | 'fullscreen'
  | 'present'
  | 'speaker'
  | 'freeze'
  | 'autoplay'
  | 'typing'
  | 'larger'
  | 'smaller'
  | 'resetSize'
  | 'theme'
  | 'wire'
  | 'keys'
  | 'rehearsal'
  | 'preflight'
  | 'detour'
  | 'help'
  | 'escape';

export interface KeyBinding {
  readonly action: KeyAction;
  readonly label: string;
  readonly group: 'Move' | 'Find' | 'Point' | 'Room' | 'Talk';
  /** `KeyboardEvent.key` values, with letters in lower case and modifiers before a plus: `Shift+ArrowRight`. */
  readonly keys: readonly string[];
  /** What a story must have for this binding. @default none */
  readonly needs?: 'wire' | 'detour' | 'keys';
  /** Other input with the same action, as the help shows it. */
  readonly otherGestures?: string;
}

/** All keys of the player. The key listener and the help read this table. */
export const KEYMAP: readonly KeyBinding[] = [
  {
    action: 'next',
    group: 'Move',
    label: 'Next',
    keys: ['ArrowRight', 'ArrowDown', ' ', 'Enter', 'PageDown', 'n', 'l', 'j'],
    otherGestures: 'click · tap · swipe left',
  },
  {
    action: 'prev',
    group: 'Move',
    label: 'Previous',
    keys: ['ArrowLeft', 'ArrowUp', 'Shift+ ', 'Backspace', 'PageUp', 'p', 'h', 'k'],
    otherGestures: 'swipe right',
  },
  { action: 'nextScene', group: 'Move', label: 'Next scene', keys: ['Shift+ArrowRight', 'Alt+ArrowRight'] },
  { action: 'prevScene', group: 'Move', label: 'Previous scene', keys: ['Shift+ArrowLeft', 'Alt+ArrowLeft'] },
  { action: 'first', group: 'Move', label: 'First stop', keys: ['Home'] },
  { action: 'last', group: 'Move', label: 'Last stop', keys: ['End'] },
  { action: 'overview', group: 'Find', label: 'Overview', keys: ['o', '`'] },
  { action: 'goto', group: 'Find', label: 'Go to a stop', keys: ['g'], otherGestures: 'digits, then Enter: 5 a scene, 5.3 its third step' },
  { action: 'detour', group: 'Find', label: 'Detour, and back', keys: ['q'], needs: 'detour' },
  { action: 'laser', group: 'Point', label: 'Laser', keys: ['i'], otherGestures: 'hold it: on while held' },
  { action: 'spotlight', group: 'Point', label: 'Spotlight', keys: ['u'], otherGestures: 'wheel or pinch: its size' },
  { action: 'zoom', group: 'Point', label: 'Zoom', keys: ['m'], otherGestures: 'wheel or pinch: how much' },
  { action: 'pen', group: 'Point', label: 'Pen', keys: ['e'], otherGestures: 'Shift: a straight line' },
  { action: 'clearInk', group: 'Point', label: 'Clear the ink', keys: ['Delete'] },
  { action: 'focus', group: 'Point', label: 'Show what matters', keys: ['y'] },
  { action: 'black', group: 'Room', label: 'Black screen', keys: ['b', '.', 'v', '/'] },
  { action: 'white', group: 'Room', label: 'White screen', keys: ['w'] },
  { action: 'theme', group: 'Room', label: 'Dark or light', keys: ['d'] },
  { action: 'keys', group: 'Room', label: 'Show pressed keys', keys: [','], needs: 'keys' },
  { action: 'larger', group: 'Room', label: 'Larger text', keys: ['+', '='] },
  { action: 'smaller', group: 'Room', label: 'Smaller text', keys: ['-', '_'] },
  { action: 'resetSize', group: 'Room', label: 'Text as designed', keys: ['0'] },
  { action: 'fullscreen', group: 'Room', label: 'Full screen', keys: ['f'] },
  { action: 'present', group: 'Room', label: 'Enter full screen', keys: ['F5'] },
  { action: 'wire', group: 'Talk', label: 'On the wire', keys: ['x'], needs: 'wire' },
  { action: 'speaker', group: 'Talk', label: 'Speaker window', keys: ['s'] },
  { action: 'freeze', group: 'Talk', label: 'Freeze what the room sees', keys: ['z'] },
  {
    action: 'typing',
    group: 'Talk',
    label: 'Type by hand',
    keys: ['t'],
    otherGestures: 'then letter keys; Enter ends a line, Esc the typing',
  },
  { action: 'autoplay', group: 'Talk', label: 'Autoplay', keys: ['a'] },
  { action: 'rehearsal', group: 'Talk', label: 'Rehearse', keys: ['r'] },
  { action: 'preflight', group: 'Talk', label: 'Check the room', keys: ['c'] },
  { action: 'help', group: 'Talk', label: 'Help', keys: ['?', 'F1'] },
  { action: 'escape', group: 'Room', label: 'Close what is on top', keys: ['Escape'] },
];

/** Returns the key bindings that apply to a story. */
export function bindingsFor(story: Pick<Story, 'wire' | 'scenes'>): readonly KeyBinding[] {
  const has = { wire: story.wire !== undefined, detour: story.scenes.some(({ detour }) => detour), keys: hasKeys(story) };
  return KEYMAP.filter(({ needs }) => needs === undefined || has[needs]);
}

/** The fields of `KeyboardEvent` that decide its action. */
export interface KeyPress {
  readonly key: string;
  /** The physical key, named after a US keyboard: `KeyN`. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** Characters of {@link KEYMAP} on a US keyboard other than letters and digits, by physical key. */
const US_LAYOUT_CHARACTERS: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/**
 * Returns the key of a press. For characters outside ASCII and Latin script, it is the character of the same physical key on a US
 * keyboard: keyboards for Greek, Cyrillic, Hebrew, Zhuyin or kana show both on their keys. Full-width characters count as ASCII.
 */
export function layoutIndependentKey({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (Array.from(key).length !== 1) return key;
  const character = key.normalize('NFKC');
  if (/^[\p{ASCII}\p{Script=Latin}]/u.test(character)) return character;
  return /^(?:Key|Digit)([A-Z\d])$/u.exec(code)?.[1]?.toLowerCase() ?? US_LAYOUT_CHARACTERS[code] ?? character;
}

const byKey = new Map(KEYMAP.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));

/**
 * Keys that have the same action with any modifier. Clickers and slide programs send F5 with Shift, Ctrl or Alt to start from a
 * slide. Without an action, each combination would reload the page, some of them without the offline cache.
 */
const WITH_ANY_MODIFIER = new Set(['F5']);

/**
 * Returns the action of a key press; undefined if it has none. Characters match in either case and with Shift, letters in any script.
 * Presses with Ctrl or Meta or during input method composition have no action. For other keys, Shift is ignored unless
 * {@link KEYMAP} has the combination, because some clickers hold Shift.
 */
export function actionForKey(press: KeyPress): KeyAction | undefined {
  if (WITH_ANY_MODIFIER.has(press.key)) return byKey.get(press.key);
  if (press.ctrlKey || press.metaKey || press.isComposing) return undefined;
  const pressed = layoutIndependentKey(press);
  const isCharacter = pressed !== ' ' && pressed.length === 1;
  const key = `${press.altKey ? 'Alt+' : ''}${isCharacter ? pressed.toLowerCase() : pressed}`;
  return (press.shiftKey && !isCharacter ? byKey.get(`Shift+${key}`) : undefined) ?? byKey.get(key);
}

/**
 * Whether a key press makes the browser reload the page from the network, without the offline cache. False for F5, which has an
 * action of its own.
 */
export function isHardReload(press: KeyPress): boolean {
  // Some keyboards have a reload key.
  const isReload =
    press.key === 'BrowserRefresh' || (layoutIndependentKey(press).toLowerCase() === 'r' && (press.ctrlKey || press.metaKey));
  return isReload && (press.shiftKey || press.altKey);
}
