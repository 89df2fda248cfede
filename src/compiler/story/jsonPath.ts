import type { IdentifierNode, MemberNode, StringNode, ValueNode } from '@humanwhocodes/momoa';

export type Value = ValueNode;

/** The way from the top of a file to one of its values. */
export type Path = readonly PropertyKey[];

export interface Place {
  readonly line: number;
  readonly column: number;
}

const START: Place = { line: 1, column: 1 };

/** Where the value at `path` stands; if there is none, where the innermost object or list round it stands. */
export function placeOf(body: Value | undefined, path: Path): Place {
  let node = body;
  for (const key of path) {
    const next = child(node, key);
    if (!next) break;
    node = next;
  }
  return node?.loc.start ?? START;
}

/** Where the key at the end of `path` stands. */
export function placeOfKey(body: Value | undefined, path: Path): Place {
  const parent = path.slice(0, -1).reduce<Value | undefined>(child, body);
  return member(parent, path.at(-1))?.name.loc.start ?? placeOf(body, path);
}

/** The value at `path` of plain data; undefined if there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, data);
}

/** A path in the author's words, for example `steps[0].blocks[2].role`. */
export function fieldName(path: Path): string {
  return path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
    })
    .join('')
    .replace(/^\./u, '');
}

export function keyOf(name: StringNode | IdentifierNode): string {
  return name.type === 'String' ? name.value : name.name;
}

function child(node: Value | undefined, key: PropertyKey): Value | undefined {
  if (node?.type === 'Array') return node.elements[Number(key)]?.value;
  return member(node, key)?.value;
}

/** The last of several members with the same key, as it is the one that counts. */
function member(node: Value | undefined, key: PropertyKey | undefined): MemberNode | undefined {
  if (node?.type !== 'Object') return undefined;
  return node.members.findLast(({ name }) => keyOf(name) === key);
}
