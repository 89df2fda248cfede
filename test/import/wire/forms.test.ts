import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalMimeType, readForm } from '../../../src/import/wire/forms';

const part = (boundary: string, headers: string, value: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${value}\r\n`;
const bodyOf = (boundary: string): string =>
  `${part(boundary, 'name="pin"', '4711')}${part(boundary, 'name="note"', 'a\r\n\r\nb')}${part(
    boundary,
    'name="file"; filename="pay.csv"\r\nContent-Type: text/csv',
    'ann,5000',
  )}--${boundary}--\r\n`;
const FIELDS = [
  ['pin', '4711'],
  ['note', 'a\r\n\r\nb'],
  ['file', 'pay.csv, text/csv, 1 kB'],
];
const read = (mimeType: string, text: string, isBase64 = false) =>
  readForm({ mimeType: normalMimeType(mimeType), text, isBase64, size: undefined }, []);

describe('the fields of a multipart body, and of a file its name, type and size', () => {
  test.each([
    ['Chrome and Safari', '----WebKitFormBoundary7MA4YWxkTrZu0gW'],
    ['Firefox', '----geckoformboundary1d2E3f4A5b6C'],
    ['older Firefox', '---------------------------9051914041544843365972754266'],
    ['curl', '------------------------d74496d66958873e'],
    ['Python', 'c5a0b0a3b5Ff4c4f'],
  ])('%s', (_, boundary) => {
    const text = bodyOf(boundary);
    expect(read(`multipart/form-data; boundary=${boundary}`, text)).toEqual(FIELDS);
    expect(read(`Multipart/Form-Data; charset=utf-8; Boundary="${boundary}"`, text)).toEqual(FIELDS);
    expect(read(`multipart/form-data; boundary=${boundary.toLowerCase()}`, text)).toEqual(FIELDS);
    expect(read('multipart/form-data', `Content-Length: 9\r\n\r\n${text}`)).toEqual(FIELDS);
    expect(read('multipart/form-data', text.replaceAll('\r\n', '\n'))?.[0]).toEqual(FIELDS[0]);
    expect(read(`multipart/form-data; boundary=${boundary}`, Buffer.from(text).toString('base64'), true)).toEqual(FIELDS);
  });

  test('any boundary of RFC 2046, any value', () => {
    const boundary = fc.string({ unit: fc.constantFrom(..."abzABZ059'()+_,-./:=?"), minLength: 1, maxLength: 60 });
    const value = fc.string({ unit: fc.constantFrom('a', 'B', '7', ' ', '"', '=', '&', ';') }).map((text) => `x${text}x`);
    fc.assert(
      fc.property(boundary, value, (name, secret) => {
        const text = `${part(name, 'name="a"', 'first')}${part(name, 'name=pin', secret)}--${name}--\r\n`;
        expect(read(`multipart/form-data; boundary="${name}"`, text)).toEqual([
          ['a', 'first'],
          ['pin', secret],
        ]);
      }),
    );
  });
});
