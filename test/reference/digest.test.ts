import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createCheckInput } from '../../src/check/checkInput';
import { checkRules } from '../../src/check/rules';
import { terminalRule } from '../../src/check/rules/terminal';
import { compileStory } from '../../src/compiler/compileStory';
import { generateJsonSchemas, type JsonSchema } from '../../src/compiler/jsonSchema';
import { DigestTypes } from '../../src/reference/digestTypes';
import { generateDigest } from '../../src/reference/generateDigest';
import { blockSchema } from '../../src/schema/block';
import { exampleStory } from '../../tools/reference/exampleStory';
import { found, storyOf } from '../check/runRule';
import { makeFolder } from '../support/folder';
import { kindSchemas } from '../support/kindSchemas';

const text = generateDigest();
const examples = /```jsonl\n(?<lines>[\s\S]*?)\n```/u.exec(text)?.groups?.['lines']?.split('\n') ?? [];

test('docs/digest.md is up to date (npm run reference)', async () => {
  expect(await readFile('docs/digest.md', 'utf8')).toBe(text);
});

test('is short enough to be read with every task', () => {
  expect(Buffer.byteLength(text)).toBeLessThan(26_000);
});

test('has every kind, block and part, and every field of the schemas', () => {
  for (const name of [...kindSchemas.keys(), ...blockSchema.options.map((option) => option.shape.type.value)])
    expect(text).toMatch(new RegExp(`^- ${name} `, 'mu'));
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const name of Object.keys((node as JsonSchema).properties ?? {})) names.add(name);
    for (const [key, each] of Object.entries(node)) if (key !== 'examples') visit(each);
  };
  visit(generateJsonSchemas());
  expect(names.size).toBeGreaterThan(150);
  for (const name of names) expect(text, name).toMatch(new RegExp(`[{;,] ${name.replace('$', '\\$')}[?,:; ]|by \`${name}\``, 'u'));
});

test('has every type that it names', () => {
  const types = text.slice(text.indexOf('story.json {'), text.indexOf('## Examples')).replaceAll(/ — .*/gu, '');
  const used = new Set([...types.matchAll(/(?<=[:(|&] |[:(|&])([A-Z]\w+)/gu)].map(([name]) => name));
  expect(used.size).toBeGreaterThan(30);
  for (const name of used) expect(types, name).toMatch(new RegExp(`^${name}(?: =|, by)`, 'mu'));
});

test('the examples are a story without mistakes, of which check finds nothing', async () => {
  const scenes = examples.map((line) => JSON.parse(line) as { id: string; kind?: string; title: string });
  const wire = scenes.pop();
  expect(scenes.map(({ kind }) => kind).toSorted()).toEqual([...kindSchemas.keys()].toSorted());
  const { files } = exampleStory();
  const companions = Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => !/^(?:scene|block)-|^story\.json/u.test(file))
      .map(([file, content]) => [file, content.replace(/"\$schema": .*\n/u, '')]),
  );
  const story = {
    id: 'examples',
    title: 'Examples',
    description: 'The examples of the digest.',
    status: { topic: 'Examples', hint: '→ p / n →', end: 'The end' },
    footer: [],
    scenes: scenes.map(({ id }) => `${id}.scene.json`),
    wire: 'messages.json',
  };
  const at = { ...wire, stops: (wire as unknown as { stops: object[] }).stops.map((stop) => ({ ...stop, at: 'terminal/0' })) };
  const folder = await makeFolder({
    ...companions,
    'story.json': JSON.stringify(story),
    'messages.json': JSON.stringify(at),
    ...Object.fromEntries(scenes.map((scene) => [`${scene.id}.scene.json`, JSON.stringify(scene)])),
  });
  const compiled = await compileStory(folder);
  expect(compiled.story.scenes).toHaveLength(kindSchemas.size);
  const input = createCheckInput(compiled, { skipped: 'not looked' });
  const findings = checkRules.filter(({ name }) => name !== 'overflow').flatMap((rule) => rule.check(input));
  expect(findings.map(({ file, message }) => `${path.basename(file)}: ${message}`)).toEqual([]);
});

test('the limits of the terminal that it states are those of check', async () => {
  const stated = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
  const code = (length: number) => storyOf({ blocks: [{ type: 'code', lang: 'js', text: ['x'.repeat(length)] }] });
  const rows = (count: number) => storyOf({ blocks: [{ type: 'text', lines: Array.from({ length: count }, () => 'row') }] });
  const width = stated(/lines of code up to (\d+)/u);
  const height = stated(/at most (\d+) rows a step/u);
  for (const files of [code(width), rows(height)]) expect(await found(terminalRule, files)).toEqual([]);
  for (const files of [code(width + 1), rows(height + 1)]) expect(await found(terminalRule, files)).toHaveLength(1);
});

test('writes types as short as they can be read', () => {
  const step: JsonSchema = {
    type: 'object',
    properties: {
      title: { type: 'string' },
      dwell: { type: 'number', minimum: 1, maximum: 9 },
      keys: { type: 'array', items: { type: 'string' } },
    },
    required: ['title'],
  };
  const types = new DigestTypes(
    { pageStep: step, richText: { anyOf: [{ type: 'string' }, { type: 'array', minItems: 1 }] } },
    { pageStep: 'Step' },
  );
  const show = (properties: JsonSchema['properties'], required: string[] = []) => types.object({ properties: properties ?? {}, required });
  expect(types.object(step)).toBe('{ title; dwell?: number(1–9); keys?: string[] }');
  expect(show({ ...step.properties, open: { type: 'boolean' } }, ['title'])).toBe('Step & { open?: bool }');
  expect(show({ ...step.properties }, ['title'])).toBe('Step');
  expect(show({ ...step.properties }, [])).toBe('{ title?; dwell?: number(1–9); keys?: string[] }');
  expect(show({ text: { $ref: '#/definitions/richText' } })).toBe('{ text?: RichText }');
  expect(show({ x: { type: 'integer', minimum: 0 }, y: { type: 'integer', minimum: 0 } }, ['x'])).toBe('{ x, y?: int(≥0) }');
  expect(show({ side: { enum: ['a', 'b'] }, open: { type: ['string', 'null'] } })).toBe('{ side?: "a"|"b"; open?: string | null }');
  expect(show({ accent: { type: 'string', pattern: '^#[0-9a-f]{6}$' }, id: { type: 'string', pattern: '^[a-z]+$' } })).toBe(
    '{ accent?: #rrggbb; id? }',
  );
  expect(show({ set: { type: 'object', additionalProperties: { type: 'string' } } })).toBe('{ set?: { name: string } }');
});
