import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { StoryError } from '../../src/compiler/story/problem';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import type { SplitScene } from '../../src/kinds/split/scene';

const folder = await mkdtemp(path.join(tmpdir(), 'understudy-split-'));
afterAll(() => rm(folder, { recursive: true }));

const noted = (title: string): object => ({ title, notes: { say: `Say ${title}.`, point: 'There.' } });
const printed = (title: string): object => ({ ...noted(title), blocks: [{ type: 'text', lines: [title] }] });
const FILES: Readonly<Record<string, object>> = {
  'cli.json': {
    kind: 'terminal',
    id: 'cli',
    title: 'CLI',
    window: 'zsh',
    steps: [printed('one'), { ...printed('two'), dwell: 9, caption: 'Two.' }],
  },
  'site.json': {
    kind: 'page',
    id: 'site',
    title: 'Site',
    parts: [{ type: 'text', id: 'text', text: 'old {{user}}' }],
    steps: [noted('old'), { ...noted('new'), set: { text: { text: 'new' } } }],
  },
  'over.json': { kind: 'page', id: 'over', title: 'Over', over: true, parts: [{ type: 'text', text: 'x' }], steps: [noted('x')] },
  'twin.json': { kind: 'terminal', id: 'cli', title: 'Twin', window: 'zsh', steps: [printed('one')] },
  'broken.json': { kind: 'terminal', id: 'broken', title: 'Broken', steps: [] },
};

/** Compiles a story whose only scene is split. Returns its problems, as file, line and message. */
async function problemsOf(panes: readonly string[], steps: readonly object[], extra: object = {}): Promise<readonly string[]> {
  return compileSplit(panes, steps, extra).then(
    () => [],
    (error: unknown) => (error as StoryError).problems.map(({ file, line, message }) => `${path.basename(file)}:${line} ${message}`),
  );
}

async function compileSplit(panes: readonly string[], steps: readonly object[], extra: object = {}, scenes = ['split.json']) {
  for (const [name, value] of Object.entries(FILES)) await writeFile(path.join(folder, name), JSON.stringify(value));
  const split = { kind: 'split', id: 'split', title: 'Split', panes: panes.map((scene) => ({ scene })), steps, ...extra };
  await writeFile(path.join(folder, 'split.json'), JSON.stringify(split));
  const index = { id: 'story', title: 'T', description: 'D', status: { topic: 't', hint: 'h', end: 'e' }, footer: [] };
  const variables = { user: { value: 'Ann', open: true } };
  await writeFile(path.join(folder, 'story.json'), JSON.stringify({ ...index, variables, scenes }));
  return compileStory(folder);
}

const PANES = ['cli.json', 'site.json'];
const ALL = [{}, { moves: 'cli' }, { moves: 'site' }];

test('takes titles, notes and times from the scene that moves, and lets a step have its own', async () => {
  const { story, files } = await compileSplit(PANES, [{}, { moves: ['site', 'cli'], title: 'Both' }]);
  const [scene] = story.scenes as [SplitScene];
  expect(scene.steps.map(({ title, notes, dwell }) => [title, notes.say, dwell])).toEqual([
    ['one', 'Say one.', undefined],
    ['Both', 'Say new.', undefined],
  ]);
  expect(scene.steps.map(({ at, moving }) => [at, moving])).toEqual([
    [
      [0, 0],
      [0, 1],
    ],
    [
      [1, 1],
      [1, 0],
    ],
  ]);
  expect(files.map((file) => path.basename(file))).toEqual(['story.json', 'split.json', 'cli.json', 'site.json']);
});

test('a step has the time that the step of the moving scene is planned for', async () => {
  const { story } = await compileSplit(PANES, ALL);
  expect(story.scenes[0]!.steps.map(({ dwell }) => dwell)).toEqual([undefined, 9, undefined]);
});

test('a step has the caption of the step that moves, unless it has its own', async () => {
  const { story } = await compileSplit(PANES, [{ caption: 'Both.' }, ...ALL.slice(1)]);
  expect(story.scenes[0]!.steps.map(({ caption }) => caption)).toEqual(['Both.', 'Two.', undefined]);
});

test('keeps open variables in panes for the page', async () => {
  const { story } = await compileSplit(PANES, ALL);
  expect(JSON.stringify(story.scenes)).toContain('old {{user}}');
});

test('a scene may also have the stage alone', async () => {
  const { story } = await compileSplit(PANES, ALL, {}, ['cli.json', 'split.json']);
  expect(createTimeline(story, describeStep).stops.map(({ surface }) => surface)).toEqual([
    'terminal',
    'terminal',
    'panes',
    'panes',
    'panes',
  ]);
});

test.each<[what: string, panes: readonly string[], steps: readonly object[], expected: readonly string[]]>([
  ['a scene that is not there', ['cli.json', 'sites.json'], ALL, ['split.json:1 panes[1].scene', '"sites.json"', '"site.json"']],
  ['a mistake in the file of a pane', ['broken.json', 'site.json'], ALL, ['broken.json:1 window']],
  ['two scenes with one id', ['cli.json', 'twin.json'], [{}], ['panes[1].scene', 'whose id is "cli"', 'another id than that of cli.json']],
  ['a scene that is split itself', ['cli.json', 'split.json'], ALL, ['split.json:1 panes[0].scene', 'this one is in a pane itself']],
  ['a scene that opens over others', ['cli.json', 'over.json'], [{}, { moves: 'cli' }], ['over.json:1 over', 'stays in its pane']],
  ['movement at the first stop', PANES, [{ moves: 'cli' }, ...ALL.slice(1)], ['steps[0].moves', 'the first stop shows the first step']],
  ['a step that moves nothing', PANES, [...ALL, {}], ['steps[3]', 'moves nothing', '"moves": "cli" or "site"']],
  ['an unknown scene', PANES, [{}, { moves: 'clii' }, { moves: 'cli' }, { moves: 'site' }], ['steps[1].moves', '"clii"', '"cli"']],
  ['a scene that has ended', PANES, [...ALL, { moves: 'cli' }], ['steps[3].moves', '"cli", which has only 2 steps']],
  ['a scene twice', PANES, [{}, { moves: ['cli', 'cli'] }, { moves: 'site' }], ['steps[1].moves[1]', 'a second time']],
  ['steps that are never shown', PANES, ALL.slice(0, 2), ['steps', 'only 1 stop of "site", which has 2 steps']],
  ['one pane', ['cli.json'], [{}, { moves: 'cli' }], ['panes', '2']],
])('reports %s', async (_, panes, steps, expected) => {
  const problems = await problemsOf(panes, steps);
  expect(problems.length).toBeGreaterThan(0);
  for (const words of expected) expect(problems.join('\n')).toContain(words);
});

test('the first scene cannot open over another', async () => {
  expect(await problemsOf(PANES, ALL, { over: true })).toEqual([
    expect.stringContaining('over: found true, expected false or nothing: this is the first scene'),
  ]);
});
