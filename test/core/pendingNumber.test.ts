import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendKey, PENDING_NUMBER_TIMEOUT_MS, type PendingNumber } from '../../src/core/pendingNumber';

function typeKeys(keys: string, gap = 100): string | undefined {
  let pending: PendingNumber | undefined;
  let at = 0;
  for (const key of keys) {
    at += gap;
    pending = appendKey(pending, key, at);
  }
  return pending?.text;
}

describe('appendKey', () => {
  it.each([
    ['5', '5'],
    ['12', '12'],
    ['5.3', '5.3'],
    ['10', '10'],
    ['5.', '5.'],
  ])('accepts the keys %s', (keys, text) => {
    expect(typeKeys(keys)).toBe(text);
  });
  it.each([['0'], ['.'], ['5..'], ['n'], ['Enter'], ['']])('returns undefined for the keys %s', (keys) => {
    expect(typeKeys(keys)).toBeUndefined();
  });
  it('starts again after a pause', () => {
    expect(typeKeys('53', PENDING_NUMBER_TIMEOUT_MS + 1)).toBe('3');
  });
  it('holds a number or nothing after any keys', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'0123456789.nx')), (keys) => {
        const text = typeKeys(keys.join(''));
        expect(text === undefined || /^[1-9]\d*(\.\d*)?$/u.test(text)).toBe(true);
      }),
    );
  });
});
