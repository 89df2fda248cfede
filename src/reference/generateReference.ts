import { isDeepStrictEqual } from 'node:util';
import type { Extensions } from '../compiler/compileStory';
import { generateJsonSchemas, discriminatedUnionOf, type JsonSchema } from '../compiler/jsonSchema';
import { fieldDocs, type FieldDoc } from './fieldDocs';
import { jsonCodeBlock, markdownLink, markdownTable } from './markdown';

/** The picture of a block shows the filled rows of the terminal; that of a scene shows the whole stage. */
export type ScreenshotSubject = 'block' | 'scene';

/** Returns the name of the picture of a block or of a kind of scene, without extension. */
export function screenshotName(subject: ScreenshotSubject, name: string): string {
  return `${subject}-${name}`;
}

const INTRODUCTION = `# Field reference

Every field of a story, made from the same schema that checks your files.{{guide}}

A field that is **required** must be there; of the others the table tells what happens without them. Where a field holds
others, they are named as messages name them: \`leave.ms\` is the field \`ms\` inside \`leave\`, \`rows[].label\` the field
\`label\` of each entry of \`rows\`.`;

export interface ReferenceOptions {
  /** Kinds and blocks of a story, in addition to the built-in ones. */
  readonly own?: Extensions | undefined;
  /** Folder of the pictures, relative to the reference. Without it, the reference has no pictures. */
  readonly pictures?: string | undefined;
  /** The guide that the introduction links to. */
  readonly guide?: string | undefined;
}

/** Returns the reference of all fields as Markdown, generated from the schemas. */
export function generateReference({ own, pictures, guide }: ReferenceOptions = {}): string {
  const { story, scene, wire } = generateJsonSchemas(own);
  const definitions = { ...scene.definitions, ...story.definitions, ...wire.definitions };
  const { block, ...parts } = definitions;
  const kinds = discriminatedUnionOf(scene, definitions)?.variants ?? new Map<string, JsonSchema>();
  const blocks = discriminatedUnionOf(block ?? {}, definitions)?.variants ?? new Map<string, JsonSchema>();

  const variantSection = (of: ScreenshotSubject, heading: string, variants: ReadonlyMap<string, JsonSchema>): string[] => {
    const shared = sharedFields([...variants.values()]);
    const [first] = variants.values();
    const head = (name: string) => `${heading} \`${name}\``;
    return [
      `${[...variants].map(([name]) => markdownLink(head(name), `\`${name}\``)).join(' · ')}`,
      `Each has these fields:`,
      fieldTable(
        fieldDocs(
          filterProperties(first ?? {}, (name) => shared.has(name)),
          definitions,
        ),
      ),
      ...[...variants].flatMap(([name, node]) => [
        `### ${head(name)}`,
        descriptionText(node),
        ...(pictures === undefined ? [] : [`![${heading} ${name}](${pictures}/${screenshotName(of, name)}.png)`]),
        fieldTable(
          fieldDocs(
            filterProperties(node, (field) => !shared.has(field)),
            definitions,
          ),
        ),
        ...exampleBlocks(node),
      ]),
    ];
  };

  return `${[
    INTRODUCTION.replace('{{guide}}', guide === undefined ? '' : ` [The guide](${guide}) shows how they go together.`),
    '## The file story.json',
    story.description ?? '',
    fieldTable(fieldDocs(story, definitions)),
    ...exampleBlocks(story),
    '## Scenes',
    'A scene is a file of its own; its `kind` says what it shows.',
    ...variantSection('scene', 'Scene', kinds),
    '## Blocks',
    `A block is one thing that a ${markdownLink('Terminal step').toLowerCase()} prints; its \`type\` says what.`,
    ...variantSection('block', 'Block', blocks),
    '## The file wire.json',
    descriptionText(wire),
    fieldTable(fieldDocs(wire, definitions)),
    ...exampleBlocks(wire),
    '## Parts',
    'What several of them are made of.',
    ...Object.entries(parts).flatMap(([name, node]) => [
      `### ${node.title ?? name}`,
      descriptionText(node),
      ...partTables(node, definitions),
      ...exampleBlocks(node),
    ]),
  ].join('\n\n')}\n`;
}

/** Returns the names of the fields that all objects have with the same schema. */
function sharedFields(objects: readonly JsonSchema[]): ReadonlySet<string> {
  const [first, ...others] = objects;
  const isShared = (name: string) => others.every(({ properties }) => isDeepStrictEqual(properties?.[name], first?.properties?.[name]));
  return new Set(Object.keys(first?.properties ?? {}).filter(isShared));
}

function filterProperties(object: JsonSchema, keep: (name: string) => boolean): JsonSchema {
  return { ...object, properties: Object.fromEntries(Object.entries(object.properties ?? {}).filter(([name]) => keep(name))) };
}

function partTables(node: JsonSchema, definitions: JsonSchema['definitions']): string[] {
  if (node.enum)
    return [
      markdownTable(
        ['Value', 'Meaning'],
        node.enum.map((value, index) => [`\`${JSON.stringify(value)}\``, node.enumDescriptions?.[index] ?? '']),
      ),
    ];
  if (node.properties) return [fieldTable(fieldDocs(node, definitions))];
  const choice = discriminatedUnionOf(node, definitions);
  if (!choice) return [];
  const variants = [...choice.variants];
  const shared = sharedFields(variants.map(([, variant]) => variant));
  const common = filterProperties(variants[0]?.[1] ?? {}, (name) => shared.has(name));
  return [
    ...(shared.size === 0 ? [] : ['Each has these fields:', fieldTable(fieldDocs(common, definitions))]),
    ...variants.flatMap(([name, variant]) => [
      `**\`${name}\`** ${descriptionText(variant)}`,
      fieldTable(
        fieldDocs(
          filterProperties(variant, (field) => !shared.has(field)),
          definitions,
        ),
      ),
      ...exampleBlocks(variant),
    ]),
  ];
}

function fieldTable(fields: readonly FieldDoc[]): string {
  const row = ({ name, meaning, value, defaultText, example }: FieldDoc) => [
    `\`${name}\``,
    meaning,
    value,
    defaultText === undefined ? '**required**' : formatDefault(defaultText),
    example,
  ];
  return markdownTable(['Field', 'What it is', 'Value', 'Without it', 'Example'], fields.map(row));
}

/** Formats a default: JSON as code, other text as it is. */
function formatDefault(otherwise: string): string {
  try {
    JSON.parse(otherwise);
    return `\`${otherwise}\``;
  } catch {
    return otherwise;
  }
}

function descriptionText({ description = '', rule }: JsonSchema): string {
  return rule === undefined ? description : `${description} ${rule}`;
}

function exampleBlocks({ enum: values, examples = [] }: JsonSchema): string[] {
  return values || examples.length === 0 ? [] : examples.map(jsonCodeBlock);
}
