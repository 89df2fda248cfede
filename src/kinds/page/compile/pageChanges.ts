import { isDeepStrictEqual } from 'node:util';
import { ownLines, isShown, readsItsCells } from './partLines';
import { childrenOf, partsIn, replaceChildren, type PartNode } from './partTree';

/** How a page differs from the step before. */
export interface PageChanges {
  /** Keys of the parts that came, without those inside them, and of those whose own fields changed. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** What is new, in words. */
  readonly lines: readonly string[];
}

/** Compares the parts of a page with those of the step before; `previous` is undefined at the first step, at which nothing is a change. */
export function pageChanges(parts: readonly PartNode[], previous: readonly PartNode[] | undefined): PageChanges {
  const before = new Map(partsIn(previous ?? []).map((part) => [part.key, part]));
  const added: string[] = [];
  const changed: string[] = [];
  const compare = (part: PartNode): void => {
    const old = before.get(part.key);
    if (old === part) return;
    if (!old) {
      added.push(part.key);
      return;
    }
    if (!isDeepStrictEqual(ownFields(part), ownFields(old))) changed.push(part.key);
    childrenOf(part).forEach(compare);
  };
  if (previous) parts.forEach(compare);
  return { added, changed, lines: parts.flatMap((part) => newLines(part, before)) };
}

/** Returns the fields of a part without the parts in lists: one that comes into a list is new itself, and its list has not changed. */
function ownFields(part: PartNode): PartNode {
  return replaceChildren(part, () => []);
}

/** Returns the lines of a part that the page did not have before, and of the parts inside it. */
function newLines(part: PartNode, before: ReadonlyMap<string, PartNode>): readonly string[] {
  if (!isShown(part)) return [];
  const old = before.get(part.key);
  if (old === part) return [];
  const isNew = !old || !isShown(old);
  const lines = ownLines(part);
  const own = isNew || !isDeepStrictEqual(lines, ownLines(old)) ? lines : [];
  if (isNew && readsItsCells(part)) return own;
  const known = isNew ? new Map<string, PartNode>() : before;
  return [...own, ...childrenOf(part).flatMap((child) => newLines(child, known))];
}
