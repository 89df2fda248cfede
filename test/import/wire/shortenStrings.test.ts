import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShortened, StringShortener } from '../../../src/import/wire/shortenStrings';
import { makeFolder } from '../../support/folder';

/** Shortens a text that comes in pieces of some bytes. */
function shorten(text: string, most: number, size = 7, lines = false): StringShortener {
  const shortener = new StringShortener(lines, most);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) shortener.push(bytes.subarray(at, at + size));
  return shortener;
}

test.each([
  ['short strings', '{"a":"bc"}', '{"a":"bc"}'],
  ['a long string', '{"a":"abcdefghij","b":1}', '{"a":"abcdef","b":1}'],
  ['an escape is not cut', String.raw`["abcde\u00e9xy"]`, String.raw`["abcde\u00e9"]`],
  ['an escaped quote is no end', String.raw`["abcdef\"gh",2]`, '["abcdef",2]'],
  ['a character of several bytes is not cut', '["abcdeéxy"]', '["abcdeé"]'],
])('%s', (_, text, expected) => {
  expect(shorten(text, 6).text()).toBe(expected);
});

test('the text stays JSON, each string is a start of its own, and all else is the same', () => {
  const starts = (value: unknown, cut: unknown): boolean => {
    if (typeof value === 'string') return typeof cut === 'string' && value.startsWith(cut) && (cut.length > 1 || value.length < 11);
    if (typeof value !== 'object' || value === null) return value === cut;
    const [before, after] = [Object.values(value), Object.values(cut as object)];
    return before.length === after.length && before.every((each, index) => starts(each, after[index]));
  };
  const keyless = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(keyless, fc.integer({ min: 1, max: 9 }), (value, size) => {
      const after = JSON.parse(shorten(JSON.stringify(value), 12, size).text()) as unknown;
      expect(starts(value, after)).toBe(true);
    }),
  );
});

test('with lines, a string ends with its line', () => {
  expect(shorten('it "is\n{"a":"bcdefghij"}', 6, 5, true).text()).toBe('it "is\n{"a":"bcdefg"}');
});

test.each([
  ['a file that is not there', undefined, /There is no file .*x\.har/u],
  ['a compressed file', Buffer.from([0x1f, 0x8b, 8]), /gunzip .*x\.har/u],
  ['a ZIP file', Buffer.from('PK\u0003\u0004'), /ZIP/u],
  ['UTF-16', Buffer.from([0xff, 0xfe, 0x7b, 0]), /UTF-8/u],
  ['deep nesting', Buffer.from('['.repeat(100_000)), /more than 200 nested/u],
])('%s is refused with a sentence', async (_, bytes, message) => {
  const folder = await makeFolder({});
  const file = path.join(folder, 'x.har');
  if (bytes) await writeFile(file, bytes);
  await expect(readShortened(file, { lines: false, remedy: '' })).rejects.toThrow(message);
});

test('a file of many small parts beyond the limit is refused with what to do', () => {
  const shortener = new StringShortener(false, 10, 1000);
  let wanted = 0;
  while (shortener.push(Buffer.from('["a",1],'.repeat(20)))) wanted += 1;
  expect(wanted).toBe(6);
  expect(shortener.problem).toBe('too large');
});
