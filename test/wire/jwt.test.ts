import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { decodeJwt, formatTimestamp, scopesOf, durationInWords, toBase64Url, findJwts } from '../../src/wire/explore/jwt';
import { formatXml } from '../../src/wire/explore/formatXml';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('decodeJwt() returns the parts of any token', () => {
  const claims = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(claims, claims, fc.string({ unit: 'binary-ascii' }), (header, payload, signature) => {
      expect(decodeJwt(`${encode(header)}.${encode(payload)}.${Buffer.from(signature).toString('base64url')}`)).toEqual(
        JSON.parse(JSON.stringify({ header, payload, signature })),
      );
    }),
  );
});

test('toBase64Url() encodes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }),
  );
});

it.each(['', 'a.b.c', 'eyJ.eyJ.x', `${encode(1)}.${encode({})}.x`, `${encode({})}.${encode({})}.x.y`, `${encode({})}.${encode([])}.x`])(
  'decodeJwt(%j) is undefined',
  (text) => {
    expect(decodeJwt(text)).toBeUndefined();
  },
);

test('decodeJwt() tolerates signatures of any length and with other characters', () => {
  const token = `${encode({})}.${encode({})}`;
  expect(decodeJwt(`${token}.QUJDR`)?.signature).toBe('ABC');
  expect(decodeJwt(`${token}.QU JD=`)?.signature).toBe('ABC');
});

test('findJwts() finds tokens in a text, and scopesOf() reads their scopes', () => {
  const token = `${encode({ alg: 'none' })}.${encode({ scope: 'a b' })}.x`;
  expect(findJwts(`Authorization: Bearer ${token}\n"${token}"`)).toEqual([token, token]);
  expect(scopesOf(decodeJwt(token))).toEqual(['a', 'b']);
  expect(scopesOf(undefined)).toBeUndefined();
});

test('formatTimestamp() and durationInWords() format times in words', () => {
  expect(formatTimestamp(1767225600)).toBe('1 January 2026, 00:00:00 UTC');
  expect(formatTimestamp(Number.NaN)).toBe('no moment');
  expect([3600, 90, 9000, 0].map(durationInWords)).toEqual(['1 hour', '1 minute 30 seconds', '2 hours 30 minutes', 'no time']);
});

test('formatXml() puts each element and attribute on its own line', () => {
  expect(formatXml('<?xml version="1.0"?><a x="1" y="2"><b z="3">text</b><c/><d><e/></d></a>')).toBe(
    '<?xml version="1.0"?>\n<a\n  x="1"\n  y="2">\n  <b z="3">text</b>\n  <c/>\n  <d>\n    <e/>\n  </d>\n</a>',
  );
});
