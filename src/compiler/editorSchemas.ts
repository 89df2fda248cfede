import type { Extensions } from './compileStory';
import {
  definitionOf,
  generateJsonSchemas,
  describeDefault,
  discriminatedUnionOf,
  type DiscriminatedUnion,
  type JsonSchema,
} from './jsonSchema';

/** The JSON Schemas of a story's files as editors read them, by file name. */
export function editorSchemas(own?: Extensions): Readonly<Record<string, string>> {
  const files = generateJsonSchemas(own);
  const text = (node: JsonSchema) => `${JSON.stringify(toEditorSchema(node), null, 2)}\n`;
  return { 'story.schema.json': text(files.story), 'scene.schema.json': text(files.scene), 'wire.schema.json': text(files.wire) };
}

/**
 * Adapts a schema to editors. Descriptions contain units, defaults and the meaning of each variant; a field's own description takes
 * precedence over that of its definition; a union selects its variant by the discriminator, so that editors complete only fields of
 * that variant.
 */
function toEditorSchema(root: JsonSchema): JsonSchema {
  const { definitions } = root;

  const change = (node: JsonSchema): JsonSchema => {
    const choice = discriminatedUnionOf(node, definitions);
    if (choice) return toConditional(node, choice);
    const { unit: _unit, otherwise: _otherwise, allOf, ...rest } = node;
    const own = allOf ? { ...definitionOf(node, definitions)?.node, ...rest } : rest;
    return omitUndefined({
      ...own,
      properties: own.properties && mapValues(own.properties, (field, name) => describeField(field, own, name)),
      definitions: own.definitions && mapValues(own.definitions, change),
      items: own.items && change(own.items),
      anyOf: own.anyOf?.map(change),
      oneOf: own.oneOf?.map(change),
      additionalProperties: typeof own.additionalProperties === 'object' ? change(own.additionalProperties) : own.additionalProperties,
    });
  };

  const describeField = (field: JsonSchema, parent: JsonSchema, name: string): JsonSchema => {
    const description = field.description ?? (field.const === undefined ? undefined : parent.description);
    if (!description) return change(field);
    const isRequired = parent.required?.includes(name) ?? false;
    const unit = field.unit && field.unit !== 'none' ? ` In ${field.unit}.` : '';
    const otherwise = field.const === undefined ? describeDefault(field, isRequired) : undefined;
    return { ...change(field), description: `${description}${unit}${otherwise ? ` Default: ${otherwise}.` : ''}` };
  };

  const toConditional = (node: JsonSchema, { discriminator, variants }: DiscriminatedUnion): JsonSchema => {
    const { oneOf: _oneOf, anyOf: _anyOf, definitions: own, ...rest } = node;
    const names = [...variants.keys()];
    const options = [...variants.values()];
    return omitUndefined({
      ...rest,
      type: 'object',
      examples: options.flatMap(({ examples = [] }) => examples),
      properties: {
        [discriminator]: {
          description: `What it is: ${names.join(', ')}.`,
          enum: names,
          enumDescriptions: options.map(({ description = '' }) => description),
        },
      },
      required: [discriminator],
      allOf: names.map((name, index) => ({
        if: { properties: { [discriminator]: { const: name } }, required: [discriminator] },
        // oxlint-disable-next-line unicorn/no-thenable -- `then` is a keyword of JSON Schema
        then: change(options[index] ?? {}),
      })),
      definitions: own && mapValues(own, change),
    });
  };

  return change(root);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T, name: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

function omitUndefined(node: { readonly [key in keyof JsonSchema]: JsonSchema[key] | undefined }): JsonSchema {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}
