/** What a key does. */
export type KeyAction = 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene';

/** A row of the key table: `keys` are `KeyboardEvent.key` values, letters in lower case, with modifiers before a plus. */
export interface Binding {
  readonly action: KeyAction;
  readonly label: string;
  readonly keys: readonly string[];
}

/** Every key the player answers to, in one place. */
export const KEYMAP: readonly Binding[] = [
  { action: 'next', label: 'Next', keys: ['ArrowRight', 'ArrowDown', 'n', ' ', 'Enter', 'PageDown', 'l', 'j'] },
  { action: 'prev', label: 'Previous', keys: ['ArrowLeft', 'ArrowUp', 'p', 'Shift+ ', 'PageUp', 'Backspace', 'h', 'k'] },
  { action: 'nextScene', label: 'Next scene', keys: ['Shift+ArrowRight', 'Alt+ArrowRight'] },
  { action: 'prevScene', label: 'Previous scene', keys: ['Shift+ArrowLeft', 'Alt+ArrowLeft'] },
  { action: 'first', label: 'First stop', keys: ['Home'] },
  { action: 'last', label: 'Last stop', keys: ['End'] },
];

/** The parts of a keyboard event the table looks at. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

const byKey = new Map(KEYMAP.flatMap(({ action, keys }) => keys.map((key) => [key, action] as const)));

/**
 * What a key press means, if anything. Letters count in either case, with Caps Lock or Shift; Ctrl, Meta and a
 * composing input method keep their keys.
 */
export function actionOf(press: KeyPress): KeyAction | undefined {
  if (press.ctrlKey || press.metaKey || press.isComposing) return undefined;
  const letter = /^\p{L}$/u.test(press.key);
  const key = letter ? press.key.toLowerCase() : press.key;
  const modifiers = `${press.altKey ? 'Alt+' : ''}${press.shiftKey && !letter ? 'Shift+' : ''}`;
  return byKey.get(modifiers + key);
}
