import { expect, test } from 'vitest';
import { linksRule } from '../../src/check/rules/links';
import { notesRule } from '../../src/check/rules/notes';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder } from '../support/folder';
import { found, storyOf } from './runRule';

test.each([
  ['stops with names and words of their own', [{}, {}], []],
  [
    'a blank note',
    [{ notes: { say: ' ', point: '\n' } }],
    ['warning a.json:10:12  steps[0].notes.say: the note is blank', 'warning a.json:11:14  steps[0].notes.point: the note is blank'],
  ],
  [
    'the same words twice',
    [{}, { notes: { say: 'Say 0. ', point: 'There.' } }],
    ['warning a.json:25:12  steps[1].notes.say: the same words as at a.json:7;'],
  ],
  ['two blank notes: blank, not the same', [{ notes: { say: ' ', point: 'x' } }, { notes: { say: ' ', point: 'x' } }], ['blank', 'blank']],
  [
    'the same title twice',
    [{ title: 'Call' }, { title: 'Call' }],
    ['warning a.json:23:13  steps[1].title: “Call” is the title of a.json:7 as well'],
  ],
  ['a time for some', [{ dwell: 5 }, {}], ['warning a.json:23:3  steps[1]: has no "dwell", though others have one']],
  [
    'a time for one of three: told once',
    [{}, { dwell: 5 }, {}],
    ['warning a.json:7:3  steps[0]: has no "dwell", nor has 1 stop after it, though'],
  ],
  ['a caption for some', [{}, { caption: 'A token.' }], ['warning a.json:7:3  steps[0]: has no "caption", though others have one']],
  ['a time for all', [{ dwell: 5 }, { dwell: 6 }], []],
])('notes: %s', async (_, steps, findings) => {
  expect(await found(notesRule, storyOf({ steps }))).toEqual(findings.map((words) => expect.stringContaining(words)));
});

test('notes: reports a recording’s stops without notes', async () => {
  const cast = '{"version":2,"width":40,"height":10}\n[0.5,"o","one"]\n[1,"m","next"]\n[1.5,"o","two"]\n';
  const recording = {
    kind: 'recording',
    id: 'r',
    title: 'R',
    window: 'W',
    file: 'r.cast',
    steps: [{ title: 'One', notes: { say: 'One.', point: 'It.' } }, {}],
  };
  const files = { ...storyOf({ scenes: [recording] }), 'r.cast': cast };
  expect(await found(notesRule, files)).toEqual([expect.stringMatching(/^warning r\.json:\d+:\d+  steps\[1\]: has no "notes"/u)]);
});

const link = (href: string) => storyOf({ story: { footer: [{ text: 'x', href }] } });

test.each([
  ['https', link('https://example.com/a?b#c'), []],
  ['mail', link('mailto:dev@example.com'), []],
  ['http', link('http://example.com'), ['warning story.json:13:12  footer[0].href: “http://example.com” is not encrypted']],
  ['no host', link('https://?a'), ['error story.json:13:12  footer[0].href: “https://?a” is no address a browser can open']],
  ['a host without a dot', link('https://example/'), ['is no address a browser can open']],
  ['a port that cannot be', link('https://example.com:99999'), ['is no address a browser can open']],
  [
    'this computer',
    link('http://localhost:9876/x'),
    ['warning story.json:13:12  footer[0].href: “http://localhost:9876/x” leads to the computer of whoever clicks'],
  ],
  [
    'a variable in it',
    storyOf({ story: { footer: [{ text: 'x', href: 'https://{{host}}/' }], variables: { host: { value: 'example' } } } }),
    ['“https://example/” is no address'],
  ],
  [
    'a schema that is not there',
    storyOf({ story: { $schema: './nowhere.json' } }),
    ['warning story.json:14:13  $schema: “./nowhere.json” is no file'],
  ],
  ['a schema on the web', storyOf({ story: { $schema: 'https://example.com/story.schema.json' } }), []],
  [
    'stops in notes',
    storyOf({
      steps: [{ notes: { say: 'Back to #/a or #/a/0, then #/a/1.', point: '#/components/schemas/X, http://x.example/#/other' } }, {}],
    }),
    [],
  ],
  [
    'no such stop in notes',
    storyOf({ steps: [{ notes: { say: 'Jump to #/a/7.', point: 'x' } }] }),
    ['warning a.json:10:12  steps[0].notes.say: there is no stop #/a/7'],
  ],
])('links: %s', async (_, files, findings) => {
  expect(await found(linksRule, files)).toEqual(findings.map((words) => expect.stringContaining(words)));
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  ' https://example.com',
  '//example.com',
  './page.html',
  '#/a',
])('a link to %s never passes the build', async (href) => {
  await expect(compileStory(await makeFolder(link(href)))).rejects.toThrow('an address that starts with https://');
});
