import path from 'node:path';
import { expect, test } from 'vitest';
import { preloadTags } from '../../src/vite/assets';
import { compileProject } from '../../src/config/compileProject';
import { loadConfig } from '../../src/config/loadConfig';
import { loadExtensions } from '../../src/config/loadExtensions';
import { makeFolder, SCENE, STORY } from '../support/folder';

const STORY_FILES = { 'story.json': STORY, 'a.json': SCENE };

test('loads an empty configuration if there is no file', async () => {
  expect(await loadConfig(await makeFolder(STORY_FILES))).toEqual({ config: {}, files: [] });
});

test.each([
  ['understudy.config.ts', `const base: string = '/talks/';\nexport default { base, outDir: 'out' };`],
  ['understudy.config.js', `export default { base: '/talks/', outDir: 'out' };`],
  ['understudy.config.json', `{ "base": "/talks/", "outDir": "out" }`],
])('loads %s', async (name, text) => {
  const folder = await makeFolder({ ...STORY_FILES, [name]: text });
  const { config, files } = await loadConfig(folder);
  expect(config).toEqual({ base: '/talks/', outDir: 'out' });
  expect(files).toContain(path.join(folder, name));
});

test('resolves defineConfig without an installed package', async () => {
  const text = `import { defineConfig } from 'understudy-demo';\nexport default defineConfig({ siteUrl: 'https://example.com/' });`;
  expect((await loadConfig(await makeFolder({ 'understudy.config.ts': text }))).config).toEqual({ siteUrl: 'https://example.com/' });
});

test.each([
  [
    'understudy.config.ts',
    `export default { kind: [] };`,
    /understudy\.config\.ts:1:1 {2}kind: found an unknown key.*Did you mean "kinds"\?/u,
  ],
  ['understudy.config.ts', `export default { base: 'talks' };`, /base: found "talks", expected a path that starts with a slash/u],
  ['understudy.config.ts', `export default { siteUrl: 'example.com' };`, /siteUrl: found "example\.com", expected a whole address/u],
  ['understudy.config.ts', `export default { vite: 1 };`, /vite: found 1, expected an object with options of Vite/u],
  ['understudy.config.ts', `export const config = {};`, /the default export: found nothing/u],
  [
    'understudy.config.ts',
    `export default {\n  base: ;\n};`,
    /^\S*understudy\.config\.ts cannot be loaded: \S*understudy\.config\.ts:2:9 {2}Unexpected token$/u,
  ],
  ['understudy.config.ts', `import './nope';\nexport default {};`, /understudy\.config\.ts imports "\.\/nope", which is not there\.$/u],
  [
    'understudy.config.ts',
    `import 'no-such-package';\nexport default {};`,
    /understudy\.config\.ts imports "no-such-package", which is not there\.$/u,
  ],
  ['understudy.config.ts', `throw new Error('No network.');`, /understudy\.config\.ts cannot be loaded: No network\./u],
  [
    'understudy.config.json',
    `{\n  "outDri": "out"\n}`,
    /understudy\.config\.json:2:3 {2}outDri: found an unknown key.*Did you mean "outDir"\?/u,
  ],
  ['understudy.config.json', `{ "base": "/" `, /understudy\.config\.json:1:\d+/u],
])('reports the field of a mistake in %s: %s', async (name, text, message) => {
  await expect(loadConfig(await makeFolder({ [name]: text }))).rejects.toThrow(message);
});

test('rejects a second configuration', async () => {
  const folder = await makeFolder({ 'understudy.config.ts': 'export default {};', 'understudy.config.json': '{}' });
  await expect(loadConfig(folder)).rejects.toThrow('understudy.config.ts and understudy.config.json. Keep one of them.');
});

const KIND = `import { defineKind, sceneFields, stepFields } from 'understudy-demo';
import { z } from 'zod';
export default defineKind({
  name: 'plain',
  schema: z.strictObject({ ...sceneFields, kind: z.literal('plain'), text: z.string(), steps: z.array(z.strictObject(stepFields)) }),
  describe: (scene) => ({ surface: 'terminal', window: 'W', blocks: [], textLines: [scene.text] }),
  compile: async (scene, { report }) => {
    if (scene.text === 'bad') report({ path: ['text'], found: '"bad"', expected: 'something good' });
    if (scene.text === 'throw') throw new Error('No luck.');
    return { ...scene, text: scene.text.toUpperCase() };
  },
});`;

