import { describe, expect, it } from 'vitest';
import { actionForKey, layoutIndependentKey, KEYMAP, isHardReload, type KeyAction, type KeyPress } from '../../src/core/keymap';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, ...modifiers };
}

/** All combinations of modifiers, also none. */
const MODIFIERS = Array.from({ length: 16 }, (_, bits) => ({
  shiftKey: (bits & 1) > 0,
  altKey: (bits & 2) > 0,
  ctrlKey: (bits & 4) > 0,
  metaKey: (bits & 8) > 0,
}));

/** The expected action of every key, written out apart from KEYMAP. */
const EXPECTED: readonly (readonly [KeyAction, readonly KeyPress[]])[] = [
  ['next', ['ArrowRight', 'ArrowDown', ' ', 'Enter', 'n', 'l', 'j', 'PageDown'].map((key) => press(key))],
  ['prev', [...['ArrowLeft', 'ArrowUp', 'Backspace', 'p', 'h', 'k', 'PageUp'].map((key) => press(key)), press(' ', { shiftKey: true })]],
  ['nextScene', [press('ArrowRight', { shiftKey: true }), press('ArrowRight', { altKey: true })]],
  ['prevScene', [press('ArrowLeft', { shiftKey: true }), press('ArrowLeft', { altKey: true })]],
  ['first', [press('Home')]],
  ['last', [press('End')]],
  ['goto', [press('g')]],
  ['overview', [press('o'), press('`')]],
  ['laser', [press('i')]],
  ['spotlight', [press('u')]],
  ['zoom', [press('m')]],
  ['pen', [press('e')]],
  ['clearInk', [press('Delete')]],
  ['focus', [press('y')]],
  ['black', [press('b'), press('.'), press('v'), press('/')]],
  ['white', [press('w')]],
  ['fullscreen', [press('f')]],
  ['present', MODIFIERS.map((modifiers) => press('F5', modifiers))],
  ['speaker', [press('s')]],
  ['autoplay', [press('a')]],
  ['typing', [press('t')]],
  ['keys', [press(',')]],
  ['larger', [press('+', { shiftKey: true }), press('+'), press('=')]],
  ['smaller', [press('-'), press('_', { shiftKey: true })]],
  ['resetSize', [press('0')]],
  ['theme', [press('d')]],
  ['help', [press('?', { shiftKey: true }), press('F1')]],
  ['escape', [press('Escape')]],
];

