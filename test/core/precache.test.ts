import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileUrl, fileForUrl, createFileFinder, isCacheOf, cacheName } from '../../src/core/precache';

const SCOPE = 'https://example.com/talks/demo/';

describe('fileForUrl', () => {
  it.each([
    ['https://example.com/talks/demo/', 'index.html'],
    ['https://example.com/talks/demo/?motion=off&user=a/b#/agent/1', 'index.html'],
    ['https://example.com/talks/demo/index.html?speaker=x', 'index.html'],
    ['https://example.com/talks/demo/#/a?b', 'index.html'],
    ['https://example.com/talks/demo/assets/a-1.js', 'assets/a-1.js'],
    ['https://example.com/talks/demo/two%20words%20%231.txt?x#y', 'two words #1.txt'],
    ['https://example.com/talks/demo/100%25.txt', '100%.txt'],
    ['https://example.com/talks/demo/100%.txt', '100%.txt'],
    ['https://example.com/talks/demo/a%2520b.txt', 'a%20b.txt'],
    ['https://example.com/talks/demo/%E8%AC%9B/caf%C3%A9.txt', '講/caf\u00e9.txt'],
    ['https://example.com/talks/demo/extra/?x', 'extra/index.html'],
    ['https://example.com/talks/demo', undefined],
    ['https://example.com/talks/other/', undefined],
    ['https://example.org/talks/demo/', undefined],
    ['https://example.org/?https://example.com/talks/demo/', undefined],
  ])('returns for %s the file %s', (address, file) => {
    expect(fileForUrl(address, SCOPE)).toBe(file);
  });
});

describe('fileUrl', () => {
  it('encodes any file name so that fileForUrl returns it', () => {
    const name = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom(...'#?%&+ é\u0301\\講🔒\u202e'),
          fc.nat({ max: 0xd7ff }).map((code) => String.fromCodePoint(code)),
        ),
        minLength: 1,
      })
      .filter((text) => !/\/|^\.{1,2}$/u.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (parts) => {
        const file = parts.join('/');
        // `href` is what a browser sends.
        expect(fileForUrl(new URL(fileUrl(file, SCOPE)).href, SCOPE)).toBe(file);
      }),
    );
  });
});

describe('createFileFinder', () => {
  const [composed, decomposed] = ['caf\u00e9.txt', 'cafe\u0301.txt'];
  it.each([
    [['index.html'], 'index.html', 'index.html'],
    [['index.html'], 'other.html', undefined],
    [[composed], decomposed, composed],
    [[decomposed], composed, decomposed],
    [[composed, decomposed], composed, composed],
    [[composed, decomposed], decomposed, decomposed],
  ])('in %j finds %j as %j', (files, requested, found) => {
    const known = files.map((file) => [file, ''] as const);
    expect(createFileFinder({ version: '', files: known, optionalFiles: [] })(requested)).toBe(found);
    expect(createFileFinder({ version: '', files: [], optionalFiles: known })(requested)).toBe(found);
  });
});

describe('cacheName', () => {
  it('depends on the version and is recognized by isCacheOf', () => {
    expect(isCacheOf(SCOPE, cacheName(SCOPE, 'abc'))).toBe(true);
    expect(cacheName(SCOPE, 'abc')).not.toBe(cacheName(SCOPE, 'abd'));
  });

  it('is not recognized for other folders', () => {
    for (const other of ['https://example.com/', 'https://example.com/talks/', `${SCOPE}more/`, 'https://example.com/talks/demo2/']) {
      expect(isCacheOf(SCOPE, cacheName(other, 'abc'))).toBe(false);
      expect(isCacheOf(other, cacheName(SCOPE, 'abc'))).toBe(false);
    }
    expect(isCacheOf(SCOPE, 'someone else')).toBe(false);
  });
});
