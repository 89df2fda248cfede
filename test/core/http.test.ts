import { describe, expect, it, test } from 'vitest';
import { curlOf, headOf, pairsOf, textOf } from '../../src/core/http';
import type { Message } from '../../src/core/wire';

const base = { id: 'm', from: 'a', to: 'b', label: 'Label', mark: 'added' } as const;
const post: Message = {
  ...base,
  kind: 'request',
  request: 'POST https://example.com/token',
  headers: ['Accept: */*'],
  form: ['code=a b', "it's=1&2", 'left=…'],
};
const json: Message = {
  ...base,
  kind: 'request',
  request: 'PUT https://example.com/',
  body: { lines: [[['{', 'punctuation']], [['}', 'punctuation']]] },
};

test('names and values part at the first separator', () => {
  expect(pairsOf(['a=b=c', 'd='])).toEqual([
    ['a', 'b=c'],
    ['d', ''],
  ]);
  expect(pairsOf(['A: b: c'], ': ')).toEqual([['A', 'b: c']]);
});

describe('curl', () => {
  it('sends a form field by field, quoted for a shell', () => {
    expect(curlOf(post)).toBe(
      "curl 'https://example.com/token' \\\n  -H 'Accept: */*' \\\n  --data-urlencode 'code=a b' \\\n  --data-urlencode 'it'\\''s=1&2' \\\n  --data-urlencode 'left=…'",
    );
  });
  it('names a method it would not guess', () => {
    expect(curlOf(json)).toBe("curl -X PUT 'https://example.com/' \\\n  --data-raw '{\n}'");
    expect(curlOf({ ...base, kind: 'request', request: 'GET https://example.com/', query: ['q=ä ö'] })).toBe(
      "curl 'https://example.com/?q=%C3%A4+%C3%B6'",
    );
  });
  it('cannot send what is no HTTP, or left out in part', () => {
    expect(curlOf({ ...base, kind: 'local' })).toBeUndefined();
    expect(curlOf({ ...base, kind: 'request' })).toBeUndefined();
    expect(curlOf({ ...base, kind: 'request', request: 'GET https://example.com/…' })).toBeUndefined();
    expect(curlOf({ ...base, kind: 'response', replyTo: 'm', status: '200 OK' })).toBeUndefined();
  });
});

describe('text', () => {
  it('is the message as it crosses', () => {
    expect(textOf(post)).toBe(
      'POST https://example.com/token\nAccept: */*\nContent-Type: application/x-www-form-urlencoded\n\ncode=a+b&it%27s=1%262&left=…',
    );
    expect(textOf({ ...base, kind: 'response', replyTo: 'm', status: '302 Found', redirect: 'https://example.com/', query: ['a=/'] })).toBe(
      '302 Found\nLocation: https://example.com/?a=%2F',
    );
  });
  it('is the label where there is nothing else', () => {
    expect(textOf({ ...base, kind: 'local' })).toBe('Label');
    expect(headOf({ ...base, kind: 'local' })).toEqual([]);
  });
});
