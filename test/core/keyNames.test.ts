import { expect, test } from 'vitest';
import { isKey, KEY_NAMES, keysOf } from '../../src/core/keyNames';

test.each([
  ['Ctrl+C', ['Ctrl', 'C']],
  ['Ctrl++', ['Ctrl', '+']],
  ['+', ['+']],
  ['F5', ['F5']],
  ['Cmd+Shift+P', ['Cmd', 'Shift', 'P']],
  ['Shift+é', ['Shift', 'é']],
])('%s is the keys %j', (combination, keys) => {
  expect(keysOf(combination)).toEqual(keys);
  expect(keys.every(isKey)).toBe(true);
});

test.each(['', ' ', 'Ctrl+', 'Control', 'ctrl', 'ab', 'F13', '++'])('%j has a part that is no key', (combination) => {
  expect(keysOf(combination).every(isKey)).toBe(false);
});

test('every name is a key', () => expect(KEY_NAMES.every(isKey)).toBe(true));
