import { isDeepStrictEqual } from 'node:util';
import { describeSchemas, variantsOf, type Node } from '../../src/compiler/jsonSchema';
import { pictureName } from './exampleStory';
import { fieldsOf, type Field } from './fieldDocs';
import { json, link, table } from './markdown';

/** Where the pictures lie, from the reference. */
const PICTURES = 'images/reference';

const INTRO = `# Field reference

Every field of a story, made from the same schema that checks your files. [The guide](authoring.md) shows how they go together.

A field that is **required** must be there; of the others the table tells what happens without them. Where a field holds
others, they are named as messages name them: \`leave.ms\` is the field \`ms\` inside \`leave\`, \`rows[].label\` the field
\`label\` of each entry of \`rows\`.`;

/** The reference of all fields, as Markdown, generated from the schemas: `docs/reference.md`. */
export function reference(): string {
  const { story, scene, wire } = describeSchemas();
  const definitions = { ...scene.definitions, ...story.definitions, ...wire.definitions };
  const { block, ...parts } = definitions;
  const kinds = variantsOf(scene, definitions)?.variants ?? new Map<string, Node>();
  const blocks = variantsOf(block ?? {}, definitions)?.variants ?? new Map<string, Node>();

  const chapter = (of: 'scene' | 'block', heading: string, variants: ReadonlyMap<string, Node>): string[] => {
    const shared = sharedFields([...variants.values()]);
    const [first] = variants.values();
    const head = (name: string) => `${heading} \`${name}\``;
    return [
      `${[...variants].map(([name]) => link(head(name), `\`${name}\``)).join(' · ')}`,
      `Each has these fields:`,
      fieldTable(
        fieldsOf(
          only(first ?? {}, (name) => shared.has(name)),
          definitions,
        ),
      ),
      ...[...variants].flatMap(([name, node]) => [
        `### ${head(name)}`,
        node.description ?? '',
        `![${heading} ${name}](${PICTURES}/${pictureName(of, name)}.png)`,
        fieldTable(
          fieldsOf(
            only(node, (field) => !shared.has(field)),
            definitions,
          ),
        ),
        ...examplesOf(node),
      ]),
    ];
  };

  return `${[
    INTRO,
    '## The file story.json',
    story.description ?? '',
    fieldTable(fieldsOf(story, definitions)),
    ...examplesOf(story),
    '## Scenes',
    'A scene is a file of its own; its `kind` says what it shows.',
    ...chapter('scene', 'Scene', kinds),
    '## Blocks',
    `A block is one thing that a ${link('Terminal step').toLowerCase()} prints; its \`type\` says what.`,
    ...chapter('block', 'Block', blocks),
    '## The file wire.json',
    wire.description ?? '',
    fieldTable(fieldsOf(wire, definitions)),
    ...examplesOf(wire),
    '## Parts',
    'What several of them are made of.',
    ...Object.entries(parts).flatMap(([name, node]) => [
      `### ${node.title ?? name}`,
      node.description ?? '',
      ...partTable(node, definitions),
      ...examplesOf(node),
    ]),
  ].join('\n\n')}\n`;
}

/** The fields that all of several objects have, and have alike. */
function sharedFields(objects: readonly Node[]): ReadonlySet<string> {
  const [first, ...others] = objects;
  const isShared = (name: string) => others.every(({ properties }) => isDeepStrictEqual(properties?.[name], first?.properties?.[name]));
  return new Set(Object.keys(first?.properties ?? {}).filter(isShared));
}

function only(object: Node, keep: (name: string) => boolean): Node {
  return { ...object, properties: Object.fromEntries(Object.entries(object.properties ?? {}).filter(([name]) => keep(name))) };
}

function partTable(node: Node, definitions: Node['definitions']): string[] {
  if (node.enum)
    return [
      table(
        ['Value', 'Meaning'],
        node.enum.map((value, index) => [`\`${JSON.stringify(value)}\``, node.enumDescriptions?.[index] ?? '']),
      ),
    ];
  if (node.properties) return [fieldTable(fieldsOf(node, definitions))];
  const choice = variantsOf(node, definitions);
  if (!choice) return [];
  const variants = [...choice.variants];
  const shared = sharedFields(variants.map(([, variant]) => variant));
  const common = only(variants[0]?.[1] ?? {}, (name) => shared.has(name));
  return [
    ...(shared.size === 0 ? [] : ['Each has these fields:', fieldTable(fieldsOf(common, definitions))]),
    ...variants.flatMap(([name, variant]) => [
      `**\`${name}\`** ${variant.description ?? ''}`,
      fieldTable(
        fieldsOf(
          only(variant, (field) => !shared.has(field)),
          definitions,
        ),
      ),
    ]),
  ];
}

function fieldTable(fields: readonly Field[]): string {
  const row = ({ name, meaning, value, otherwise, example }: Field) => [
    `\`${name}\``,
    meaning,
    value,
    otherwise === undefined ? '**required**' : without(otherwise),
    example,
  ];
  return table(['Field', 'What it is', 'Value', 'Without it', 'Example'], fields.map(row));
}

/** A default: data as code, words as words. */
function without(otherwise: string): string {
  try {
    JSON.parse(otherwise);
    return `\`${otherwise}\``;
  } catch {
    return otherwise;
  }
}

function examplesOf({ enum: values, examples = [] }: Node): string[] {
  return values || examples.length === 0 ? [] : examples.map(json);
}
