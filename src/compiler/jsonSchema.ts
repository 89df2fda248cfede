import { z } from 'zod';
import type { Extensions } from './compileStory';
import { storySchema } from '../schema/story';
import { wireSchema } from '../schema/wire';
import { kinds as builtInKinds } from '../kinds/builtIn';
import type { OwnBlock } from '../schema/ownBlock';
import type { Kind } from '../kinds/kind';

/** A node of a JSON Schema, with the keywords that this project reads. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly unit?: string;
  readonly otherwise?: string;
  readonly rule?: string;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly enumDescriptions?: readonly string[];
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | false;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** Generates JSON Schemas of a story's files from the schemas that validate them, with all their metadata. */
export function generateJsonSchemas({ kinds, blocks }: Extensions = { kinds: [], blocks: [] }): {
  readonly story: JsonSchema;
  readonly scene: JsonSchema;
  readonly wire: JsonSchema;
} {
  return {
    story: generateJsonSchema(storySchema.meta({ title: 'An Understudy story' })),
    scene: withOwnBlocks(generateSceneSchema(builtInKinds, kinds), blocks),
    wire: generateJsonSchema(wireSchema.meta({ title: 'What crosses under an Understudy story' })),
  };
}

/** Adds blocks to the built-in ones of a scene's schema. */
function withOwnBlocks(scene: JsonSchema, blocks: readonly OwnBlock[]): JsonSchema {
  return blocks.reduce<JsonSchema>((result, each) => {
    const { definitions, ...own } = generateJsonSchema(withExample(each));
    const { block, ...others } = { ...definitions, ...result.definitions };
    return { ...result, definitions: { ...others, block: { ...block, oneOf: [...(block?.oneOf ?? []), own] } } };
  }, scene);
}

/** Generates the schema of scene files of these kinds. @throws if a kind's schema cannot be expressed as JSON Schema */
export function generateSceneSchema(kinds: readonly Kind[], ownKinds: readonly Kind[] = []): JsonSchema {
  const schemas = kinds.map(({ schema }) => schema) as [z.ZodType, ...z.ZodType[]];
  const scene = generateJsonSchema(z.union(schemas).meta({ title: 'A scene of an Understudy story' }));
  // One by one, since a kind's module may have its own copy of the shared fields, and zod refuses two schemas with one id.
  return ownKinds.reduce<JsonSchema>((result, kind) => {
    const { definitions, ...own } = generateJsonSchema(withExample(kind));
    return { ...result, anyOf: [...(result.anyOf ?? []), own], definitions: { ...definitions, ...result.definitions } };
  }, scene);
}

/** Adds the example of an own kind or block to its schema. */
function withExample({ schema, example }: Pick<Kind, 'schema' | 'example'>): z.ZodType {
  return example === undefined ? schema : schema.meta({ ...schema.meta(), examples: [example] });
}

/** Uses draft-07, the version that all editors support. */
function generateJsonSchema(schema: z.ZodType): JsonSchema {
  const generated = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-7',
    // zod omits examples of schemas with a transform, since they may be of its input or output. Ours are always of the input.
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (examples && !jsonSchema.$ref) jsonSchema.examples ??= examples;
    },
  }) as JsonSchema;
  return withoutAliases(generated);
}

/** Replaces references to definitions that only refer to another one; zod makes such a definition for a lazy schema. */
function withoutAliases(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema.definitions ?? {});
  const targets = new Map(
    entries.flatMap(([name, { allOf, ...own }]) =>
      allOf?.length === 1 && allOf[0]?.$ref !== undefined && Object.keys(own).length === 0
        ? [[`#/definitions/${name}`, allOf[0].$ref]]
        : [],
    ),
  );
  if (targets.size === 0) return schema;
  const definitions = Object.fromEntries(entries.filter(([name]) => !targets.has(`#/definitions/${name}`)));
  const renamed = JSON.stringify({ ...schema, definitions }, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? (targets.get(value) ?? value) : value,
  );
  return JSON.parse(renamed) as JsonSchema;
}

/** Describes the value of an omitted field; undefined for a required field. */
export function describeDefault({ default: value, otherwise }: JsonSchema, isRequired: boolean): string | undefined {
  if (isRequired) return undefined;
  return otherwise ?? (value === undefined ? 'none' : JSON.stringify(value));
}

/** Returns the definition that `node` refers to, directly or in `allOf`. */
export function definitionOf(
  node: JsonSchema,
  definitions: JsonSchema['definitions'] = {},
): { readonly name: string; readonly node: JsonSchema } | undefined {
  const name = (node.$ref ?? node.allOf?.[0]?.$ref)?.split('/').at(-1) ?? '';
  const definition = definitions[name];
  return definition && { name, node: definition };
}

/** A union of objects: the field that discriminates them, and the variants by its value. */
export interface DiscriminatedUnion {
  readonly discriminator: string;
  readonly variants: ReadonlyMap<string, JsonSchema>;
}

/** Returns the union that `node` is; undefined if it is none or has no discriminator. */
export function discriminatedUnionOf(node: JsonSchema, definitions: JsonSchema['definitions'] = {}): DiscriminatedUnion | undefined {
  const options = (node.oneOf ?? node.anyOf ?? []).map((option) => definitionOf(option, definitions)?.node ?? option);
  const key = ['kind', 'type'].find(
    (name) => options.length > 0 && options.every((option) => option.properties?.[name]?.const !== undefined),
  );
  return key === undefined
    ? undefined
    : { discriminator: key, variants: new Map(options.map((option) => [String(option.properties?.[key]?.const), option])) };
}
