import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { createStory } from '../../src/cli/commands/new';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder } from '../support/folder';

const log = vi.spyOn(console, 'log').mockReturnValue();

test('a new story compiles under its own name, with its schemas in its folder', async () => {
  const folder = path.join(await makeFolder({}), 'my-talk');
  await createStory(folder);
  expect(String(log.mock.lastCall)).toMatch(/npm run dev -- .*my-talk/u);
  const { story } = await compileStory(folder);
  expect(story.id).toBe('my-talk');
  for (const name of ['story.json', 'terminal.json', 'comparison.json']) {
    const { $schema } = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as { $schema: string };
    expect($schema).toMatch(/^\.\/\.understudy\//u);
    expect(JSON.parse(await readFile(path.join(folder, $schema), 'utf8')), name).toHaveProperty('title');
  }
});

test('a new story is a project of its own', async () => {
  const folder = path.join(await makeFolder({}), 'deep/my-talk');
  await createStory(folder);
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({ name: 'my-talk', private: true, scripts: { dev: 'understudy dev' } });
  expect(Object.keys((manifest as { dependencies: object }).dependencies)).toEqual(['understudy-demo']);
  expect(await readFile(path.join(folder, '.gitignore'), 'utf8')).toContain('node_modules');
  expect((await readFile(path.join(folder, 'README.md'), 'utf8')).split('\n').length).toBeLessThan(15);
  expect(await readFile(path.join(folder, '.github/workflows/pages.yml'), 'utf8')).toContain('deploy-pages');
  expect(await readdir(path.dirname(folder))).toEqual(['my-talk']);
});

test('a new story has the digest for coding agents', async () => {
  const folder = path.join(await makeFolder({}), 'my-talk');
  await createStory(folder);
  expect(await readFile(path.join(folder, 'AGENTS.md'), 'utf8')).toBe(await readFile('docs/digest.md', 'utf8'));
});

test.each(['Bad Name', '1st', '日本', '.', '-x'])('refuses the name %j and writes nothing', async (name) => {
  const parent = await makeFolder({});
  await mkdir(path.join(parent, 'inside'));
  await expect(createStory(path.join(parent, 'inside', name))).rejects.toThrow(/cannot be the folder’s name|is there already/u);
  expect(await readdir(path.join(parent, 'inside'))).toEqual([]);
});

test('never writes into a folder that exists', async () => {
  const folder = path.join(await makeFolder({ 'talk/story.json': 'mine' }), 'talk');
  await expect(createStory(`${folder}/`)).rejects.toThrow('is there already');
  expect(await readFile(path.join(folder, 'story.json'), 'utf8')).toBe('mine');
});
