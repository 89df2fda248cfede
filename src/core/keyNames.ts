import { splitGraphemes } from './terminal/width';

/** Names of keys that are no characters, as stories write them. */
export const KEY_NAMES: readonly string[] = (
  'Ctrl Alt Shift Cmd Option Win Fn Enter Tab Esc Space Backspace Delete Insert Home End PageUp PageDown Up Down Left Right CapsLock ' +
  'PrintScreen F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12'
).split(' ');

const names = new Set(KEY_NAMES);

/** Returns the keys of a combination: `Ctrl+C` is Ctrl and C, `Ctrl++` is Ctrl and the plus. */
export function keysOf(combination: string): readonly string[] {
  return combination === '+' ? [combination] : combination.split(/\+(?!$)/u);
}

/** Whether `key` is the name of a key or a character. */
export function isKey(key: string): boolean {
  return names.has(key) || (splitGraphemes(key).length === 1 && key.trim() !== '');
}
