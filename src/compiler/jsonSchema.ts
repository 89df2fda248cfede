import { z } from 'zod';
import { story } from '../schema/story';
import { wire } from '../schema/wire';
import { schemas } from './story/kindSchemas';

/** A part of a JSON Schema, as far as it is read here. */
export interface Node {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly unit?: string;
  readonly otherwise?: string;
  readonly if?: Node;
  readonly then?: Node;
  readonly enumDescriptions?: readonly string[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly definitions?: Readonly<Record<string, Node>>;
}

/** What a story's files may hold: generated from the schemas that validate them, with everything those say of themselves. */
export function describeSchemas(): { readonly story: Node; readonly scene: Node; readonly wire: Node } {
  const kinds = [...schemas.values()] as [z.ZodType, ...z.ZodType[]];
  return {
    story: generate(story.meta({ title: 'An Understudy story' })),
    scene: generate(z.union(kinds).meta({ title: 'A scene of an Understudy story' })),
    wire: generate(wire.meta({ title: 'What crosses under an Understudy story' })),
  };
}

/** In the version of JSON Schema that every editor knows in full. */
function generate(schema: z.ZodType): Node {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-7',
    // zod leaves examples out where a transform follows, as it cannot know which side of it they are on. Ours are what authors write.
    override: ({ zodSchema, jsonSchema }) => {
      const examples = z.globalRegistry.get(zodSchema)?.examples;
      if (examples && !jsonSchema.$ref) jsonSchema.examples ??= examples;
    },
  }) as Node;
}

/** What a field that is left out amounts to, in words; undefined for a field that must be there. */
export function defaultWords({ default: value, otherwise }: Node, isRequired: boolean): string | undefined {
  if (isRequired) return undefined;
  return otherwise ?? (value === undefined ? 'none' : JSON.stringify(value));
}

/** The definition that `node` refers to, alone or beside words of its own. */
export function definitionOf(
  node: Node,
  definitions: Node['definitions'] = {},
): { readonly name: string; readonly node: Node } | undefined {
  const name = (node.$ref ?? node.allOf?.[0]?.$ref)?.split('/').at(-1) ?? '';
  const definition = definitions[name];
  return definition && { name, node: definition };
}

/** A choice between objects: the field that tells them apart, and each by that field's value. */
export interface Choice {
  readonly key: string;
  readonly variants: ReadonlyMap<string, Node>;
}

/** The choice between objects that `node` is; undefined if it is none, or nothing tells them apart. */
export function variantsOf(node: Node, definitions: Node['definitions'] = {}): Choice | undefined {
  const options = (node.oneOf ?? node.anyOf ?? []).map((option) => definitionOf(option, definitions)?.node ?? option);
  const key = ['kind', 'type'].find(
    (name) => options.length > 0 && options.every((option) => option.properties?.[name]?.const !== undefined),
  );
  return key === undefined
    ? undefined
    : { key, variants: new Map(options.map((option) => [String(option.properties?.[key]?.const), option])) };
}