/** A story with a scene of its own kind in the repository's temporary folder, where zod is found. */
async function ownKind(text: string, kind = KIND, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const scene = { kind: 'plain', id: 'a', title: 'A', text, steps: [{ title: 'T', notes: { say: 's', point: 'p' } }] };
  const files = { 'story.json': STORY, 'a.json': JSON.stringify(scene), 'kind.ts': kind, ...more };
  return makeFolder({ 'understudy.config.json': '{ "kinds": ["./kind.ts"] }', ...files }, 'test-results');
}

test('validates and compiles with a kind of a local file, and loads it in the page', async () => {
  const folder = await ownKind('good');
  const { story, kindModules, files } = await compileProject(folder);
  expect(story.scenes[0]).toMatchObject({ kind: 'plain', text: 'GOOD' });
  expect(kindModules).toEqual(['./kind.ts']);
  expect(files).toContain(path.join(folder, 'kind.ts'));
});

test.each([
  ['bad', /a\.json:1:\d+ {2}text: found "bad", expected something good/u],
  ['throw', /The kind "plain" could not compile a\.json: No luck\./u],
])('adds the position to what a kind reports and the kind’s name to what it throws: %s', async (text, message) => {
  await expect(ownKind(text).then(compileProject)).rejects.toThrow(message);
});

