import { expect, test } from 'vitest';
import { DEFAULT_STOP_KEY, parseStopKey, takeStopKey } from '../../src/record/stopKey';

test.each([
  ['F8', 'F8'],
  ['f12', 'F12'],
  ['Ctrl+\\', 'Ctrl+\\'],
  ['ctrl+g', 'Ctrl+G'],
])('%s is a key', (name, shown) => {
  expect(parseStopKey(name)?.name).toBe(shown);
});

test.each(['', 'F13', 'F1', 'x', 'Ctrl+C', 'Ctrl+D', 'Ctrl+M', 'Ctrl+I', 'Ctrl+[', 'Ctrl+H', 'Ctrl+1', 'Alt+x'])('%j is none', (name) => {
  expect(parseStopKey(name)).toBeUndefined();
});

test.each([
  ['the key alone', '\x1b[19~', '', true],
  ['among other keys', 'ls\x1b[19~\r', 'ls\r', true],
  ['twice, as when it is held', '\x1b[19~\x1b[19~', '', true],
  ['as kitty reports it', '\x1b[19;1:1~', '', true],
  ['released', '\x1b[19;1:3~', '', false],
  ['with Shift, which is another key', '\x1b[19;2~', '\x1b[19;2~', false],
  ['the key beside it', '\x1b[20~', '\x1b[20~', false],
  ['Escape', '\x1b', '\x1b', false],
])('takes F8 out of what is typed: %s', (_, typed, rest, isPressed) => {
  expect(takeStopKey(typed, DEFAULT_STOP_KEY)).toEqual({ rest, isPressed });
});

test('takes a control character out of what is typed', () => {
  const key = parseStopKey('Ctrl+\\')!;
  expect(takeStopKey('a\x1cb', key)).toEqual({ rest: 'ab', isPressed: true });
  expect(takeStopKey('\x1b[92;5u', key)).toEqual({ rest: '', isPressed: true });
  expect(takeStopKey('\x03', key)).toEqual({ rest: '\x03', isPressed: false });
});
