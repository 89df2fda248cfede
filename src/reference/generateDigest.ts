import { isDeepStrictEqual } from 'node:util';
import { discriminatedUnionOf, generateJsonSchemas, type JsonSchema } from '../compiler/jsonSchema';
import { DigestTypes } from './digestTypes';
import { BEFORE_TYPES, EXAMPLES_HEADING, TYPE_NOTES, WIRE_HEADING } from './digestText';

/** Shorter names, and those that the text uses. */
const NAMES: Readonly<Record<string, string>> = {
  pageStep: 'Step',
  richText: 'Rich',
  stretch: 'Run',
  pagePart: 'Part',
  changeStep: 'PageStep',
};

/** Definitions that only the wire file uses. */
const WIRE_DEFINITIONS = ['token', 'party', 'mark', 'wireStop', 'message', 'explore'];

/** Returns the story format on a page or two, for coding agents: rules, types and an example of each kind, from the schemas. */
export function generateDigest(): string {
  const { story, scene, wire } = generateJsonSchemas();
  const definitions = { ...scene.definitions, ...story.definitions, ...wire.definitions };
  const types = new DigestTypes(definitions, NAMES);
  const aliases = types.nameRepeatedTypes([story, scene, wire, ...Object.values(definitions)]);

  const variants = (label: string, node: JsonSchema): string[] => {
    const union = discriminatedUnionOf(node, definitions);
    if (!union) return [];
    const all = [...union.variants];
    const shared = Object.fromEntries(
      Object.entries(all[0]?.[1].properties ?? {}).filter(([name, field]) =>
        all.every(([, each]) => isDeepStrictEqual(each.properties?.[name], field)),
      ),
    );
    const common =
      Object.keys(shared).length === 0 ? '' : `, each with ${types.object({ properties: shared, required: all[0]?.[1].required ?? [] })}`;
    return [
      `${label}, by \`${union.discriminator}\`${common}:`,
      ...all.map(([name, each]) => `- ${name} ${types.object(each, shared, [union.discriminator])}${ruleText(each)}`),
    ];
  };
  const named = (name: string): string[] => {
    const node = definitions[name] ?? {};
    if (discriminatedUnionOf(node, definitions)) return variants(types.typeName(name), node);
    return [`${types.typeName(name)} = ${node.properties ? types.object(node) : types.value(node)}${ruleText(node)}`];
  };
  const isOfWire = (name: string): boolean => WIRE_DEFINITIONS.includes(name);
  const kinds = discriminatedUnionOf(scene, definitions)?.variants ?? new Map<string, JsonSchema>();

  return `${[
    BEFORE_TYPES,
    TYPE_NOTES,
    `story.json ${types.object(story)}`,
    ...variants('Scene', scene),
    '',
    ...aliases,
    ...Object.keys(definitions)
      .filter((name) => !isOfWire(name))
      .flatMap(named),
    '',
    WIRE_HEADING,
    `wire.json ${types.object(wire)}${ruleText(wire)}`,
    ...WIRE_DEFINITIONS.flatMap(named),
    '',
    EXAMPLES_HEADING,
    '```jsonl',
    ...[...kinds.values(), wire].map((node) => JSON.stringify(node.examples?.[0])),
    '```',
  ].join('\n')}\n`;
}

function ruleText({ rule }: JsonSchema): string {
  return rule === undefined ? '' : ` — ${rule}`;
}
