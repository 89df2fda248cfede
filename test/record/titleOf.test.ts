import { expect, test } from 'vitest';
import { hasTitle, titleOf } from '../../src/record/titleOf';

test.each([
  ['an echoed command', 'npm test\r\n> node --test\r\n', 'npm test'],
  ['empty lines before it', '\r\n  \r\n$ ls\r\n', '$ ls'],
  [
    'colours, a title and a link',
    '\x1b]0;sh\x07\x1b[1;32mnpm\x1b[0m test \x1b]8;;https://example.com\x1b\\x\x1b]8;;\x1b\\\r\n',
    'npm test x',
  ],
  ['corrected typing', 'nmp\b\b\bnpm\b \bm test\r\n', 'npm test'],
  ['a line drawn again', '10 %\r50 %\rDone 100 %\r\n', 'Done 100 %'],
  ['signs only', '----\r\n$ \r\n', ''],
  ['nothing', '', ''],
  ['a long line', `${'word '.repeat(20)}\r\n`, `${'word '.repeat(20).slice(0, 59)}…`],
])('takes the first words: %s', (_, output, title) => {
  expect(titleOf(output)).toBe(title);
});

test('a title needs a whole line', () => {
  expect(hasTitle('npm te')).toBe(false);
  expect(hasTitle('\r\n')).toBe(false);
  expect(hasTitle('npm test\r\n')).toBe(true);
});
