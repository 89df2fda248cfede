import { describeDefault, definitionOf, type JsonSchema } from '../compiler/jsonSchema';
import { DOCS_LAYOUT, formatJson } from '../compiler/story/formatJson';
import { markdownLink } from './markdown';

const ONE_LINE = { ...DOCS_LAYOUT, maxLineWidth: Infinity };

/** Longest example in a table, in characters. Longer ones are in the code block below the table. */
const MAX_EXAMPLE_LENGTH = 64;

export interface FieldDoc {
  /** Path in the object: `leave.ms`, `rows[].label`. */
  readonly name: string;
  readonly meaning: string;
  readonly value: string;
  /** The default; undefined for a required field. */
  readonly defaultText: string | undefined;
  readonly example: string;
}

/** Describes the fields of an object and of its nested objects. */
export function fieldDocs(object: JsonSchema, definitions: JsonSchema['definitions'], prefix = ''): readonly FieldDoc[] {
  return Object.entries(object.properties ?? {}).flatMap(([name, node]) => {
    const own = { ...definitionOf(node, definitions)?.node, ...node };
    const isRequired = object.required?.includes(name) ?? false;
    const examples = (own.const === undefined ? (own.examples ?? []) : [own.const]).map((example) => formatJson(example, ONE_LINE));
    const field: FieldDoc = {
      name: `${prefix}${name}`,
      meaning: own.description ?? (own.const === undefined ? '' : 'Always this.'),
      value: valueText(node, definitions),
      defaultText: describeDefault(node, isRequired),
      example:
        examples
          .filter((example) => example.length <= MAX_EXAMPLE_LENGTH)
          .map((example) => `\`${example}\``)
          .join(' · ') || 'below',
    };
    return [field, ...nestedObjects(node).flatMap(([inner, suffix]) => fieldDocs(inner, definitions, `${prefix}${name}${suffix}.`))];
  });
}

/** Returns the objects inside a field that have no definition of their own. */
function nestedObjects(node: JsonSchema): readonly (readonly [object: JsonSchema, suffix: string])[] {
  const objectsIn = (value: JsonSchema = {}): readonly JsonSchema[] =>
    [value, ...(value.anyOf ?? [])].filter(({ properties }) => properties);
  return [...objectsIn(node).map((each) => [each, ''] as const), ...objectsIn(node.items).map((each) => [each, '[]'] as const)];
}

/** Describes the values of a field: `list of texts`, `whole number from 0 to 10000, in milliseconds`. */
function valueText(node: JsonSchema, definitions: JsonSchema['definitions'], many = false): string {
  const definition = definitionOf(node, definitions);
  if (definition) return markdownLink(definition.node.title ?? definition.name);
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  const choice = node.anyOf ?? node.oneOf;
  if (choice) return [...new Set(choice.map((each) => valueText(each, definitions, many)))].join(' or ');
  switch (node.type) {
    case 'array': {
      const items = valueText(node.items ?? {}, definitions, true);
      const list = items.startsWith('list') ? items : items.replaceAll(' or ', ' and ');
      return `list${many ? 's' : ''} of ${list}${countText(node)}`;
    }
    case 'object':
      return typeof node.additionalProperties === 'object'
        ? `names, each with a ${valueText(node.additionalProperties, definitions)}`
        : `object${many ? 's' : ''}`;
    case 'string':
      return many ? 'texts' : 'text';
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
    case 'number':
      return (
        (node.type === 'integer' ? 'whole number' : 'number') +
        rangeText(node) +
        (node.unit && node.unit !== 'none' ? `, in ${node.unit}` : '')
      );
    default:
      return 'any JSON value';
  }
}

/** Returns how many items a list has: `, at least one`, `, 2 to 3`. */
function countText({ minItems, maxItems }: JsonSchema): string {
  if (maxItems !== undefined) return `, ${minItems ?? 0} to ${maxItems}`;
  if (!minItems) return '';
  return `, at least ${minItems === 1 ? 'one' : minItems}`;
}

function rangeText({ minimum, maximum }: JsonSchema): string {
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (minimum === undefined) return isBounded ? ` up to ${maximum}` : '';
  return isBounded ? ` from ${minimum} to ${maximum}` : `, ${minimum} or more`;
}
