import type { IdentifierNode, MemberNode, StringNode, ValueNode } from '@humanwhocodes/momoa';

export type JsonNode = ValueNode;

/** The keys and indexes that lead from the top of a file to one of its values. */
export type JsonPath = readonly PropertyKey[];

export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

const FILE_START: SourcePosition = { line: 1, column: 1 };

/** Returns the position of the value at `path`; if there is none, of the innermost existing object or list on the path. */
export function sourcePositionOf(body: JsonNode | undefined, path: JsonPath): SourcePosition {
  let node = body;
  for (const key of path) {
    const next = childNode(node, key);
    if (!next) break;
    node = next;
  }
  return node?.loc.start ?? FILE_START;
}

/** Returns the position of the key at the end of `path`; if there is none, the same as {@link sourcePositionOf}. */
export function sourcePositionOfKey(body: JsonNode | undefined, path: JsonPath): SourcePosition {
  const parent = path.slice(0, -1).reduce<JsonNode | undefined>(childNode, body);
  return findMember(parent, path.at(-1))?.name.loc.start ?? sourcePositionOf(body, path);
}

/** Returns the value at `path` of plain data; undefined if there is none. Ignores inherited properties. */
export function valueAt(data: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, data);
}

/** Returns a path as messages write it, for example `steps[0].blocks[2].role`. */
export function formatPath(path: JsonPath): string {
  return path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
    })
    .join('')
    .replace(/^\./u, '');
}

export function memberKey(name: StringNode | IdentifierNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function childNode(node: JsonNode | undefined, key: PropertyKey): JsonNode | undefined {
  if (node?.type === 'Array') return node.elements[Number(key)]?.value;
  return findMember(node, key)?.value;
}

/** Finds the last member with a key, as `JSON.parse` does for duplicate keys. */
function findMember(node: JsonNode | undefined, key: PropertyKey | undefined): MemberNode | undefined {
  if (node?.type !== 'Object') return undefined;
  return node.members.findLast(({ name }) => memberKey(name) === key);
}