describe('actionForKey', () => {
  it.each(EXPECTED.flatMap(([action, keys]) => keys.map((key) => [JSON.stringify(key), key, action] as const)))(
    'maps %s to its action',
    (_, key, action) => {
      expect(actionForKey(key)).toBe(action);
    },
  );

  it('accepts letters in either case, with Shift or Caps Lock', () => {
    for (const { action, keys } of KEYMAP) {
      for (const key of keys.filter((each) => /^[a-z]$/u.test(each))) {
        expect(actionForKey(press(key.toUpperCase(), { shiftKey: true }))).toBe(action);
        expect(actionForKey(press(key.toUpperCase()))).toBe(action);
      }
    }
  });

  it('ignores Shift with other keys, unless the table has an action for the combination', () => {
    const withoutModifier = KEYMAP.flatMap(({ action, keys }) =>
      keys.filter((key) => !/^.+\+/u.test(key)).map((key) => [key, action] as const),
    );
    const withShift = KEYMAP.flatMap(({ action, keys }) =>
      keys.filter((key) => key.startsWith('Shift+')).map((key) => [key.slice('Shift+'.length), action] as const),
    );
    expect(withShift).toEqual([
      [' ', 'prev'],
      ['ArrowRight', 'nextScene'],
      ['ArrowLeft', 'prevScene'],
    ]);
    const actionByKey = new Map([...withoutModifier, ...withShift]);
    for (const [key, action] of actionByKey) expect(actionForKey(press(key, { shiftKey: true })), key).toBe(action);
  });

  it('ignores keys with Ctrl or Meta, and keys during input method composition', () => {
    for (const { keys } of KEYMAP.filter(({ action }) => action !== 'present')) {
      for (const key of keys.filter((each) => !each.includes('+') || each === '+')) {
        expect(actionForKey(press(key, { ctrlKey: true }))).toBeUndefined();
        expect(actionForKey(press(key, { metaKey: true }))).toBeUndefined();
        expect(actionForKey(press(key, { isComposing: true }))).toBeUndefined();
      }
    }
  });

  it.each([
    ['Russian', 'т', 'KeyN', 'next'],
    ['Russian, Caps Lock', 'З', 'KeyP', 'prev'],
    ['Greek', 'ν', 'KeyN', 'next'],
    ['Hebrew', 'פ', 'KeyP', 'prev'],
    ['Arabic', 'ى', 'KeyN', 'next'],
    ['Korean', 'ㅜ', 'KeyN', 'next'],
    ['Zhuyin', 'ㄙ', 'KeyN', 'next'],
    ['Zhuyin, a clicker’s full stop', 'ㄡ', 'Period', 'black'],
    ['Zhuyin, a clicker’s b', 'ㄖ', 'KeyB', 'black'],
    ['kana', 'み', 'KeyN', 'next'],
    ['full width', 'ｎ', 'KeyN', 'next'],
  ] as const)('maps a key of another script to the letter at its place on a US keyboard: %s', (_, key, code, action) => {
    expect(actionForKey(press(key, { code }))).toBe(action);
  });

  it('uses the character, not the key code, on Latin keyboards', () => {
    // AZERTY has "é" on the key for 2, Dvorak "n" on the key for L, German "ö" on the key for ";".
    expect(layoutIndependentKey({ key: 'é', code: 'Digit2' })).toBe('é');
    expect(actionForKey(press('b', { code: 'KeyN' }))).toBe('black');
    expect(actionForKey(press('ö', { code: 'Semicolon' }))).toBeUndefined();
  });

  it('reads digits in any script', () => {
    expect(layoutIndependentKey({ key: 'ㄓ', code: 'Digit5' })).toBe('5');
    expect(layoutIndependentKey({ key: '５', code: 'Digit5' })).toBe('5');
    expect(layoutIndependentKey({ key: '٥', code: 'Digit5' })).toBe('5');
  });

  it.each(['Tab', 'Process', 'Dead', 'Unidentified', 'F2', 'F3', 'é'])('returns undefined for %s', (key) => {
    expect(actionForKey(press(key))).toBeUndefined();
  });

  it('isHardReload accepts hard reloads and no ordinary ones', () => {
    const reloadModifiers = (key: string, code: string): string[] =>
      MODIFIERS.filter((modifiers) => isHardReload(press(key, { code, ...modifiers }))).map((modifiers) =>
        Object.values(modifiers).map(Number).join(''),
      );
    // Digits for Shift, Alt, Ctrl, Meta: Ctrl or Meta with R, and Shift or Alt.
    const hardReloads = ['1010', '0110', '1110', '1001', '0101', '1101', '1011', '0111', '1111'];
    expect(reloadModifiers('R', 'KeyR')).toEqual(hardReloads);
    expect(reloadModifiers('к', 'KeyR')).toEqual(hardReloads);
    expect(reloadModifiers('BrowserRefresh', 'BrowserRefresh')).toEqual(
      MODIFIERS.filter(({ shiftKey, altKey }) => shiftKey || altKey).map((modifiers) => Object.values(modifiers).map(Number).join('')),
    );
    expect(['F5', 'r2', 'n', 'Enter'].flatMap((key) => reloadModifiers(key, ''))).toEqual([]);
    expect(actionForKey(press('r', { ctrlKey: true }))).toBeUndefined();
  });

  it('KEYMAP binds no key twice', () => {
    const keys = KEYMAP.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
