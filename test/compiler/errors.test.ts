import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { kindSchemas } from '../support/kindSchemas';
import { StoryError } from '../../src/compiler/story/problem';
import { blockSchema } from '../../src/schema/block';
import { makeFolder, PAGE, SCENE, STORY } from '../support/folder';

/** Files with errors, and all problems that must be reported, each as `file:line:column  message`. */
interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly problems: readonly string[];
}

const listNames = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const GUIDE = ' (what each is for: docs/authoring.md#what-to-use in the package understudy-demo)';
const BLOCKS = `${listNames(blockSchema.options.map((option) => option.shape.type.value))}${GUIDE}`;
const ROLES =
  '"text", "dim", "ok", "error", "warn", "info", "agent", "user", "accent", "key", "string", "number", "punctuation", "comment"';
const KINDS = `${listNames([...kindSchemas.keys()].toSorted())}${GUIDE}`;

/** The scene with `from` replaced. */
const scene = (from: string, to: string) => ({ 'story.json': STORY, 'a.json': replace(SCENE, from, to) });
const story = (from: string, to: string) => ({ 'story.json': replace(STORY, from, to), 'a.json': SCENE });
const page = (from: string, to: string) => ({ 'story.json': replace(STORY, 'a.json', 'b.json'), 'b.json': replace(PAGE, from, to) });
const block = (text: string) => scene('{ "type": "rule" }', text);

function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`Nothing to replace: ${from}`);
  return text.replace(from, () => to);
}

function bytes(text: string, ...tail: number[]): Uint8Array {
  return Buffer.concat([Buffer.from(text), Buffer.from(tail)]);
}

