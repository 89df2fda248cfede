import { kinds as initialKinds } from 'virtual:kinds';
import type { DescribeStep } from '../core/timeline';
import type { PageKind } from './kind';

/** Kinds of scenes by name. A built page has the kinds of its story only; elsewhere, the built-in and the configured kinds are here. */
const kinds = new Map<string, PageKind>(initialKinds.map((kind) => [kind.name, kind]));

/** Adds kinds, or replaces those of the same name. */
export function registerKinds(list: readonly PageKind[]): void {
  for (const kind of list) kinds.set(kind.name, kind);
}

/** Describes a step by its scene's kind. @throws {TypeError} for an unknown kind, which validation prevents */
export const describeStep: DescribeStep = (scene, step) => {
  const kind = kinds.get(scene.kind);
  if (!kind) throw new TypeError(`No kind of scene is called "${scene.kind}".`);
  return kind.describe(scene, step);
};

/** Loads the view of a kind. Returns undefined if it is there. Resolves also if it cannot be loaded: the view itself tries again. */
export function loadView(name: string): Promise<unknown> | undefined {
  return kinds
    .get(name)
    ?.View?.load?.()
    ?.catch(() => {});
}

/** Loads the views of all kinds, for the whole story on one page. Rejects if one cannot be loaded. */
export async function loadViews(): Promise<void> {
  await Promise.all([...kinds.values()].map(({ View }) => View?.load?.()));
}

/** Returns a kind by its name. */
export function kindOf(name: string): PageKind | undefined {
  return kinds.get(name);
}
