import type { Navigation } from './position';
import type { Story } from './story';

/** What a key does. */
export type KeyAction =
  | Navigation
  | 'goto'
  | 'overview'
  | 'black'
  | 'white'
  | 'fullscreen'
  | 'present'
  | 'speaker'
  | 'freeze'
  | 'autoplay'
  | 'larger'
  | 'smaller'
  | 'resetSize'
  | 'theme'
  | 'wire'
  | 'rehearsal'
  | 'preflight'
  | 'help'
  | 'escape';

/** A row of the key table: `keys` are `KeyboardEvent.key` values, letters in lower case, with modifiers before a plus. */
export interface KeyBinding {
  readonly action: KeyAction;
  readonly label: string;
  readonly group: 'Move' | 'Find' | 'Room' | 'Talk';
  readonly keys: readonly string[];
  /** Bound only in stories that have this. @default in every story */
  readonly needs?: 'wire';
  /** Other ways to the same end, for the help. */
  readonly otherGestures?: string;
}

/** Every key the player answers to, in one place: the listener, the help and their tests read this table. */
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
  { action: 'black', group: 'Room', label: 'Black screen', keys: ['b', '.', 'v', '/'] },
  { action: 'white', group: 'Room', label: 'White screen', keys: ['w'] },
  { action: 'theme', group: 'Room', label: 'Dark or light', keys: ['d'] },
  { action: 'larger', group: 'Room', label: 'Larger text', keys: ['+', '='] },
  { action: 'smaller', group: 'Room', label: 'Smaller text', keys: ['-', '_'] },
  { action: 'resetSize', group: 'Room', label: 'Text as designed', keys: ['0'] },
  { action: 'fullscreen', group: 'Room', label: 'Full screen', keys: ['f'] },
  { action: 'present', group: 'Room', label: 'Enter full screen', keys: ['F5'] },
  { action: 'wire', group: 'Talk', label: 'On the wire', keys: ['x'], needs: 'wire' },
  { action: 'speaker', group: 'Talk', label: 'Speaker window', keys: ['s'] },
  { action: 'freeze', group: 'Talk', label: 'Freeze what the room sees', keys: ['z'] },
  { action: 'autoplay', group: 'Talk', label: 'Autoplay', keys: ['a'] },
  { action: 'rehearsal', group: 'Talk', label: 'Rehearse', keys: ['r'] },
  { action: 'preflight', group: 'Talk', label: 'Check the room', keys: ['c'] },
  { action: 'help', group: 'Talk', label: 'Help', keys: ['?', 'F1'] },
  { action: 'escape', group: 'Room', label: 'Close what is on top', keys: ['Escape'] },
];

/** The rows of the table that mean something in a story. */
export function bindingsFor(story: Pick<Story, 'wire'>): readonly KeyBinding[] {
  return KEYMAP.filter(({ needs }) => needs === undefined || story[needs] !== undefined);
}

/** The parts of a keyboard event the table looks at. */
export interface KeyPress {
  readonly key: string;
  /** The key's place, by what a US keyboard has there: `KeyN`. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** What other places of a US keyboard type than letters and digits, as far as the table knows it. */
const US_LAYOUT_CHARACTERS: Readonly<Record<string, string>> = { Backquote: '`', Minus: '-', Equal: '=', Period: '.', Slash: '/' };

/**
 * The key of a press. Where the keyboard types another script (Greek, Cyrillic, Hebrew, Zhuyin, kana), a key has the
 * meaning of its place on a US keyboard: whoever writes in it finds `n` and `p` where they are printed beside its own
 * letters. Full-width signs are the signs they are.
 */
export function layoutIndependentKey({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
  if (Array.from(key).length !== 1) return key;
  const character = key.normalize('NFKC');
  if (/^[\p{ASCII}\p{Script=Latin}]/u.test(character)) return character;
  return /^(?:Key|Digit)([A-Z\d])$/u.exec(code)?.[1]?.toLowerCase() ?? US_LAYOUT_CHARACTERS[code] ?? character;
}

const byKey = new Map(KEYMAP.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));

/**
 * Keys that keep their meaning with any modifier. Clickers and slide programs send F5 with Shift, Ctrl or Alt to start
 * from a slide; left to a browser, each of these reloads the page, and some do so without its offline copy.
 */
const WITH_ANY_MODIFIER = new Set(['F5']);

/**
 * What a key press means, if anything. Letters count in either case, with Caps Lock or Shift, and in any script; signs
 * count however the keyboard makes them; Ctrl, Meta and a composing input method keep their keys. Shift changes the
 * meaning of other keys only where the table says so: some clickers hold it.
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
 * Whether a key press asks the browser to load the page anew from its host, past the copy that plays offline. F5 never
 * does, as it has a meaning of its own.
 */
export function isHardReload(press: KeyPress): boolean {
  // Keyboards with a key of its own for it send that key's name.
  const isReload =
    press.key === 'BrowserRefresh' || (layoutIndependentKey(press).toLowerCase() === 'r' && (press.ctrlKey || press.metaKey));
  return isReload && (press.shiftKey || press.altKey);
}