const CASES: readonly Case[] = [
  // Not JSON.
  { name: 'an empty file', files: scene(SCENE, ''), problems: ['a.json:1:1  the file: found nothing, expected a JSON object'] },
  {
    name: 'a list in place of the scene',
    files: scene(SCENE, '[]'),
    problems: ['a.json:1:1  the file: found an empty list, expected an object'],
  },
  { name: 'null in place of the scene', files: scene(SCENE, 'null'), problems: ['a.json:1:1  the file: found null, expected an object'] },
  {
    name: 'a missing comma',
    files: scene('"id": "a",', '"id": "a"'),
    problems: ['a.json:4:3  the file: found "title", expected a comma or a colon before it'],
  },
  {
    name: 'a missing comma after a bracket',
    files: scene('{ "type": "rule" },', '{ "type": "rule" }'),
    problems: ['a.json:12:9  the file: found {, expected a comma before it'],
  },
  {
    name: 'two commas',
    files: scene('"id": "a",', '"id": "a",,'),
    problems: ['a.json:3:13  the file: found a comma, expected a value before it'],
  },
  {
    name: 'a missing value',
    files: scene('"id": "a",\n', '"id":\n}'),
    problems: ['a.json:4:1  the file: found }, expected a value before it'],
  },
  {
    name: 'the wrong bracket',
    files: scene('["hello"]', '["hello"}'),
    problems: ['a.json:12:44  the file: found }, expected it only where a bracket of its kind is open'],
  },
  {
    name: 'single quotation marks',
    files: scene('"One"', "'One'"),
    problems: ["a.json:8:16  the file: found ', expected double quotation marks"],
  },
  {
    name: 'no quotation marks',
    files: scene('"One"', 'One'),
    problems: ['a.json:8:16  the file: found One, expected a text in double quotation marks, a number, true, false or null'],
  },
  {
    name: 'an end too early',
    files: { 'story.json': STORY, 'a.json': '{\n  "id": ["a"' },
    problems: ['a.json:2:10  the file: found the end of the file, expected every bracket and quotation mark closed before it'],
  },
  {
    name: 'a bracket never closed, with a comma',
    files: { 'story.json': STORY, 'a.json': '[1, 2' },
    problems: ['a.json:1:5  the file: found the end of the file, expected every bracket and quotation mark closed before it'],
  },
  {
    name: 'a scene of two megabytes',
    files: scene('["hello"]', `["${'word '.repeat(400_000)}"]`),
    problems: [
      'a.json:1:1  the file: found 2.0 MB, expected at most 1.5 MB; split it into scenes, or leave out what nobody reads on stage',
    ],
  },
  {
    name: 'ten thousand lines',
    files: scene('["hello"]', JSON.stringify(Array.from({ length: 10_000 }, (_, at) => `${at} `.padEnd(92, '.')))),
    problems: [],
  },

  // Almost JSON: the rest of the file is checked, too.
  {
    name: 'trailing commas',
    files: scene('"lines": ["hello"] }', '"lines": ["hello",], },'),
    problems: [
      'a.json:12:44  the file: found a trailing comma, expected none before a closing bracket',
      'a.json:12:46  the file: found a trailing comma, expected none before a closing bracket',
      'a.json:12:49  the file: found a trailing comma, expected none before a closing bracket',
    ],
  },
  {
    name: 'comments',
    files: scene('"id": "a",', '"id": "A", // the id'),
    problems: [
      'a.json:3:9  id: found "A", expected an id of small letters, digits and hyphens that starts with a letter',
      'a.json:3:14  the file: found a comment, expected JSON, which has none',
    ],
  },
  {
    name: 'a key twice',
    files: scene('"id": "a",', '"id": "a",\n  "id": "b",'),
    problems: ['a.json:4:3  id: found the same key twice, first on line 3, expected it once'],
  },
  {
    name: 'a line break inside a text',
    files: scene('"Say."', '"Say\nso."'),
    problems: ['a.json:9:29  the file: found a line break or control character inside a text, expected it written as \\n or \\u…'],
  },

  // Not text.
  { name: 'a byte order mark is fine', files: { 'story.json': `\uFEFF${STORY}`, 'a.json': `\uFEFF${SCENE}` }, problems: [] },
  {
    name: 'a byte that is not UTF-8',
    files: { 'story.json': STORY, 'a.json': bytes('{\n  "id": "ä\uFFFD', 0xe4, 0x22) },
    problems: ['a.json:2:12  the file: found a byte that is not valid UTF-8, expected text saved as UTF-8'],
  },
  {
    name: 'a file that ends inside a character',
    files: { 'story.json': STORY, 'a.json': bytes('{\n  "', 0xe2, 0x9c) },
    problems: ['a.json:2:4  the file: found a byte that is not valid UTF-8, expected text saved as UTF-8'],
  },
  {
    name: 'UTF-16',
    files: { 'story.json': Buffer.from(`\uFEFF${STORY}`, 'utf16le'), 'a.json': SCENE },
    problems: ['story.json:1:1  the file: found text saved as UTF-16, expected text saved as UTF-8'],
  },

  // The story.
  { name: 'no story', files: {}, problems: ['story.json:1:1  the file: found nothing, expected a story.json that lists the scenes'] },
  {
    name: 'an empty story',
    files: story('["a.json"]', '[]'),
    problems: ['story.json:7:13  scenes: found an empty list, expected at least 1 item'],
  },
  {
    name: 'a missing scene file',
    files: { ...story('["a.json"]', '["a.json", "bb.json"]'), 'b.json': SCENE, 'notes.txt': '' },
    problems: [
      expect.stringMatching(
        /^story.json:7:24 {2}scenes\[1\]: found "bb.json", expected a file in understudy-\w+\/\. Did you mean "b.json"\?$/u,
      ),
    ],
  },
  {
    name: 'two scenes with the same id',
    files: { ...story('["a.json"]', '["a.json", "b.json"]'), 'b.json': SCENE },
    problems: ['b.json:3:9  id: found "a", expected an id of its own; a.json has this one'],
  },
  {
    name: 'a scene listed twice',
    files: story('["a.json"]', '["a.json", "./a.json"]'),
    problems: ['story.json:7:24  scenes[1]: found "./a.json", expected each file once; scenes[0] has it already'],
  },
  {
    name: 'story.json as a scene of itself',
    files: story('["a.json"]', '["a.json", "story.json"]'),
    problems: [
      `story.json:1:1  kind: found nothing, expected one of ${KINDS}`,
      'story.json:7:24  scenes[1]: found "story.json", expected a scene; this file lists them',
    ],
  },
  {
    name: 'a missing scene file whose closest name is another scene',
    files: story('["a.json"]', '["a.json", "b.json"]'),
    problems: [expect.stringMatching(/^story.json:7:24 {2}scenes\[1\]: found "b.json", expected a file in understudy-\w+\/$/u)],
  },
  {
    name: 'an unknown key similar to a key that exists',
    files: story('"title": "Demo",', '"title": "Demo", "titel": "Demo",'),
    problems: [expect.stringMatching(/^story.json:3:20 {2}titel: found an unknown key, expected one of [^?]*$/u)],
  },
  {
    name: 'fields of a step in the scene, its notes and a block',
    files: scene('"title"', '"caption": "x", "dwell": 4, "title"'),
    problems: [
      expect.stringMatching(/^a.json:4:3 {2}caption: found an unknown key, .*; "caption" belongs to a step, inside "steps"$/u),
      expect.stringMatching(/^a.json:4:19 {2}dwell: found an unknown key, .*; "dwell" belongs to a step, inside "steps"$/u),
    ],
  },
  {
    name: 'a caption in a block',
    files: block('{ "type": "rule", "caption": "x" }'),
    problems: [
      'a.json:11:27  steps[0].blocks[0].caption: found an unknown key, expected one of "type", "tight", "pause"; "caption" belongs to ' +
        'a step, inside "steps"',
    ],
  },
  {
    name: 'a caption of two lines that is too long',
    files: scene('"notes":', `"caption": "${'x'.repeat(160)}\\n", "notes":`),
    problems: [
      'a.json:9:18  steps[0].caption: found "' +
        'x'.repeat(57) +
        '…", expected plain text on one line; the character U+000A at position 161 ' +
        'cannot be shown (no control characters, line breaks or marks that change the direction of text)',
      'a.json:9:18  steps[0].caption: found "' + 'x'.repeat(57) + '…", expected at most 160 characters',
    ],
  },
  {
    name: 'a blank caption',
    files: scene('"notes":', '"caption": " ", "notes":'),
    problems: ['a.json:9:18  steps[0].caption: found " ", expected some text; it is empty'],
  },
  {
    name: 'a misspelled caption',
    files: scene('"notes":', '"captoin": "x", "notes":'),
    problems: [
      'a.json:9:7  steps[0].captoin: found an unknown key, expected one of "title", "notes", "focus", "caption", "dwell", "keys", ' +
        '"optional", "cuts", "blocks". Did you mean "caption"?',
    ],
  },
  {
    name: 'a missing key of the story',
    files: story('  "title": "Demo",\n', ''),
    problems: ['story.json:1:1  title: found nothing, expected a text'],
  },
  {
    name: 'a missing nested key',
    files: story(', "end": "end"', ''),
    problems: ['story.json:5:13  status.end: found nothing, expected a text'],
  },
  {
    name: 'a misspelled key, not reported as missing, too',
    files: story('"title"', '"titel"'),
    problems: [
      'story.json:3:3  titel: found an unknown key, expected one of "$schema", "id", "lang", "direction", "title", ' +
        '"description", "site", "status", "footer", "theme", "showKeys", "variables", "timing", "scenes", "wire". Did you mean "title"?',
    ],
  },
  {
    name: 'numbers out of range',
    files: story('"footer": [],', '"footer": [],\n  "timing": { "key": -1, "word": 5001, "seed": 1.5, "line": "fast" },'),
    problems: [
      'story.json:7:22  timing.key: found -1, expected at least 0',
      'story.json:7:34  timing.word: found 5001, expected at most 5000',
      'story.json:7:48  timing.seed: found 1.5, expected a whole number',
      'story.json:7:61  timing.line: found "fast", expected a number',
    ],
  },
  {
    name: 'an empty story.json',
    files: { 'story.json': '', 'a.json': SCENE },
    problems: ['story.json:1:1  the file: found nothing, expected a JSON object'],
  },
  {
    name: 'an undefined variable in every file',
    files: { 'story.json': replace(STORY, '"topic": "topic"', '"topic": "{{topc}}"'), 'a.json': replace(SCENE, '"Say."', '"Say {{it}}."') },
    problems: [
      'story.json:5:24  status.topic: found {{topc}}, expected a variable of the story, which defines none',
      'a.json:9:25  steps[0].notes.say: found {{it}}, expected a variable of the story, which defines none',
    ],
  },
  {
    name: 'a javascript: link',
    files: story('"footer": []', '"footer": [{ "text": "x", "href": "javascript:alert(1)" }, 7]'),
    problems: [
      'story.json:6:37  footer[0].href: found "javascript:alert(1)", expected an address that starts with https://, http:// or mailto:',
      'story.json:6:62  footer[1]: found 7, expected a text or an object',
    ],
  },

  // The kind.
  { name: 'no kind', files: scene('  "kind": "terminal",\n', ''), problems: [`a.json:1:1  kind: found nothing, expected one of ${KINDS}`] },
  {
    name: 'a mistyped kind',
    files: scene('"terminal"', '"terminl"'),
    problems: [`a.json:2:11  kind: found "terminl", expected one of ${KINDS}. Did you mean "terminal"?`],
  },
  {
    name: 'an unknown kind',
    files: scene('"terminal"', '"quiz"'),
    problems: [`a.json:2:11  kind: found "quiz", expected one of ${KINDS}`],
  },
  { name: 'a kind that is no text', files: scene('"terminal"', '3'), problems: [`a.json:2:11  kind: found 3, expected one of ${KINDS}`] },

  // Blocks and their types.
  {
    name: 'a mistyped type',
    files: block('{ "type": "rul" }'),
    problems: [`a.json:11:19  steps[0].blocks[0].type: found "rul", expected one of ${BLOCKS}. Did you mean "rule"?`],
  },
  { name: 'no type', files: block('{}'), problems: [`a.json:11:9  steps[0].blocks[0].type: found nothing, expected one of ${BLOCKS}`] },
  {
    name: 'a block that is not an object',
    files: block('"rule"'),
    problems: ['a.json:11:9  steps[0].blocks[0]: found "rule", expected an object'],
  },
  {
    name: 'an unknown key of a block',
    files: block('{ "type": "rule", "tigth": true }'),
    problems: [
      'a.json:11:27  steps[0].blocks[0].tigth: found an unknown key, expected one of "type", "tight", "pause". Did you mean "tight"?',
    ],
  },
  {
    name: 'an unknown key without a similar one',
    files: block('{ "type": "rule", "colour": "red" }'),
    problems: ['a.json:11:27  steps[0].blocks[0].colour: found an unknown key, expected one of "type", "tight", "pause"'],
  },
  {
    name: 'an unknown role',
    files: block('{ "type": "box", "role": "acent", "lines": ["x"] }'),
    problems: [`a.json:11:34  steps[0].blocks[0].role: found "acent", expected one of ${ROLES}. Did you mean "accent"?`],
  },
  {
    name: 'a missing role',
    files: block('{ "type": "say", "who": "You:", "text": ["x"] }'),
    problems: [`a.json:11:9  steps[0].blocks[0].role: found nothing, expected one of ${ROLES}`],
  },
  {
    name: 'a line of text that is not a text',
    files: block('{ "type": "text", "lines": [7, [{ "txt": "x" }], [], [{ "text": "x", "bold": "yes" }]] }'),
    problems: [
      'a.json:11:37  steps[0].blocks[0].lines[0]: found 7, expected a text, a list or an object',
      'a.json:11:43  steps[0].blocks[0].lines[1][0].txt: found an unknown key, expected one of "text", "role", "bold". Did you ' +
        'mean "text"?',
      'a.json:11:58  steps[0].blocks[0].lines[2]: found an empty list, expected at least 1 item',
      'a.json:11:86  steps[0].blocks[0].lines[3][0].bold: found "yes", expected true or false',
    ],
  },
  {
    name: 'a text in place of a list of lines',
    files: block('{ "type": "text", "lines": "hello" }'),
    problems: ['a.json:11:36  steps[0].blocks[0].lines: found "hello", expected a list'],
  },
  {
    name: 'a control character',
    files: block('{ "type": "text", "lines": ["\\u001b[31mred"] }'),
    problems: [
      expect.stringMatching(
        new RegExp(
          String.raw`^a.json:11:37 {2}steps\[0\]\.blocks\[0\]\.lines\[0\]: found "\\u001b\[31mred", ` +
            String.raw`expected plain text on one line; the character U\+001B at position 1 `,
          'u',
        ),
      ),
    ],
  },
  {
    name: 'an empty text',
    files: block('{ "type": "shell", "prompt": " ", "command": "" }'),
    problems: ['a.json:11:38  steps[0].blocks[0].prompt: found " ", expected some text; it is empty'],
  },
  {
    name: 'a spinner before the end',
    files: block('{ "type": "spinner", "frames": ["o"], "role": "ok", "text": "x" }'),
    problems: [
      expect.stringMatching(
        new RegExp(
          String.raw`^a.json:11:9 {2}steps\[0\]\.blocks\[0\]: found an object with .*, ` +
            'expected a spinner without "done" only as the last block of a step$',
          'u',
        ),
      ),
    ],
  },

  // Code.
  {
    name: 'code with neither json nor text',
    files: block('{ "type": "code" }'),
    problems: [
      'a.json:11:9  steps[0].blocks[0]: found an object with "type", expected exactly one of "json" (a value), "text" ' +
        '(lines) and "tabs" (several pieces)',
    ],
  },
  {
    name: 'code with both json and text',
    files: block('{ "type": "code", "json": 1, "text": "1" }'),
    problems: [
      'a.json:11:9  steps[0].blocks[0]: found an object with "type", "json" and "text", expected exactly one of "json" (a ' +
        'value), "text" (lines) and "tabs" (several pieces)',
    ],
  },
  {
    name: 'a tab to show that is not there',
    files: block('{ "type": "code", "tabs": [{ "name": "a.ts", "text": "1" }, "b.ts"], "show": "a.tx" }'),
    problems: ['a.json:11:86  steps[0].blocks[0].show: found "a.tx", expected the name of a tab. Did you mean "a.ts"?'],
  },
  {
    name: 'a shown tab without code, and a name used twice',
    files: block('{ "type": "code", "tabs": [{ "name": "a.ts", "text": "1" }, "a.ts", "b.ts"], "show": "b.ts" }'),
    problems: [
      'a.json:11:69  steps[0].blocks[0].tabs[1]: found "a.ts", expected each name of a tab once',
      'a.json:11:77  steps[0].blocks[0].tabs[2]: found "b.ts", expected code for the tab that is shown: exactly one of "json" (a value) ' +
        'and "text" (lines)',
    ],
  },
  {
    name: 'unknown languages of tabs, shown or not',
    files: block('{ "type": "code", "tabs": [{ "name": "a", "lang": "jss", "text": "1" }, { "name": "b", "lang": "tss" }] }'),
    problems: [
      expect.stringContaining('blocks[0].tabs[0].lang: found "jss"'),
      expect.stringContaining('blocks[0].tabs[1].lang: found "tss"'),
    ],
  },
  {
    name: 'a tab to show without tabs',
    files: block('{ "type": "code", "text": "1", "show": "a" }'),
    problems: [expect.stringContaining('blocks[0].show: found "a", expected "tabs" beside it')],
  },
  {
    name: 'an unknown programming language',
    files: block('{ "type": "code", "text": "1", "lang": "typscript" }'),
    problems: [
      'a.json:11:48  steps[0].blocks[0].lang: found "typscript", expected the name of a language shiki knows. Did you mean "typescript"?',
    ],
  },
  {
    name: 'a mark whose text is not in the code',
    files: block(
      '{ "type": "code", "text": ["ab", "cd"], "mark": [{ "text": "ab", "role": "error" }, { "text": "bc", "role": "error" }] }',
    ),
    problems: ['a.json:11:103  steps[0].blocks[0].mark[1].text: found "bc", expected words that stand in the code, on one line'],
  },

  // Steps with alternatives.
  {
    name: 'neither panel nor blocks',
    files: page(PAGE.slice(PAGE.indexOf(',\n      "panel"'), PAGE.indexOf('\n    }\n  ]')), ''),
    problems: ['b.json:7:5  steps[0]: found an object with "title" and "notes", expected either "panel" or "blocks"'],
  },
  {
    name: 'both panel and blocks',
    files: page('"panel"', '"blocks": [{ "type": "rule" }],\n      "panel"'),
    problems: [
      'b.json:7:5  steps[0]: found an object with "title", "notes", "blocks" and "panel", expected only one of "blocks" and "panel"',
    ],
  },
  {
    name: 'a mistyped panel',
    files: page('"panel"', '"pannel"'),
    problems: [
      'b.json:10:7  steps[0].pannel: found an unknown key, expected one of "title", "notes", "focus", "caption", "dwell", "keys", ' +
        '"optional", "cuts", "panel", "closing". Did you mean "panel"?',
    ],
  },
  {
    name: 'a problem inside the panel',
    files: page('"bad"', '"bda"'),
    problems: ['b.json:11:17  steps[0].panel.tone: found "bda", expected one of "bad", "good". Did you mean "bad"?'],
  },
  {
    name: 'a problem inside the panel of a step without a title',
    files: page(
      '"title": "One",\n      "notes": { "say": "Say.", "point": "Point." },\n      "panel": {\n        "tone": "bad"',
      '"notes": { "say": "Say.", "point": "" },\n      "panel": {\n        "tone": "bad"',
    ),
    problems: [
      'b.json:7:5  steps[0].title: found nothing, expected a text',
      'b.json:8:42  steps[0].notes.point: found "", expected some text',
    ],
  },
  {
    name: 'a problem inside the blocks of a comparison',
    files: page(PAGE.slice(PAGE.indexOf('"panel"'), PAGE.indexOf('\n    }\n  ]')), '"blocks": [{ "type": "rule", "pause": -1 }]'),
    problems: ['b.json:10:45  steps[0].blocks[0].pause: found -1, expected at least 0'],
  },
  {
    name: 'a mistyped type of panel content',
    files: page('"points"', '"point"'),
    problems: [
      'b.json:14:21  steps[0].panel.body[0].type: found "point", expected one of "points", "code", "image". Did you mean "points"?',
    ],
  },

  // All at once.
  {
    name: 'every problem of every file, in the order of the story',
    files: {
      'story.json': replace(replace(STORY, '["a.json"]', '["b.json", "c.json", "a.json"]'), '"id": "demo"', '"id": "Demo"'),
      'a.json': replace(SCENE, '"window": "Terminal"', '"window": 1'),
      'b.json': replace(PAGE, '"title": "B",', '"title": "B" '),
      'c.json': replace(replace(SCENE, '"id": "a"', '"id": "c"'), '"hello"', '"hello",'),
    },
    problems: [
      'story.json:2:9  id: found "Demo", expected an id of small letters, digits and hyphens that starts with a letter',
      'b.json:5:3  the file: found "window", expected a comma or a colon before it',
      'c.json:12:44  the file: found a trailing comma, expected none before a closing bracket',
      'a.json:5:13  window: found 1, expected a text',
    ],
  },
];

for (const { name, files, problems } of CASES) {
  test(name, async () => {
    expect(await problemsOf(await makeFolder(files))).toEqual(problems);
  });
}

/** The problems of a folder, as an author reads them. */
async function problemsOf(folder: string): Promise<string[]> {
  const error = await compileStory(folder).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return [];
  if (!(error instanceof StoryError)) throw error;
  expect(error.message.split('\n')).toHaveLength(error.problems.length + 1);
  return error.problems.map(({ file, line, column, message }) => `${path.relative(folder, file)}:${line}:${column}  ${message}`);
}
