import { describe, expect, it } from 'vitest';
import { fileAt, isStoreOf, storeName } from '../../src/core/offline';

const SCOPE = 'https://example.com/talks/demo/';

describe('fileAt', () => {
  it.each([
    ['https://example.com/talks/demo/', 'index.html'],
    ['https://example.com/talks/demo/?motion=off&user=a/b#/agent/1', 'index.html'],
    ['https://example.com/talks/demo/index.html?speaker=x', 'index.html'],
    ['https://example.com/talks/demo/#/a?b', 'index.html'],
    ['https://example.com/talks/demo/assets/a-1.js', 'assets/a-1.js'],
    ['https://example.com/talks/demo', undefined],
    ['https://example.com/talks/other/', undefined],
    ['https://example.org/talks/demo/', undefined],
    ['https://example.org/?https://example.com/talks/demo/', undefined],
  ])('%s is %s', (address, file) => {
    expect(fileAt(address, SCOPE)).toBe(file);
  });
});

describe('stores', () => {
  it('are known by their folder and version', () => {
    expect(isStoreOf(SCOPE, storeName(SCOPE, 'abc'))).toBe(true);
    expect(storeName(SCOPE, 'abc')).not.toBe(storeName(SCOPE, 'abd'));
  });

  it('of folders above, below and beside are left alone', () => {
    for (const other of ['https://example.com/', 'https://example.com/talks/', `${SCOPE}more/`, 'https://example.com/talks/demo2/']) {
      expect(isStoreOf(SCOPE, storeName(other, 'abc'))).toBe(false);
      expect(isStoreOf(other, storeName(SCOPE, 'abc'))).toBe(false);
    }
    expect(isStoreOf(SCOPE, 'someone else')).toBe(false);
  });
});
