/** A key that sets a stop while a session is recorded. */
export interface StopKey {
  /** As it stands on the keyboard: `F8`, `Ctrl+\`. */
  readonly name: string;
  /** Matches what terminals send for it, also those that report keys in the way of kitty. */
  readonly pattern: RegExp;
}

/** Numbers in the sequences of F5 to F12. */
const FUNCTION_KEYS: Readonly<Record<string, number>> = { F5: 15, F6: 17, F7: 18, F8: 19, F9: 20, F10: 21, F11: 23, F12: 24 };

/** Control characters that are Enter, Tab, Backspace, Esc, or that end programs and input. */
const NEEDED = new Set(['C', 'D', 'H', 'I', 'J', 'M', '[']);

/** Returns the key with this name, in any case; undefined for one that cannot be told apart, or that shells need. */
export function parseStopKey(name: string): StopKey | undefined {
  const key = name.toUpperCase();
  const number = FUNCTION_KEYS[key];
  if (number !== undefined) return { name: key, pattern: new RegExp(String.raw`\x1b\[${number}(?:;1(?::[123])?)?~`, 'gu') };
  const sign = /^CTRL\+([A-Z\\\]^_])$/u.exec(key)?.[1];
  if (sign === undefined || NEEDED.has(sign)) return undefined;
  const control = (sign.charCodeAt(0) & 0x1f).toString(16).padStart(2, '0');
  const code = sign.toLowerCase().charCodeAt(0);
  return { name: `Ctrl+${sign}`, pattern: new RegExp(String.raw`\x${control}|\x1b\[${code};5(?::[123])?u`, 'gu') };
}

/** Takes the key out of what was typed. Returns the rest, and whether the key was pressed. A report that it was released counts as none. */
export function takeStopKey(typed: string, { pattern }: StopKey): { readonly rest: string; readonly isPressed: boolean } {
  const found = typed.match(pattern) ?? [];
  return { rest: typed.replaceAll(pattern, ''), isPressed: found.some((each) => !/:3[~u]$/u.test(each)) };
}

/** The key that `understudy capture` keeps a state with. Shells do not use it. */
export const DEFAULT_STOP_KEY: StopKey = parseStopKey('F8')!;