test.each([
  [
    'export default { name: "plain" };',
    /default export of "\.\/kind\.ts" is not a kind for this version of Understudy: "schema" must be a schema of zod 4/u,
  ],
  ['export const a = 1;', /it is no object; export the result of defineKind\(\)/u],
  [KIND.replace("'plain',", "'terminal',"), /The kinds of Understudy itself and of "\.\/kind\.ts" are both called "terminal"/u],
  [KIND.replace('describe:', 'decsribe:'), /"describe" must be a function/u],
  [
    KIND.replace('describe: (scene) =>', 'describe: () => { throw new Error("No words."); }, View: (scene) =>'),
    /^The kind "plain" could not describe step 1 of \S*a\.json: No words\.$/u,
  ],
  [KIND.replace("surface: 'terminal'", "surface: 'wall'"), /could not describe step 1 of \S*a\.json: "surface" must be one of terminal/u],
  [
    KIND.replace("surface: 'terminal'", "surface: 'board'"),
    /^The kind "plain" has no View, and step 1 of \S*a\.json is shown in a board\.$/u,
  ],
  [
    KIND.replace("surface: 'terminal'", "surface: 'board'").replace('compile:', 'View: () => { throw new Error("No paint."); }, compile:'),
    /^The view of the kind "plain" failed at step 1 of \S*a\.json \(stop #\/a\/0\): No paint\.$/u,
  ],
  [
    KIND.replace('z.string()', 'z.string().refine(() => { throw new Error("No rules."); })'),
    /^The kind "plain" could not validate a\.json: No rules\.$/u,
  ],
  [`${KIND}\nconst = 1;`, /^The kind "\.\/kind\.ts" cannot be loaded: \S*kind\.ts:13:7 {2}\S.*$/u],
  ['throw new Error("Broken.");', /The kind "\.\/kind\.ts" cannot be loaded: Broken\./u],
])('reports an invalid kind in one sentence: %s', async (kind, message) => {
  await expect(ownKind('good', kind).then(compileProject)).rejects.toThrow(message);
});

test('reports a missing package with the command that installs it', async () => {
  const folder = await ownKind('good', KIND, { 'understudy.config.json': '{ "kinds": ["understudy-kind-map"] }' });
  await expect(compileProject(folder)).rejects.toThrow(
    'The kind "understudy-kind-map" cannot be loaded: It is not there. Install it: npm install understudy-kind-map',
  );
});

test('rejects two kinds with the same name', async () => {
  const folder = await ownKind('good', KIND, { 'other.ts': KIND, 'understudy.config.json': '{ "kinds": ["./kind.ts", "./other.ts"] }' });
  await expect(compileProject(folder)).rejects.toThrow('The kinds of "./kind.ts" and of "./other.ts" are both called "plain". Rename one.');
});

const BLOCK = `import { blockFields, defineBlock } from 'understudy-demo';
import { z } from 'zod';
export default defineBlock({
  type: 'count',
  schema: z.strictObject({ ...blockFields, type: z.literal('count'), to: z.number() }),
  expand: ({ to }) => {
    if (to === 7) throw new Error('No sevens.');
    return to === 8 ? [{ type: 'txet' }] : Array.from({ length: to }, (_, index) => ({ type: 'text', lines: [String(index + 1)] }));
  },
});`;

/** A story whose second block is an own one, and whose third is a built-in one. */
async function ownBlock(own: string, last = '{ "type": "text", "lines": ["end"] }', block = BLOCK): Promise<string> {
  const scene = SCENE.replace('{ "type": "text", "lines": ["hello"] }', `${own},\n        ${last}`);
  const files = { 'story.json': STORY, 'a.json': scene, 'block.ts': block };
  return makeFolder({ 'understudy.config.json': '{ "blocks": ["./block.ts"] }', ...files }, 'test-results');
}

test('expands a block of a local file to built-in blocks', async () => {
  const { story } = await compileProject(await ownBlock('{ "type": "count", "to": 2 }'));
  expect(story.scenes[0]!.steps[0]).toMatchObject({ blocks: [{ type: 'rule' }, { lines: ['1'] }, { lines: ['2'] }, { lines: ['end'] }] });
});

test.each([
  ['{ "type": "count", "too": 2 }', undefined, /a\.json:12:28 {2}steps\[0\]\.blocks\[1\]\.too: found an unknown key.*Did you mean "to"\?/u],
  ['{ "type": "count", "to": "2" }', undefined, /a\.json:12:34 {2}steps\[0\]\.blocks\[1\]\.to: found "2"/u],
  ['{ "type": "count", "to": 3 }', '{ "type": "txt" }', /a\.json:13:19 {2}steps\[0\]\.blocks\[2\]\.type: found "txt"/u],
  ['{ "type": "count", "to": 7 }', undefined, /The block "count" failed \(a\.json, steps\[0\]\.blocks\[1\]\): No sevens\./u],
  [
    '{ "type": "count", "to": 8 }',
    undefined,
    /The block "count" failed .*: it stands for blocks that are not valid: \[0\]\.type: found "txet"/u,
  ],
])('reports the position of a mistake in or after a custom block: %s', async (own, last, message) => {
  await expect(ownBlock(own, last).then(compileProject)).rejects.toThrow(message);
});

test.each([
  [BLOCK.replace("'count',", "'text',"), 'The blocks of Understudy itself and of "./block.ts" are both called "text". Rename one.'],
  [BLOCK.replace('expand:', 'exapnd:'), 'is not a block for this version of Understudy: "expand" must be a function'],
])('reports an invalid block in one sentence: %#', async (block, message) => {
  await expect(ownBlock('{ "type": "rule" }', undefined, block).then(compileProject)).rejects.toThrow(message);
});

test('reports a kind that is listed twice once', async () => {
  const folder = await ownKind('good', KIND, { 'understudy.config.json': '{ "kinds": ["./kind.ts", "./kind.ts"] }' });
  await expect(compileProject(folder)).rejects.toThrow('The configuration lists "./kind.ts" twice in "kinds". Remove one of them.');
});

test.each(['#', '?'])('scripts in a folder with %s in its name are refused, JSON is read', async (character) => {
  const folder = await makeFolder({
    [`a${character}b/understudy.config.ts`]: 'export default {};',
    [`j${character}/understudy.config.json`]: '{ "kinds": ["./a.ts"] }',
  });
  await expect(loadConfig(path.join(folder, `a${character}b`))).rejects.toThrow(
    `understudy.config.ts cannot be loaded from a path with "${character}" in it`,
  );
  const { config } = await loadConfig(path.join(folder, `j${character}`));
  await expect(loadExtensions(config, path.join(folder, `j${character}`))).rejects.toThrow('./a.ts cannot be loaded from a path with');
});

test.each([
  ['examples/slides', false],
  ['examples/hello', true],
  ['examples/recording', true],
])('%s loads the terminal: %s', async (story, usesTerminal) => {
  const project = await compileProject(story);
  expect(project.usesTerminal).toBe(usesTerminal);
  const terminal = { type: 'chunk', fileName: 'assets/terminal-1.js', moduleIds: ['/src/terminal/xterm.ts'], imports: [], isEntry: false };
  const tags = preloadTags({ [terminal.fileName]: terminal } as never, [], project.usesTerminal);
  expect(tags.map(({ attrs }) => attrs?.['href'])).toEqual(usesTerminal ? ['./assets/terminal-1.js'] : []);
});
