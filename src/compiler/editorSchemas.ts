import { definitionOf, describeSchemas, defaultWords, variantsOf, type Choice, type Node } from './jsonSchema';

/** The JSON Schemas of a story's files as editors read them, by file name. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const files = describeSchemas();
  const text = (node: Node) => `${JSON.stringify(forEditors(node), null, 2)}\n`;
  return { 'story.schema.json': text(files.story), 'scene.schema.json': text(files.scene), 'wire.schema.json': text(files.wire) };
}

/**
 * The schema as editors complete and explain it best: units, defaults and the meaning of each variant are told in the
 * descriptions, a field's own words go before those of what it refers to, and a choice between variants is made by the
 * one field that tells them apart, so that only what fits is offered.
 */
function forEditors(root: Node): Node {
  const { definitions } = root;

  const change = (node: Node): Node => {
    const choice = variantsOf(node, definitions);
    if (choice) return byVariant(node, choice);
    const { unit: _unit, otherwise: _otherwise, allOf, ...rest } = node;
    const own = allOf ? { ...definitionOf(node, definitions)?.node, ...rest } : rest;
    return defined({
      ...own,
      properties: own.properties && mapValues(own.properties, (field, name) => explain(field, own, name)),
      definitions: own.definitions && mapValues(own.definitions, change),
      items: own.items && change(own.items),
      anyOf: own.anyOf?.map(change),
      oneOf: own.oneOf?.map(change),
      additionalProperties: typeof own.additionalProperties === 'object' ? change(own.additionalProperties) : own.additionalProperties,
    });
  };

  const explain = (field: Node, parent: Node, name: string): Node => {
    const description = field.description ?? (field.const === undefined ? undefined : parent.description);
    if (!description) return change(field);
    const isRequired = parent.required?.includes(name) ?? false;
    const unit = field.unit && field.unit !== 'none' ? ` In ${field.unit}.` : '';
    const otherwise = field.const === undefined ? defaultWords(field, isRequired) : undefined;
    return { ...change(field), description: `${description}${unit}${otherwise ? ` Default: ${otherwise}.` : ''}` };
  };

  const byVariant = (node: Node, { key, variants }: Choice): Node => {
    const { oneOf: _oneOf, anyOf: _anyOf, definitions: own, ...rest } = node;
    const names = [...variants.keys()];
    const options = [...variants.values()];
    return defined({
      ...rest,
      type: 'object',
      examples: options.flatMap(({ examples = [] }) => examples),
      properties: {
        [key]: {
          description: `What it is: ${names.join(', ')}.`,
          enum: names,
          enumDescriptions: options.map(({ description = '' }) => description),
        },
      },
      required: [key],
      allOf: names.map((name, index) => ({
        if: { properties: { [key]: { const: name } }, required: [key] },
        // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
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

/** `node` without what is undefined. */
function defined(node: { readonly [key in keyof Node]: Node[key] | undefined }): Node {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}
