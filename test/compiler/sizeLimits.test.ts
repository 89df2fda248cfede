import path from 'node:path';
import { expect, test } from 'vitest';
import { runChecks } from '../../src/check/report';
import { createCheckInput } from '../../src/check/checkInput';
import { compileStory } from '../../src/compiler/compileStory';
import { StoryError } from '../../src/compiler/story/problem';
import { terminalLayoutAt, outputAt } from '../../src/core/terminal/terminalLayout';
import { printsToTerminal, createTimeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { formatXml } from '../../src/wire/explore/formatXml';
import { describeStep } from '../../src/kinds/registry';
import { makeFolder, SCENE, STORY } from '../support/folder';

type Files = Readonly<Record<string, string>>;

/** The scene with this block, as JSON. */
const block = (text: string): Files => ({ 'story.json': STORY, 'a.json': SCENE.replace('{ "type": "rule" }', () => text) });
const list = (count: number, item: unknown): string => JSON.stringify(Array.from({ length: count }, () => item));
const variables = (values: Readonly<Record<string, string>>, open = false): Files => ({
  'story.json': STORY.replace(
    '"footer"',
    () =>
      `"variables": ${JSON.stringify(
        Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, open }])),
      )},\n  "footer"`,
  ),
  'a.json': SCENE.replace('hello', '{{v0}}'),
});
const MARK = { text: 'ab', role: 'error' };

/** Stories within the limits, by what they have much of. */
const LONG: Readonly<Record<string, Files>> = {
  '20,000 marked words in a line': block(JSON.stringify({ type: 'code', lang: 'js', text: 'ab '.repeat(20_000), mark: [MARK] })),
  '20,000 marks': block(JSON.stringify({ type: 'code', lang: 'js', text: 'ab ab', mark: Array.from({ length: 20_000 }, () => MARK) })),
  'a word of 100,000 characters': block(`{ "type": "text", "lines": ["${'a'.repeat(100_000)}"] }`),
  'code of 100,000 characters in a line': block(`{ "type": "code", "lang": "ts", "text": "${'a(b);'.repeat(20_000)}" }`),
  'a table of 20,000 rows': block(`{ "type": "table", "rows": ${list(20_000, ['a'])} }`),
  'a box of 20,000 lines': block(`{ "type": "box", "lines": ${list(20_000, 'a')} }`),
  'a list 90 levels deep': block(`{ "type": "code", "json": ${'['.repeat(90)}${']'.repeat(90)} }`),
  '1,500 open variables in a chain': variables(
    Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`v${at}`, at < 1499 ? `{{v${at + 1}}}` : 'end'])),
    true,
  ),
  '1,500 variables in a chain': variables(
    Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`v${at}`, at < 1499 ? `{{v${at + 1}}}` : 'end'])),
  ),
};

test.each(Object.keys(LONG))('compiles, lays out and checks a story with %s', async (name) => {
  const compiled = await compileStory(await makeFolder(LONG[name]!));
  const timeline = createTimeline(fillStory(compiled.story), describeStep);
  const stops = timeline.stops.filter(printsToTerminal);
  for (const stop of stops) expect(outputAt(terminalLayoutAt(timeline, stop, 48), Infinity)).not.toBe('');
  expect(runChecks(createCheckInput(compiled, { skipped: '' })).every(({ line }) => line > 0)).toBe(true);
});

/** Stories beyond a limit, and their one problem. */
const TOO_LONG: readonly (readonly [name: string, files: Files, problem: string])[] = [
  [
    'a list of 20,001 items',
    block(`{ "type": "box", "lines": ${list(20_001, 'a')} }`),
    'a.json:11:35  the file: found 20,001 items in one list, expected at most 20,000',
  ],
  [
    '130,000 rows',
    block(`{ "type": "table", "rows": ${list(130_000, ['a'])} }`),
    'a.json:11:36  the file: found 130,000 items in one list, expected at most 20,000',
  ],
  [
    'a text of 100,001 characters',
    block(`{ "type": "text", "lines": ["${'a'.repeat(100_001)}"] }`),
    'a.json:11:37  the file: found 100,001 characters in one text, expected at most 100,000',
  ],
  [
    '2,001 keys',
    block(JSON.stringify({ type: 'code', json: Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`k${at}`, 1])) })),
    'a.json:11:31  the file: found 2,001 keys in one object, expected at most 2,000',
  ],
  [
    'lists 50,000 levels deep',
    block(`{ "type": "code", "json": ${'['.repeat(50_000)}${']'.repeat(50_000)} }`),
    'a.json:11:130  the file: found a bracket inside 100 others, expected at most 100 levels of lists and objects',
  ],
  [
    'objects never closed',
    block('{"a":'.repeat(50_000)),
    'a.json:11:489  the file: found a bracket inside 100 others, expected at most 100 levels of lists and objects',
  ],
];

test.each(TOO_LONG)('reports one problem with its position for %s', async (_, files, problem) => {
  expect(await problemsOf(files)).toEqual([problem]);
});

test.each([false, true])(
  'rejects values that double with each variable (open: %s); ignores brackets in texts and comments',
  async (open) => {
    const doubling = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`v${at}`, `{{v${at + 1}}}{{v${at + 1}}}`]));
    const [first] = await problemsOf(variables({ ...doubling, v40: 'ha' }, open));
    expect(first).toMatch(
      /^story\.json:6:\d+ {2}variables\.v0\.value: found [\d,]+ characters, with the variables in it filled in, expected at most 2,000$/u,
    );
    const [comment, ...others] = await problemsOf(block(`/* ${'['.repeat(200)} */ { "type": "text", "lines": ["${'{\\"'.repeat(200)}"] }`));
    expect([comment, others]).toEqual([expect.stringContaining('found a comment'), []]);
  },
);

test('lists the first hundred problems only', async () => {
  const error = await compileStory(await makeFolder(block(Array.from({ length: 5000 }, () => '{ "type": "rul" }').join(',')))).catch(
    (reason: unknown) => reason,
  );
  const lines = String((error as Error).message).split('\n');
  expect([lines[0], lines.length, lines.at(-1)]).toEqual(['The story has 5000 problems:', 102, '… and 4,900 more']);
});

test('formats XML of any depth', () => {
  expect(formatXml('<a>'.repeat(20_000)).length).toBeLessThan(20_000 * 210);
});

async function problemsOf(files: Files): Promise<readonly string[]> {
  const error = await compileStory(await makeFolder(files)).catch((reason: unknown) => reason);
  if (!(error instanceof StoryError)) throw new Error('The story has no problems.');
  return error.problems.map(({ file, line, column, message }) => `${path.basename(file)}:${line}:${column}  ${message}`);
}
