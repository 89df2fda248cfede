import type { CompileContext, ScenePath } from '../../compileContext';
import { childrenOf, replaceChildren, replaceParts, type PartNode } from './partTree';

/** How deep parts may be inside others. */
const MAX_DEPTH = 16;

/** Parts that are drawn over the page, which has them at its top level only. */
export const OVERLAYS: readonly string[] = ['dialog', 'toast'];

/** Where a part is written in the scene. */
export interface Origin {
  /** The part itself, in `parts` or in what a step adds. */
  readonly path: ScenePath;
  /** Values that steps gave it since then. */
  readonly changes: Readonly<Record<string, ScenePath>>;
}

/** Where a part is in the page. */
interface Place {
  readonly part: PartNode;
  /** Key of the part that it is in; undefined at the top level. */
  readonly parent: string | undefined;
  readonly depth: number;
}

/**
 * The parts of a page while its steps change them. Each change copies the parts that are around it and no others, so parts that stay the
 * same are the same objects at all steps. `origins` gets the place in the scene file of each part.
 */
export class PageTree {
  readonly #report: CompileContext['report'];
  readonly #origins: Map<PartNode, Origin>;
  #parts: readonly PartNode[] = [];
  /** Places by the part's key, and keys by the part's id. */
  readonly #places = new Map<string, Place>();
  readonly #named = new Map<string, string>();
  #keys = 0;

  constructor(report: CompileContext['report'], origins: Map<PartNode, Origin>) {
    this.#report = report;
    this.#origins = origins;
  }

  get parts(): readonly PartNode[] {
    return this.#parts;
  }

  /** How many parts are on the page. */
  get size(): number {
    return this.#places.size;
  }

  /** The ids of all parts. */
  get ids(): readonly string[] {
    return [...this.#named.keys()];
  }

  find(id: string): PartNode | undefined {
    return this.#places.get(this.#named.get(id) ?? '')?.part;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** Returns the part at the top level that a part is, or is in. */
  topOf(part: PartNode): PartNode {
    const { part: current, parent } = this.#places.get(part.key) ?? { part, parent: undefined };
    const around = parent === undefined ? undefined : this.#places.get(parent)?.part;
    return around ? this.topOf(around) : current;
  }

  /** Adds validated parts before a part, or at the end of a part's `parts`, or of the page. */
  add(
    parts: unknown,
    path: ScenePath,
    { inside, before }: { readonly inside?: PartNode | undefined; readonly before?: PartNode | undefined },
  ): void {
    const fresh = this.#withKeys(parts, path) as readonly PartNode[];
    const parent = before ? this.#places.get(before.key)!.parent : inside?.key;
    if (before) this.#replace(before.key, [...fresh, before]);
    else if (inside) this.#replacePart(inside, { ...inside, parts: [...((inside['parts'] ?? []) as readonly PartNode[]), ...fresh] });
    else this.#parts = [...this.#parts, ...fresh];
    fresh.forEach((part) => this.#register(part, parent));
  }

  remove(part: PartNode): void {
    this.#replace(part.key, []);
    this.#unregister(part);
  }

  /** Gives a part new values, which come from `path`. Returns the part with them. `undefined` takes a field away. */
  change(part: PartNode, fields: Readonly<Record<string, unknown>>, path: ScenePath): PartNode {
    const values = Object.entries(fields).filter(([, value]) => value !== undefined);
    const kept = Object.entries(part).filter(([field]) => !(field in fields));
    const fresh = values.map(([field, value]) => [field, this.#withKeys(value, [...path, field])] as const);
    const next = Object.fromEntries([...kept, ...fresh]) as unknown as PartNode;
    childrenOf(part).forEach((child) => this.#unregister(child));
    this.#replacePart(part, next);
    const { path: origin = [], changes = {} } = this.#origins.get(part) ?? {};
    const changed = Object.keys(fields).map((field) => [field, [...path, field]] as const);
    this.#origins.set(next, { path: origin, changes: { ...changes, ...Object.fromEntries(changed) } });
    childrenOf(next).forEach((child) => this.#register(child, part.key));
    return next;
  }

  #replacePart(part: PartNode, next: PartNode): void {
    const origin = this.#origins.get(part);
    if (origin) this.#origins.set(next, origin);
    this.#places.set(part.key, { ...this.#places.get(part.key)!, part: next });
    this.#replace(part.key, [next]);
  }

  /** Puts other parts in the place of one, and copies the parts that it is in. */
  #replace(key: string, parts: readonly PartNode[]): void {
    const parent = this.#places.get(this.#places.get(key)?.parent ?? '')?.part;
    const replace = (each: PartNode): readonly PartNode[] => (each.key === key ? parts : [each]);
    if (parent) this.#replacePart(parent, replaceChildren(parent, replace));
    else this.#parts = this.#parts.flatMap(replace);
  }

  /** Copies a value with a key for each part in it, and notes where each is in the file. */
  #withKeys(value: unknown, path: ScenePath): unknown {
    const visit = (part: PartNode, at: ScenePath): readonly PartNode[] => {
      const key = String((this.#keys += 1));
      const next = { ...replaceChildren(part, visit, at), key };
      this.#origins.set(next, { path: at, changes: {} });
      return [next];
    };
    return replaceParts(value, visit, path);
  }

  /** Notes the places of a part that came and of those inside it. Reports ids that other parts have, and places where they cannot be. */
  #register(part: PartNode, parent: string | undefined): void {
    const around = parent === undefined ? undefined : this.#places.get(parent);
    const depth = (around?.depth ?? 0) + 1;
    const path = this.#origins.get(part)?.path ?? [];
    if (around && OVERLAYS.includes(part.type)) {
      const expected = `a ${part.type} in "parts" of the scene, or added without "in", since it is drawn over the whole page`;
      this.#report({ path, found: `a ${part.type} inside a ${around.part.type}`, expected });
    }
    if (depth === MAX_DEPTH + 1)
      this.#report({ path, found: `parts inside parts, more than ${MAX_DEPTH} deep`, expected: `at most ${MAX_DEPTH}` });
    this.#places.set(part.key, { part, parent, depth });
    if (part.id !== undefined && this.#named.has(part.id))
      this.#report({ path: [...path, 'id'], found: `"${part.id}" for a second part`, expected: 'an id of its own' });
    else if (part.id !== undefined) this.#named.set(part.id, part.key);
    childrenOf(part).forEach((child) => this.#register(child, part.key));
  }

  /** Forgets a part that went, and those inside it. */
  #unregister(part: PartNode): void {
    if (part.id !== undefined && this.#named.get(part.id) === part.key) this.#named.delete(part.id);
    this.#places.delete(part.key);
    childrenOf(part).forEach((child) => this.#unregister(child));
  }
}
