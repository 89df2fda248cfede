import { describe, expect, it } from 'vitest';
import { actionOf, KEYMAP, type KeyAction, type KeyPress } from '../../src/core/keymap';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, ...modifiers };
}

const TABLE: readonly [KeyPress, KeyAction | undefined][] = [
  ...['ArrowRight', 'ArrowDown', 'n', 'N', ' ', 'Enter', 'PageDown', 'l', 'j'].map((key) => [press(key), 'next'] as [KeyPress, KeyAction]),
  ...['ArrowLeft', 'ArrowUp', 'p', 'P', 'PageUp', 'Backspace', 'h', 'k'].map((key) => [press(key), 'prev'] as [KeyPress, KeyAction]),
  [press('N', { shiftKey: true }), 'next'],
  [press(' ', { shiftKey: true }), 'prev'],
  [press('Home'), 'first'],
  [press('End'), 'last'],
  [press('ArrowRight', { shiftKey: true }), 'nextScene'],
  [press('ArrowRight', { altKey: true }), 'nextScene'],
  [press('ArrowLeft', { shiftKey: true }), 'prevScene'],
  [press('ArrowLeft', { altKey: true }), 'prevScene'],
  [press('n', { ctrlKey: true }), undefined],
  [press('ArrowRight', { metaKey: true }), undefined],
  [press('Enter', { isComposing: true }), undefined],
  [press('n', { altKey: true }), undefined],
  [press('Escape'), undefined],
  [press('Tab'), undefined],
  [press('Process'), undefined],
];

describe('actionOf', () => {
  it.each(TABLE)('%o means %s', (key, action) => {
    expect(actionOf(key)).toBe(action);
  });

  it('binds no key twice', () => {
    const keys = KEYMAP.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
