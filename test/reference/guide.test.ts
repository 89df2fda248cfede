import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe as group, expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { headingAnchor } from '../../src/reference/markdown';
import { StoryError } from '../../src/compiler/story/problem';
import { kindSchemas } from '../support/kindSchemas';
import { makeFolder, SCENE, STORY } from '../support/folder';

/**
 * Tests the JSON blocks of docs/authoring.md. The text after "json" says what a block is:
 * - `my-talk/terminal.json`, `my-talk/terminal.json /steps/1`: a file of examples/hello, or the part of it at a path
 * - `wire`: a wire file of a story with the scene it names
 * - `block`, `step`, `scene`: one of these; `story`, `sso`: fields of a story, or of a scene of that kind
 * - `wrong my-talk/terminal.json:12`: a line with a mistake; the text that follows is the message
 */
/** The files that the kinds' examples refer to. */
const EXAMPLE_FOLDERS = ['image', 'snapshot', 'split'].map((kind) => `src/kinds/${kind}/example`);

const guide = await readFile('docs/authoring.md', 'utf8');
const snippets = [...guide.matchAll(/^```json(.*)\n([\s\S]*?)\n```$/gmu)].map(([, label = '', text = '']) => ({
  label: label.trim(),
  text,
}));
const isBuilt = ({ label }: { label: string }) => label.startsWith('my-talk/');
const isWrong = ({ label }: { label: string }) => label.startsWith('wrong ');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const parse = (text: string) => JSON.parse(text) as Json;

/** Returns `root` with `value` at `pointer`, replacing a value or appending to a list. */
function put(root: Json, pointer: string, value: Json): Json {
  const [, key, ...rest] = pointer.split('/');
  if (key === undefined) return value;
  const copy = structuredClone(root) as Record<string, Json>;
  copy[key] = put(copy[key] ?? null, rest.map((each) => `/${each}`).join(''), value);
  return copy as Json;
}

/** A file without `$schema` and `id`, which depend on its folder and name. */
function withoutPlace(file: Json): Json {
  const { $schema: _schema, id: _id, ...rest } = file as { [key: string]: Json };
  return rest;
}

/** The files of the guide's story after the first `count` snippets. */
async function build(count = snippets.length): Promise<string> {
  const folder = path.join(await makeFolder({}), 'my-talk');
  await mkdir(folder);
  for (const { label, text } of snippets.slice(0, count).filter(isBuilt)) {
    const [name = '', pointer = ''] = label.split(' ');
    const file = path.join(path.dirname(folder), name);
    const old = existsSync(file) ? parse(await readFile(file, 'utf8')) : null;
    await writeFile(file, JSON.stringify(put(old, pointer, parse(text))));
  }
  return folder;
}

test('every JSON block is labelled', () => {
  expect(snippets.length).toBeGreaterThan(15);
  const known = ['block', 'step', 'scene', 'story', 'wire', ...kindSchemas.keys()];
  expect(snippets.filter((each) => !isBuilt(each) && !isWrong(each) && !known.includes(each.label)).map(({ label }) => label)).toEqual([]);
});

group('the story built step by step', () => {
  const steps = snippets.flatMap((snippet, index) => (isBuilt(snippet) ? [index] : []));

  // Not after the first: the story lists a scene that the second snippet adds.
  test.each(steps.slice(1))('plays after snippet %i', async (index) => {
    const { story } = await compileStory(await build(index + 1));
    expect(story.scenes.length).toBeGreaterThan(0);
  });

  test('ends as examples/hello, which npm run new copies', async () => {
    const folder = await build();
    expect((await readdir(folder)).toSorted()).toEqual((await readdir('examples/hello')).toSorted());
    for (const name of await readdir(folder)) {
      const [built, shipped] = await Promise.all(
        [folder, 'examples/hello'].map(async (each) => parse(await readFile(path.join(each, name), 'utf8'))),
      );
      expect(withoutPlace(built!), name).toEqual(withoutPlace(shipped!));
    }
  });
});

