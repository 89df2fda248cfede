import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { getLanguageService, TextDocument, type CompletionItem } from 'vscode-json-languageservice';
import { editorSchemas } from '../../src/compiler/editorSchemas';
import { loadConfig } from '../../src/config/loadConfig';
import { loadExtensions } from '../../src/config/loadExtensions';
import { blockSchema } from '../../src/schema/block';

/** The JSON language service of VS Code with the committed schemas. */
const service = getLanguageService({
  schemaRequestService: (uri) => readFile(path.join('scenes', path.basename(uri)), 'utf8'),
  workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).href },
});
service.configure({ validate: true, allowComments: false });

const BLOCK_TYPES = blockSchema.options.map((option) => option.shape.type.value);

/** An open file; `|` marks the cursor. */
function open(text: string, name = 'scene') {
  const at = text.indexOf('|');
  const whole = text.replace('|', '').replace('{', `{ "$schema": "./${name}.schema.json", `);
  const document = TextDocument.create('file:///talk/file.json', 'json', 1, whole);
  const json = service.parseJSONDocument(document);
  const shift = whole.length - text.length + 1;
  return { document, json, position: document.positionAt(at + shift) };
}

async function complete(text: string, name?: string): Promise<readonly CompletionItem[]> {
  const { document, json, position } = open(text, name);
  return (await service.doComplete(document, position, json))?.items ?? [];
}

async function labels(text: string, name?: string): Promise<string[]> {
  return (await complete(text, name)).map(({ label }) => label).toSorted();
}

async function hover(text: string, name?: string): Promise<string> {
  const { document, json, position } = open(text, name);
  return JSON.stringify((await service.doHover(document, position, json))?.contents ?? '');
}

async function problemsIn(text: string, file: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${file}`, 'json', 1, text);
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

const inBlock = (text: string) =>
  `{ "kind": "terminal", "id": "a", "title": "A", "window": "W", "steps": [{ "title": "T", "blocks": [${text}] }] }`;

test('completes only the fields of the block type inside a block', async () => {
  expect(await labels(inBlock('{ "type": "shell", "|" }'))).toEqual(['command', 'pause', 'prompt', 'tight']);
  expect(await labels(inBlock('{ "type": "progress", "|" }'))).toEqual(['done', 'ms', 'pause', 'role', 'text', 'tight']);
});

test('completes "type" with every block type and its description', async () => {
  const items = await complete(inBlock('{ "type": "|" }'));
  expect(items.map(({ label }) => JSON.parse(label) as string).toSorted()).toEqual(BLOCK_TYPES.toSorted());
  expect(items.find(({ label }) => label === '"badge"')?.documentation).toContain('coloured tag');
});

test('completes an empty list of blocks with an example of each type', async () => {
  const inserted = (await complete(inBlock('|'))).map(({ insertText }) => insertText ?? '');
  for (const type of BLOCK_TYPES)
    expect(
      inserted.some((text) => text.includes(`"type": "${type}"`)),
      type,
    ).toBe(true);
});

test('completes a role with all roles and their meanings', async () => {
  const items = await complete(inBlock('{ "type": "badge", "role": "|" }'));
  expect(items.find(({ label }) => label === '"error"')?.documentation).toContain('It failed.');
});

test('completes the fields of the scene’s kind', async () => {
  const terminal = await labels('{ "kind": "terminal", "|" }');
  expect(terminal).toEqual(['continues', 'cuts', 'detour', 'id', 'optional', 'over', 'steps', 'title', 'window']);
  expect(await labels('{ "kind": "sso", "|" }')).toContain('remember');
  expect(await labels('{ "kind": "sso", "|" }')).not.toContain('window');
  expect(await labels('{ "kind": "|" }')).toContain('"comparison"');
});

test('completes comparison steps with a side or blocks, then only with matching fields', async () => {
  const steps = (text: string) => `{ "kind": "comparison", "steps": [{ ${text} }] }`;
  expect(await labels(steps('"|"'))).toEqual(expect.arrayContaining(['blocks', 'panel', 'notes']));
  expect(await labels(steps('"blocks": [], "|"'))).not.toContain('closing');
});

test('shows description, unit and default on hover', async () => {
  expect(await hover(inBlock('{ "type": "progress", "m|s": 900 }'))).toMatch(
    /How long the bar takes to fill.*milliseconds.*Default: 1200/u,
  );
  expect(await hover(inBlock('{ "ty|pe": "clear" }'))).toContain('Clears the terminal');
  expect(await hover(inBlock('{ "type": "say", "ro|le": "user" }'))).toContain('Colour of the label');
  expect(await hover('{ "status": { "en|d": "x" } }', 'story')).toContain('last stop');
  expect(await hover('{ "timing": { "k|ey": 1 } }', 'story')).toMatch(/two typed keys.*milliseconds.*Default: 42/u);
});

/** Has a custom kind, which only its own schemas contain. */
const OWN_KIND_STORY = 'examples/chart';

test('reports no problems in the stories of the repository', async () => {
  const examples = (await readdir('examples')).map((name) => path.join('examples', name));
  const folders = ['scenes', ...examples.filter((folder) => folder !== OWN_KIND_STORY)];
  const files = (await Promise.all(folders.map(async (folder) => (await readdir(folder)).map((name) => path.join(folder, name))))).flat();
  const stories = files.filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
  expect(stories.length).toBeGreaterThan(8);
  for (const file of stories) expect(await problemsIn(await readFile(file, 'utf8'), file), file).toEqual([]);
});

test('underlines an error at its position', async () => {
  const file = 'scenes/agent.json';
  const text = await readFile(file, 'utf8');
  const spoiled = (from: string, to: string) => problemsIn(text.replace(from, to), file);
  expect(await spoiled('"role": "accent"', '"role": "acent"')).toEqual([
    expect.stringMatching(/^20: Value is not accepted. Valid values: .*"accent"/u),
  ]);
  expect(await spoiled('"prompt"', '"promt"')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^17: Property promt is not allowed/u)]),
  );
  expect(await spoiled('"type": "shell"', '"type": "shel"')).toEqual([
    expect.stringMatching(/^17: Value is not accepted. Valid values: .*"shell"/u),
  ]);
  expect(await spoiled('"kind": "terminal"', '"kind": "terminl"')).toEqual([
    expect.stringMatching(/^3: Value is not accepted. Valid values: .*"terminal"/u),
  ]);
  expect(await spoiled('"pause": 500', '"pause": "long"')).toEqual([expect.stringMatching(/^17: Incorrect type. Expected "integer"/u)]);
});

test('schemas of a story with a custom kind contain the kind and are up to date (npm run schema)', async () => {
  const { config } = await loadConfig(OWN_KIND_STORY);
  const schemas = editorSchemas(await loadExtensions(config, OWN_KIND_STORY));
  expect(schemas['scene.schema.json']).toContain('Bars that grow and shrink');
  for (const [name, text] of Object.entries(schemas))
    expect(await readFile(path.join(OWN_KIND_STORY, '.understudy', name), 'utf8'), name).toBe(text);
});
