import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { generateJsonSchemas, type JsonSchema } from '../../src/compiler/jsonSchema';
import { compileStory } from '../../src/compiler/compileStory';
import { headingAnchor } from '../../src/reference/markdown';
import { exampleStory } from '../../tools/reference/exampleStory';
import { DOCS_LAYOUT, formatJson } from '../../src/compiler/story/formatJson';
import { generateReference } from '../../src/reference/generateReference';
import { kindSchemas } from '../support/kindSchemas';
import { fillStory } from '../../src/core/variables';
import { createTimeline } from '../../src/core/timeline';
import { describeStep } from '../../src/kinds/registry';
import { blockSchema } from '../../src/schema/block';
import { storySchema } from '../../src/schema/story';
import { REPOSITORY_REFERENCE } from '../../tools/reference';
import { makeFolder } from '../support/folder';

const text = generateReference(REPOSITORY_REFERENCE);
const examples = exampleStory();

test('docs/reference.md is up to date (npm run reference)', async () => {
  expect(await readFile('docs/reference.md', 'utf8')).toBe(text);
});

test('the examples of all blocks and kinds compile and have stops', async () => {
  const { story } = await compileStory(await makeFolder(examples.files));
  const kinds = story.scenes.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(kindSchemas.keys()));
  expect(story.scenes).toHaveLength(blockSchema.options.length + kindSchemas.size);
  const timeline = createTimeline(fillStory(story), describeStep);
  for (const { hash } of examples.pictures) {
    const [, id, step] = hash.split('/');
    expect(
      timeline.stops.some((stop) => stop.scene.id === id && stop.step === Number(step)),
      hash,
    ).toBe(true);
  }
});

test('the example of a story file is valid', () => {
  for (const example of storySchema.meta()?.examples ?? []) expect(storySchema.safeParse(example).error).toBeUndefined();
});

test('every block, kind and part has a section, and every link has a target', () => {
  const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading]) => headingAnchor(heading ?? ''));
  expect(new Set(headings).size).toBe(headings.length);
  expect(headings).toEqual(expect.arrayContaining([...kindSchemas.keys()].map((kind) => `scene-${kind}`)));
  expect(headings).toEqual(expect.arrayContaining(blockSchema.options.map((option) => `block-${option.shape.type.value}`)));
  const links = [...text.matchAll(/\]\(#([^)]+)\)/gu)].map(([, target]) => target);
  expect(links.filter((target) => !headings.includes(target ?? ''))).toEqual([]);
});

test('every picture exists, and every picture of the examples is used', async () => {
  const shown = [...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu)].map(([, file]) => file ?? '');
  expect(shown.toSorted()).toEqual(examples.pictures.map(({ name }) => `images/reference/${name}.png`).toSorted());
  for (const file of shown)
    expect((await readFile(path.join('docs', file))).subarray(1, 4).toString(), `${file} (npm run build && npm run pictures)`).toBe('PNG');
});

test('contains every field of the schema', () => {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const name of Object.keys((node as JsonSchema).properties ?? {})) names.add(name);
    for (const [key, each] of Object.entries(node)) if (key !== 'examples') visit(each);
  };
  visit(generateJsonSchemas());
  expect(names.size).toBeGreaterThan(60);
  for (const name of names) expect(text).toMatch(new RegExp(`^\\| \`(?:[\\w[\\].]+\\.)?${name.replace('$', '\\$')}\` \\|`, 'mu'));
});

test('formats examples on one line where they fit and keeps their values', () => {
  const value = { a: 1, list: ['x'.repeat(60), { y: 'z'.repeat(60) }], none: {} };
  expect(JSON.parse(formatJson(value, DOCS_LAYOUT))).toEqual(value);
  expect(formatJson({ a: [1, 'b'], c: null }, DOCS_LAYOUT)).toBe('{ "a": [1, "b"], "c": null }');
  expect(formatJson(value, DOCS_LAYOUT)).toBe(
    `{\n  "a": 1,\n  "list": [\n    "${'x'.repeat(60)}",\n    { "y": "${'z'.repeat(60)}" }\n  ],\n  "none": {}\n}`,
  );
});
