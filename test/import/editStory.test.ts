import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editStory } from '../../src/import/editStory';

const USER = '"user": { "value": "ann", "description": "Who signs in." }';
const HOST = '"host": { "value": "laptop" }';
const VARIABLES = { user: { value: 'ann', description: 'Who signs in.' }, host: { value: 'laptop' } };

test.each<[name: string, before: string, after: string]>([
  [
    'on lines of their own',
    '{\n  "id": "a",\n  "scenes": [\n    "a.json"\n  ]\n}\n',
    `{\n  "id": "a",\n  "variables": {\n    ${USER},\n    ${HOST}\n  },\n  "scenes": [\n    "a.json",\n    "b.json"\n  ]\n}\n`,
  ],
  [
    'in a list on one line, with tabs and CRLF',
    '\uFEFF{\r\n\t"variables": {\r\n\t\t"é": {}\r\n\t},\r\n\t"scenes": ["a.json"]\r\n}',
    `\uFEFF{\r\n\t"variables": {\r\n\t\t"é": {},\r\n\t\t${USER},\r\n\t\t${HOST}\r\n\t},\r\n\t"scenes": ["a.json", "b.json"]\r\n}`,
  ],
  ['into empty ones', '{"scenes":[],"variables":{}}', `{"scenes":["b.json"],"variables":{ ${USER}, ${HOST} }}`],
  [
    'not twice',
    '{ "variables": { "user": { "value": "ben" }, "host": { "value": "x" } }, "scenes": ["b.json", "a.json"] }',
    '{ "variables": { "user": { "value": "ben" }, "host": { "value": "x" } }, "scenes": ["b.json", "a.json"] }',
  ],
])('adds a scene and variables %s', (_, before, after) => {
  expect(editStory('story.json', before, { scenes: ['b.json'], variables: VARIABLES })).toBe(after);
});

test('names the wire file, with force in place of another one', () => {
  expect(editStory('story.json', '{\n  "scenes": ["a.json"]\n}', { wire: 'wire.json' })).toBe(
    '{\n  "wire": "wire.json",\n  "scenes": ["a.json"]\n}',
  );
  const [old, own] = ['old.json', 'wire.json'].map((name) => `{ "wire" : "${name}" , "scenes": ["a.json"] }`) as [string, string];
  expect(() => editStory('story.json', old, { wire: 'wire.json' })).toThrow(
    'story.json:1:12  wire: names another file. wire.json takes its place with --force, or is only written with --out.',
  );
  expect(editStory('story.json', old, { wire: 'wire.json' }, { force: true })).toBe(own);
  expect(editStory('story.json', own, { wire: 'wire.json' })).toBe(own);
});

test.each([
  ['{ "scenes": ["a.json"], }', 'story.json:1:23  the file: found a trailing comma'],
  ['{ "scenes": "a.json" }', 'story.json:1:13  scenes: expected a list of scene files'],
  ['{ "variables": [], "scenes": [] }', 'story.json:1:16  variables: expected an object with names and values'],
  ['[]', 'story.json:1:1  scenes: expected a list of scene files'],
])('refuses %s', (text, message) => {
  expect(() => editStory('story.json', text, { scenes: ['b.json'] })).toThrow(message);
});

/** A value that JSON can write: it has no -0, which `toEqual` tells from 0. */
const json = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

test('keeps every other value and byte, whatever the layout', () => {
  const story = fc.record({
    head: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), json, { maxKeys: 3 }),
    scenes: fc.uniqueArray(fc.stringMatching(/^[ac-z]{1,8}\.json$/u), { maxLength: 3 }),
    variables: fc.option(fc.dictionary(fc.stringMatching(/^[a-t]{1,6}$/u), fc.record({ value: fc.string() }), { maxKeys: 3 }), {
      nil: undefined,
    }),
    indent: fc.constantFrom('', '  ', '\t', '    '),
    newline: fc.constantFrom('\n', '\r\n'),
  });
  fc.assert(
    fc.property(story, ({ head, scenes, variables, indent, newline }) => {
      const { scenes: _, variables: __, wire: ___, ...own } = head as Record<string, unknown>;
      const before = { ...own, ...(variables && { variables }), scenes };
      const text = JSON.stringify(before, undefined, indent).replaceAll('\n', newline);
      const additions = { scenes: ['b.json'], wire: 'w.json', variables: { user: { value: 'ann' } } };
      const after = editStory('story.json', text, additions);
      expect(JSON.parse(after)).toEqual({
        ...before,
        variables: { ...variables, user: { value: 'ann' } },
        wire: 'w.json',
        scenes: [...scenes, 'b.json'],
      });
      // What was there is there still, in its order: the text before is what remains when additions are taken out.
      let at = 0;
      for (const character of after) if (character === text[at]) at += 1;
      expect(at).toBe(text.length);
    }),
  );
});
