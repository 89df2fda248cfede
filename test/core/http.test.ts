import { describe, expect, it, test } from 'vitest';
import { curlCommand, headLines, parsePairs, httpText } from '../../src/core/http';
import type { WireMessage } from '../../src/core/wire';

const base = { id: 'm', from: 'a', to: 'b', label: 'Label', mark: 'any' } as const;
const post: WireMessage = {
  ...base,
  kind: 'request',
  request: 'POST https://example.com/token',
  headers: ['Accept: */*'],
  form: ['code=a b', "it's=1&2", 'left=…'],
};
const json: WireMessage = {
  ...base,
  kind: 'request',
  request: 'PUT https://example.com/',
  body: { lines: [[['{', 'punctuation']], [['}', 'punctuation']]] },
};

test('parsePairs splits names and values at the first separator', () => {
  expect(parsePairs(['a=b=c', 'd='])).toEqual([
    ['a', 'b=c'],
    ['d', ''],
  ]);
  expect(parsePairs(['A: b: c'], ': ')).toEqual([['A', 'b: c']]);
});

describe('curlCommand', () => {
  it('quotes every form field for a shell', () => {
    expect(curlCommand(post)).toBe(
      "curl 'https://example.com/token' \\\n  -H 'Accept: */*' \\\n  --data-urlencode 'code=a b' \\\n" +
        "  --data-urlencode 'it'\\''s=1&2' \\\n  --data-urlencode 'left=…'",
    );
  });
  it('adds -X for a method that curl would not choose', () => {
    expect(curlCommand(json)).toBe("curl -X PUT 'https://example.com/' \\\n  --data-raw '{\n}'");
    expect(curlCommand({ ...base, kind: 'request', request: 'GET https://example.com/', query: ['q=ä ö'] })).toBe(
      "curl 'https://example.com/?q=%C3%A4+%C3%B6'",
    );
  });
  it('returns undefined for messages that are not HTTP or not complete', () => {
    expect(curlCommand({ ...base, kind: 'local' })).toBeUndefined();
    expect(curlCommand({ ...base, kind: 'request' })).toBeUndefined();
    expect(curlCommand({ ...base, kind: 'request', request: 'GET https://example.com/…' })).toBeUndefined();
    expect(curlCommand({ ...base, kind: 'response', replyTo: 'm', status: '200 OK' })).toBeUndefined();
  });
});

describe('httpText', () => {
  it('returns the message as it is sent', () => {
    expect(httpText(post)).toBe(
      'POST https://example.com/token\nAccept: */*\nContent-Type: application/x-www-form-urlencoded\n\ncode=a+b&it%27s=1%262&left=…',
    );
    expect(
      httpText({ ...base, kind: 'response', replyTo: 'm', status: '302 Found', redirect: 'https://example.com/', query: ['a=/'] }),
    ).toBe('302 Found\nLocation: https://example.com/?a=%2F');
  });
  it('returns the label of a message without HTTP content', () => {
    expect(httpText({ ...base, kind: 'local' })).toBe('Label');
    expect(headLines({ ...base, kind: 'local' })).toEqual([]);
  });
});
