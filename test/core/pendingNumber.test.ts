import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendKey, PENDING_NUMBER_TIMEOUT_MS, type PendingNumber } from '../../src/core/pendingNumber';

function type(keys: string, gap = 100): string | undefined {
  let typed: PendingNumber | undefined;
  let at = 0;
  for (const key of keys) {
    at += gap;
    typed = appendKey(typed, key, at);
  }
  return typed?.text;
}

describe('appendKey', () => {
  it.each([
    ['5', '5'],
    ['12', '12'],
    ['5.3', '5.3'],
    ['10', '10'],
    ['5.', '5.'],
  ])('takes %s', (keys, text) => {
    expect(type(keys)).toBe(text);
  });
  it.each([['0'], ['.'], ['5..'], ['n'], ['Enter'], ['']])('leaves %s to its own meaning', (keys) => {
    expect(type(keys)).toBeUndefined();
  });
  it('starts again after a pause', () => {
    expect(type('53', PENDING_NUMBER_TIMEOUT_MS + 1)).toBe('3');
  });
  it('only ever holds a number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789.nx')), (keys) => {
        const text = type(keys.join(''));
        expect(text === undefined || /^[1-9]\d*(\.\d*)?$/u.test(text)).toBe(true);
      }),
    );
  });
});
