import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJson, STAGE_LAYOUT } from '../../src/compiler/story/formatJson';
import { UNPRINTABLE } from '../../src/core/richText';

const { maxLineWidth } = STAGE_LAYOUT;

const CASES: readonly (readonly [name: string, value: unknown, text: string])[] = [
  ['a text', 'a "b"', '"a \\"b\\""'],
  ['a number', 403, '403'],
  ['null', null, 'null'],
  ['nothing in an object', {}, '{}'],
  ['nothing in a list', [], '[]'],
  ['one key', { query: 'what is the model context protocol' }, '{ "query": "what is the model context protocol" }'],
  [
    'one key with a long address, just within the width',
    { url: 'https://www.databricks.com/blog/what-is-model-context-protocol' },
    '{ "url": "https://www.databricks.com/blog/what-is-model-context-protocol" }',
  ],
  ['a line of just the width', { key: 'x'.repeat(maxLineWidth - 13) }, `{ "key": "${'x'.repeat(maxLineWidth - 13)}" }`],
  ['a line longer than that', { key: 'x'.repeat(maxLineWidth - 12) }, `{\n  "key": "${'x'.repeat(maxLineWidth - 12)}"\n}`],
  ['a list of texts', ['openid', 'tavily-mcp/search'], '["openid", "tavily-mcp/search"]'],
  ['one key with a list', { scopes: ['a', 'b'] }, '{ "scopes": ["a", "b"] }'],
  ['one key with an empty object', { a: {} }, '{ "a": {} }'],
  ['two keys', { a: 1, b: [2, 3] }, '{\n  "a": 1,\n  "b": [2, 3]\n}'],
  ['an object in an object', { a: { b: 1 } }, '{\n  "a": { "b": 1 }\n}'],
  ['objects in a list', [{ a: 1 }, { b: 2 }], '[\n  { "a": 1 },\n  { "b": 2 }\n]'],
  ['lists in a list', [[1, 2], [3]], '[[1, 2], [3]]'],
  [
    'a long list',
    { words: ['one', 'two'].map((word) => word.repeat(14)) },
    `{\n  "words": [\n    "${'one'.repeat(14)}",\n    "${'two'.repeat(14)}"\n  ]\n}`,
  ],
  [
    'search results',
    { answer: 'An open standard.', results: [{ title: 'What?', url: 'https://example.com' }] },
    '{\n  "answer": "An open standard.",\n  "results": [\n' +
      '    {\n      "title": "What?",\n      "url": "https://example.com"\n    }\n  ]\n}',
  ],
  ['what a terminal cannot show', 'a\u001b\u202eb👍🏻', '"a\\u001b\\u202eb👍🏻"'],
];

for (const [name, value, text] of CASES)
  test(name, () => {
    expect(formatJson(value)).toBe(text);
  });

test('parses back to the same value and contains no unprintable characters but line breaks', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }), (value) => {
      const text = formatJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(UNPRINTABLE.test(text.replaceAll('\n', ''))).toBe(false);
    }),
  );
});

test('exceeds the line width only with a single value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const long = formatJson(value)
        .split('\n')
        .filter((line) => line.length > maxLineWidth + 1);
      const values = long.map((line) =>
        line
          .trim()
          .replace(/,$/u, '')
          .replace(/^"(?:[^"\\]|\\.)*": /u, ''),
      );
      for (const each of values) expect(each).toMatch(/^(?:[^[{].*|\[\]?|\{\}?)$/u);
    }),
  );
});
