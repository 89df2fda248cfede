import { isDeepStrictEqual } from 'node:util';
import { definitionOf, type JsonSchema } from '../compiler/jsonSchema';

type Fields = Readonly<Record<string, JsonSchema>>;

/** Texts that must have a form, by an example that has it. */
const TEXTS_OF_A_FORM = [
  ['#1f883d', '#rrggbb'],
  ['https://example.com', 'url'],
  ['12:04:31', 'hh:mm:ss'],
  ['3-5', 'n-m'],
] as const;

/** A definition with fewer fields is not referred to by objects that have them all. */
const MIN_BASE_FIELDS = 3;
/** An object may have another type for one field of a definition with this many. */
const MIN_FIELDS_TO_DIFFER = 6;
/** How often a type without a name occurs before it gets one. */
const MIN_REPEATS = 3;

/**
 * Writes schemas as types, as short as they can be read: `{ text; role?: Role; items: string[2–3] }`. An object that has all fields of a
 * definition refers to it: `Step & { … }`.
 */
export class DigestTypes {
  readonly #definitions: Fields;
  readonly #names: Readonly<Record<string, string>>;
  readonly #bases: readonly { readonly name: string; readonly node: JsonSchema }[];
  /** Names of types that have none in the schema, by the type, such as `Tone`. */
  readonly #aliases = new Map<string, string>();

  /** @param names names of definitions, in place of their own with a capital letter */
  constructor(definitions: Fields, names: Readonly<Record<string, string>>) {
    this.#definitions = definitions;
    this.#names = names;
    this.#bases = Object.entries(definitions)
      .map(([name, node]) => ({ name: this.typeName(name), node }))
      .filter(({ node }) => fieldNames(node).length >= MIN_BASE_FIELDS)
      .toSorted((a, b) => fieldNames(b.node).length - fieldNames(a.node).length);
  }

  typeName(definition: string): string {
    return this.#names[definition] ?? definition.charAt(0).toUpperCase() + definition.slice(1);
  }

  /** Names the types that fields of `roots` have several times, after the first such field. Returns a line for each. */
  nameRepeatedTypes(roots: readonly JsonSchema[]): readonly string[] {
    const found = new Map<string, { readonly field: string; count: number }>();
    const visit = (node: JsonSchema, field: string): void => {
      if ((node.enum || node.properties) && node.const === undefined && field !== '') {
        const type = this.value(node);
        const entry = found.get(type) ?? { field, count: 0 };
        entry.count += 1;
        found.set(type, entry);
      }
      for (const [name, each] of Object.entries(node.properties ?? {})) visit(each, name);
      for (const each of [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.items ? [node.items] : [])]) visit(each, field);
    };
    for (const root of roots) visit(root, '');
    const repeated = [...found].filter(([type, { count }]) => count >= MIN_REPEATS && type.length > 20);
    for (const [type, { field }] of repeated) this.#aliases.set(type, this.typeName(field));
    return repeated.map(([type, { field }]) => `${this.typeName(field)} = ${type}`);
  }

  /** Returns the type of an object, without the fields of `shared` and those in `skip`. */
  object(node: JsonSchema, shared: Fields = {}, skip: readonly string[] = []): string {
    const fields = Object.entries(node.properties ?? {}).filter(
      ([name, field]) => !skip.includes(name) && !isDeepStrictEqual(field, shared[name]),
    );
    const required = node.required ?? [];
    const base = this.#bases.find(({ node: each }) => each !== node && this.#isBase(each, Object.fromEntries(fields), required));
    const inherited = (name: string): boolean => base !== undefined && this.#field(base.node, name) === this.#field(node, name);
    const own = this.#fields(
      fields.filter(([name]) => !inherited(name)),
      required,
    );
    if (own === '') return base?.name ?? '{}';
    return base ? `${base.name} & { ${own} }` : `{ ${own} }`;
  }

  /** Returns the type of a value. */
  value(node: JsonSchema): string {
    const definition = definitionOf(node, this.#definitions);
    if (definition) return this.typeName(definition.name);
    const type = this.#unnamed(node);
    return this.#aliases.get(type) ?? type;
  }

  #unnamed(node: JsonSchema): string {
    if (node.const !== undefined) return JSON.stringify(node.const);
    if (node.enum) return node.enum.map((value) => JSON.stringify(value)).join('|');
    const choice = node.anyOf ?? node.oneOf;
    if (choice) return [...new Set(choice.map((each) => this.value(each)))].filter((each) => each !== '""').join(' | ');
    if (node.type === 'array') {
      const items = this.value(node.items ?? {});
      return `${items.includes(' | ') ? `(${items})` : items}[${countText(node)}]`;
    }
    if (node.type === 'object') {
      if (node.properties) return this.object(node);
      return `{ name: ${typeof node.additionalProperties === 'object' ? this.value(node.additionalProperties) : 'any'} }`;
    }
    if (node.type === 'integer' || node.type === 'number') return `${node.type === 'integer' ? 'int' : 'number'}${rangeText(node)}`;
    if (node.pattern !== undefined)
      return TEXTS_OF_A_FORM.find(([example]) => new RegExp(node.pattern!, 'u').test(example))?.[1] ?? 'string';
    if (node.type === 'boolean') return 'bool';
    return typeof node.type === 'string' ? node.type : (node.type?.join(' | ') ?? 'any');
  }

  /** Whether an object with `fields` has all of a base, of which one of many may differ. */
  #isBase(base: JsonSchema, fields: Fields, required: readonly string[]): boolean {
    const names = fieldNames(base);
    if (!names.every((name) => fields[name] !== undefined)) return false;
    const differing = names.filter((name) => this.#field(base, name) !== this.#field({ properties: fields, required }, name));
    return differing.length <= (names.length >= MIN_FIELDS_TO_DIFFER ? 1 : 0);
  }

  #field({ properties, required }: JsonSchema, name: string): string {
    return this.#fields([[name, properties?.[name] ?? {}]], required ?? []);
  }

  /** Writes fields one after the other. Neighbours of the same type share it, and a text has none. */
  #fields(fields: readonly (readonly [string, JsonSchema])[], required: readonly string[]): string {
    const groups: { readonly names: string[]; readonly type: string }[] = [];
    for (const [name, node] of fields) {
      const type = this.value(node);
      const shown = `${name}${required.includes(name) ? '' : '?'}`;
      const last = groups.at(-1);
      if (last?.type === type) last.names.push(shown);
      else groups.push({ names: [shown], type });
    }
    return groups.map(({ names, type }) => `${names.join(', ')}${type === 'string' ? '' : `: ${type}`}`).join('; ');
  }
}

function fieldNames({ properties = {} }: JsonSchema): readonly string[] {
  return Object.keys(properties);
}

function countText({ minItems, maxItems }: JsonSchema): string {
  if (maxItems !== undefined) return `${minItems ?? 0}–${maxItems}`;
  return minItems ? `${minItems}+` : '';
}

function rangeText({ minimum, maximum }: JsonSchema): string {
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (minimum === undefined) return isBounded ? `(≤${maximum})` : '';
  return isBounded ? `(${minimum}–${maximum})` : `(≥${minimum})`;
}
