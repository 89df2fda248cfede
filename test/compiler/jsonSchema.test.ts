import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { editorSchemas } from '../../src/compiler/editorSchemas';
import { generateJsonSchemas, type JsonSchema } from '../../src/compiler/jsonSchema';
import { kindSchemas } from '../support/kindSchemas';
import { storySchema } from '../../src/schema/story';
import { wireSchema } from '../../src/schema/wire';

test.each(Object.entries(editorSchemas()))('scenes/%s is up to date (npm run schema)', async (name, text) => {
  expect(await readFile(`scenes/${name}`, 'utf8')).toBe(text);
});

/** A field and its path, as `terminalStep › blocks`. */
interface Field {
  readonly name: string;
  /** The field itself and its definition. */
  readonly nodes: readonly JsonSchema[];
}

function fieldsOf(root: JsonSchema): Field[] {
  const resolve = (node: JsonSchema): JsonSchema[] => {
    const target = root.definitions?.[node.$ref?.split('/').at(-1) ?? ''];
    return [node, ...(node.allOf ?? []).flatMap(resolve), ...(target ? resolve(target) : [])];
  };
  const fields: Field[] = [];
  const visit = (node: JsonSchema, place: string): void => {
    const type = node.properties?.['type']?.const ?? node.properties?.['kind']?.const;
    const here = typeof type === 'string' ? `${place} "${type}"` : place;
    for (const [key, field] of Object.entries(node.properties ?? {})) {
      fields.push({ name: `${here} › ${key}`, nodes: resolve(field) });
      visit(field, `${here} › ${key}`);
    }
    const inner = [node.items, node.additionalProperties, ...(node.anyOf ?? []), ...(node.oneOf ?? [])];
    for (const each of inner) if (typeof each === 'object') visit(each, here);
    for (const [key, each] of Object.entries(node.definitions ?? {})) visit(each, key);
  };
  visit(root, '');
  return fields;
}

const FILES = Object.entries(generateJsonSchemas());
const namesOf = (fields: readonly Field[]) => fields.map(({ name }) => name);

test.each(FILES)('every field of a %s has a description', (_, root) => {
  const fields = fieldsOf(root).filter(({ nodes }) => nodes[0]?.const === undefined);
  expect(fields.length).toBeGreaterThan(20);
  expect(namesOf(fields.filter(({ nodes }) => !nodes.some(({ description }) => description)))).toEqual([]);
});

test.each(FILES)('every field of a %s has an example', (_, root) => {
  const fields = fieldsOf(root).filter(({ nodes }) => nodes[0]?.const === undefined);
  expect(namesOf(fields.filter(({ nodes }) => !nodes.some(({ examples }) => examples && examples.length > 0)))).toEqual([]);
});

/** All schemas inside `schema`, including itself. */
function within(schema: z.ZodType): z.ZodType[] {
  const { shape = {}, options = [], element, innerType, valueType } = schema.def as unknown as Inner;
  const inner = [...Object.values(shape), ...options, element, innerType, valueType];
  return [schema, ...inner.filter((each) => each instanceof z.ZodType).flatMap(within)];
}
interface Inner {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
}

test.each([['story', storySchema] as const, ['wire', wireSchema] as const, ...kindSchemas])(
  'every example in the schema of a %s is valid',
  (_, schema) => {
    const examples = within(schema).flatMap((each) => (each.meta()?.examples ?? []).map((example) => [each, example] as const));
    expect(examples.length).toBeGreaterThan(10);
    for (const [each, example] of examples) expect(each.safeParse(example).error, JSON.stringify(example)).toBeUndefined();
  },
);

test.each(FILES)('every number of a %s has a unit', (name, root) => {
  const numbers = fieldsOf(root).filter(({ nodes }) => nodes.some(({ type }) => type === 'number' || type === 'integer'));
  // Wire data has no numbers.
  expect(numbers.length > 2).toBe(name !== 'wire');
  expect(namesOf(numbers.filter(({ nodes }) => !nodes.some(({ unit }) => unit)))).toEqual([]);
});

test.each(FILES)('every default of a %s has a description', (_, root) => {
  const description = (text: string | undefined) => text ?? '';
  const names = namesOf(fieldsOf(root).filter(({ nodes }) => nodes.some((node) => /default:/iu.test(description(node.description)))));
  expect(names, 'the schema states a default as data; its words are made from that').toEqual([]);
});

test.each(Object.entries(editorSchemas()))('descriptions in the committed %s contain unit and default', (file, text) => {
  const fields = fieldsOf(JSON.parse(text) as JsonSchema);
  expect(
    fields.filter(({ nodes }) => nodes[0]?.default !== undefined && !/Default: /u.test(nodes[0].description ?? '')).map(({ name }) => name),
  ).toEqual([]);
  expect(text.includes('In milliseconds.')).toBe(file !== 'wire.schema.json');
  expect(namesOf(fields.filter(({ nodes }) => nodes.some(({ unit }) => typeof unit === 'string')))).toEqual([]);
});
