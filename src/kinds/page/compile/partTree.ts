import type { ScenePath } from '../../compileContext';
import { partSchemas } from '../schema/union';

/** A validated part, with the parts inside it. */
export interface PartNode {
  readonly type: string;
  readonly id?: string | undefined;
  /** Identifies the part at all steps. */
  readonly key: string;
  readonly [field: string]: unknown;
}

/** Whether a value of a validated scene is a part. */
export function isPart(value: unknown): value is PartNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && partSchemas.has(value.type);
}

/**
 * Copies a value and replaces the outermost parts in it. Returns the value itself if `replace` returns every part as it is, so that
 * unchanged parts stay the same objects. Parts that are entries of a list can be removed (no entry) or get others beside them.
 */
export function replaceParts(
  value: unknown,
  replace: (part: PartNode, path: ScenePath) => readonly unknown[],
  path: ScenePath = [],
): unknown {
  if (isPart(value)) return replace(value, path)[0];
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) => {
      const at = [...path, index];
      return isPart(item) ? replace(item, at) : [replaceParts(item, replace, at)];
    });
    return items.length === value.length && items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, replaceParts(each, replace, [...path, key])] as const);
  return entries.every(([key, each]) => each === (value as Record<string, unknown>)[key]) ? value : Object.fromEntries(entries);
}

/** Applies {@link replaceParts} to the fields of a part. */
export function replaceChildren(
  part: PartNode,
  replace: (child: PartNode, path: ScenePath) => readonly unknown[],
  path: ScenePath = [],
): PartNode {
  let copy: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(part)) {
    const next = replaceParts(value, replace, [...path, key]);
    if (next !== value) (copy ??= { ...part })[key] = next;
  }
  return (copy as PartNode | undefined) ?? part;
}

/** Returns the parts in a list and inside them, outer before inner. */
export function partsIn(parts: readonly PartNode[]): readonly PartNode[] {
  return parts.flatMap((part) => [part, ...partsIn(childrenOf(part))]);
}

const childrenOfParts = new WeakMap<PartNode, readonly PartNode[]>();

/** Returns the parts that are directly inside a part, in order. Parts never change, so they are looked for once. */
export function childrenOf(part: PartNode): readonly PartNode[] {
  const known = childrenOfParts.get(part);
  if (known) return known;
  const children: PartNode[] = [];
  replaceChildren(part, (child) => {
    children.push(child);
    return [child];
  });
  childrenOfParts.set(part, children);
  return children;
}

/** Returns a value as it is in the validated scene: its parts, and those inside them, have no keys. */
export function withoutKeys(value: unknown): unknown {
  return replaceParts(value, (part) => {
    const { key: _, ...fields } = part;
    return [replaceChildren(fields as PartNode, (child) => [withoutKeys(child)])];
  });
}