group('the recipes', () => {
  const recipes = snippets.filter((each) => !isBuilt(each) && !isWrong(each));
  const base = { kind: 'terminal', id: 'a', title: 'A', window: 'W' };
  const notes = { say: 'Say.', point: 'Point.' };

  /** Output at the start and after each time at which the guide splits a recording. */
  const CAST = ['{"version":2,"width":80,"height":24}', '[1,"o","one"]', '[15,"o","two"]', '[40,"o","three"]'].join('\n');

  const EXAMPLE_FILES = Object.fromEntries(
    EXAMPLE_FOLDERS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
    ),
  );

  const toScene = (label: string, value: Json): unknown => {
    if (label === 'scene') return value;
    if (label === 'step') return { ...base, steps: [value] };
    if (label === 'block') return { ...base, steps: [{ title: 'One', notes, blocks: [value] }] };
    if (label === 'story') return parse(SCENE);
    if (label === 'wire')
      return {
        ...base,
        id: /"at":"([a-z-]+)\/0"/u.exec(JSON.stringify(value))?.[1],
        steps: [{ title: 'One', notes, blocks: [{ type: 'rule' }] }],
      };
    if (label === 'recording') return { kind: 'recording', id: 'a', title: 'A', window: 'W', ...(value as object) };
    return { ...(kindSchemas.get(label)?.meta()?.examples?.[0] as object), ...(value as object) };
  };

  test.each(recipes.map(({ label, text }, index) => [index, label, text] as const))('recipe %i plays: %s', async (_, label, text) => {
    const value = parse(text);
    // A scene that opens over another one needs one before it.
    const isOver = (value as { over?: boolean }).over === true;
    const story = {
      ...(parse(STORY) as object),
      ...(isOver && { scenes: ['before.json', 'a.json'] }),
      ...(label === 'story' ? (value as object) : {}),
      ...(label === 'wire' && { wire: 'wire.json' }),
    };
    const folder = await makeFolder({
      'story.json': JSON.stringify(story),
      'before.json': JSON.stringify({ ...base, id: 'before', steps: [{ title: 'One', notes, blocks: [{ type: 'rule' }] }] }),
      'a.json': JSON.stringify(toScene(label, value)),
      'demo.cast': CAST,
      ...EXAMPLE_FILES,
      'wire.json': label === 'wire' ? text : '',
    });
    const compiled = await compileStory(folder);
    expect(compiled.story.scenes).toHaveLength(isOver ? 2 : 1);
    expect(compiled.wire !== undefined).toBe(label === 'wire');
  });
});

test('the mistake in the guide causes the message in the guide', async () => {
  const [, file = '', line = '', wrong = '', message = ''] =
    /^```json wrong my-talk\/(\S+):(\d+)\n(.*)\n```[\s\S]*?^```text\n(.*)\n```$/mu.exec(guide) ?? [];
  const names = await readdir('examples/hello');
  const files = await Promise.all(names.map(async (name) => [name, await readFile(path.join('examples/hello', name), 'utf8')] as const));
  const spoil = (text: string) =>
    text
      .split('\n')
      .with(Number(line) - 1, wrong)
      .join('\n');
  const folder = await makeFolder(Object.fromEntries(files.map(([name, text]) => [name, name === file ? spoil(text) : text])));
  const error = await compileStory(folder).catch((reason: unknown) => reason);
  if (!(error instanceof StoryError)) throw new Error('The mistake passes.');
  expect(error.message.replaceAll(folder, 'my-talk')).toBe(`The story has 1 problem:\n${message}`);
});

test('every link has a target', async () => {
  const targets = [...guide.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = '']) => target)
    .filter((target) => !target.startsWith('https://'));
  expect(targets.length).toBeGreaterThan(10);
  for (const target of targets) {
    const [file, heading] = target.split('#');
    const page = file ? path.join('docs', file) : 'docs/authoring.md';
    expect(existsSync(page), target).toBe(true);
    if (heading === undefined) continue;
    const headings = [...(await readFile(page, 'utf8')).matchAll(/^#+ (.+)$/gmu)].map(([, words]) => headingAnchor(words ?? ''));
    expect(headings, target).toContain(heading);
  }
});
