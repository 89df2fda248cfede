import { isDeepStrictEqual } from 'node:util';
import { closestMatch } from '../../../compiler/story/closestMatch';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { PageSource, StepSource } from '../schema/page';
import { partRules } from '../schema/rules';
import { partSchemas } from '../schema/union';
import { partDepth, partsIn, replaceChildren, replaceParts, type PartNode } from './partTree';

/** Parts of a page at a step; more are slow to draw, and nobody could read them. */
const MAX_PARTS = 1000;
/** How deep parts may be inside others. */
const MAX_DEPTH = 16;

/** The parts of a page at a step. */
export interface FoldedStep {
  readonly parts: readonly PartNode[];
  /** Keys of fields that are typed into, with their words. */
  readonly typed: ReadonlyMap<string, string>;
  /** Changes after which nothing is different, such as `build.state`. */
  readonly unchanged: readonly string[];
}

export type Report = Pick<CompileContext, 'report' | 'validate'>;

/** Applies the changes of all steps in turn. `origins` gets the path in the scene file of each part. */
export function foldSteps(source: PageSource, context: Report, origins: Map<PartNode, ScenePath>): readonly FoldedStep[] {
  const page = new FoldingPage(context, origins);
  page.start(source.parts);
  return source.steps.map((step, index) => page.apply(step, index));
}

/** A page while the changes of its steps are applied. */
class FoldingPage {
  readonly #context: Report;
  readonly #origins: Map<PartNode, ScenePath>;
  #parts: readonly PartNode[] = [];
  /** Parts by their id, as they are now. */
  #named = new Map<string, PartNode>();
  #keys = 0;

  constructor(context: Report, origins: Map<PartNode, ScenePath>) {
    this.#context = context;
    this.#origins = origins;
  }

  start(parts: unknown): void {
    this.#parts = this.#withKeys(parts, ['parts']) as readonly PartNode[];
    this.#indexIds(['parts']);
  }

  apply(step: StepSource, index: number): FoldedStep {
    const at: ScenePath = ['steps', index];
    const typed = new Map<string, string>();
    const unchanged: string[] = [];
    step.remove?.forEach((id, entry) => {
      const part = this.#find(id, [...at, 'remove', entry]);
      if (part) this.#update((each) => (each.key === part.key ? [] : undefined));
    });
    step.add?.forEach((addition, entry) => this.#add(addition, [...at, 'add', entry]));
    for (const [id, fields] of Object.entries(step.set ?? {})) {
      const part = this.#find(id, [...at, 'set', id]);
      if (!part) continue;
      const changes = this.#validFields(part, fields, [...at, 'set', id]);
      for (const [field, value] of changes) if (isDeepStrictEqual(part[field], value)) unchanged.push(`${id}.${field}`);
      this.#set(part, changes, [...at, 'set', id]);
    }
    for (const [id, words] of Object.entries(step.type ?? {})) {
      const path = [...at, 'type', id];
      const part = this.#find(id, path);
      const field = part && { field: 'value', chat: 'draft' }[part.type];
      if (part && field === undefined)
        this.#context.report({ path, found: `the ${part.type} "${id}"`, expected: 'a field, or a chat with its field below' });
      if (!part || field === undefined) continue;
      this.#set(part, [[field, words]], path);
      typed.set(part.key, words);
    }
    for (const field of ['scroll', 'pointer'] as const) if (step[field] !== undefined) this.#find(step[field], [...at, field]);
    if (step.press !== undefined) this.#checkPress(step.press, [...at, 'press']);
    this.#checkSize(index === 0 ? ['parts'] : [...at, 'add']);
    return { parts: this.#parts, typed, unchanged };
  }

  /** Returns the part with an id; reports an id that no part has. */
  #find(id: string, path: ScenePath): PartNode | undefined {
    const part = this.#named.get(id);
    if (!part) {
      const names = [...this.#named.keys()];
      const expected = names.length === 0 ? 'the id of a part; no part has one here' : `the id of a part that is on the page at this step`;
      this.#context.report({ path, found: JSON.stringify(id), expected, suggestion: closestMatch(id, names) });
    }
    return part;
  }

  #add({ in: target, before, parts }: NonNullable<StepSource['add']>[number], path: ScenePath): void {
    const container = target === undefined ? undefined : this.#find(target, [...path, 'in']);
    const next = before === undefined ? undefined : this.#find(before, [...path, 'before']);
    if ((target !== undefined && !container) || (before !== undefined && !next)) return;
    if (container && !('parts' in partSchemas.get(container.type)!.shape)) {
      this.#context.report({
        path: [...path, 'in'],
        found: `a ${container.type}, which has no parts inside`,
        expected: 'a part with `parts`',
      });
      return;
    }
    const inside = container ? ((container['parts'] ?? []) as readonly PartNode[]) : undefined;
    if (next && inside && !inside.some(({ key }) => key === next.key)) {
      this.#context.report({
        path: [...path, 'before'],
        found: `"${before}", which is not in "${target}"`,
        expected: `a part of "${target}"`,
      });
      return;
    }
    const fresh = this.#withKeys(parts, [...path, 'parts']) as readonly PartNode[];
    if (next) this.#update((each) => (each.key === next.key ? [...fresh, each] : undefined));
    else if (container) this.#update((each) => (each.key === container.key ? [{ ...each, parts: [...inside!, ...fresh] }] : undefined));
    else this.#parts = [...this.#parts, ...fresh];
    this.#indexIds([...path, 'parts']);
  }

  /** Returns the fields that a part can take, validated; reports the others. */
  #validFields(part: PartNode, fields: Readonly<Record<string, unknown>>, path: ScenePath): readonly (readonly [string, unknown])[] {
    const shape = partSchemas.get(part.type)!.shape as Readonly<Record<string, Parameters<Report['validate']>[0]>>;
    const { type: _, id: __, ...known } = shape;
    return Object.entries(fields).flatMap(([field, value]) => {
      const schema = known[field];
      if (!schema) {
        const expected = `a field of a ${part.type}: ${Object.keys(known).join(', ')}`;
        const suggestion = closestMatch(field, Object.keys(known));
        this.#context.report({ path: [...path, field], found: `the field "${field}"`, expected, suggestion });
        return [];
      }
      const result = this.#context.validate(schema, value === null ? undefined : value, [...path, field]);
      return result ? [[field, this.#withKeys(result.value, [...path, field])] as const] : [];
    });
  }

  /** Gives a part new values. */
  #set(part: PartNode, changes: readonly (readonly [string, unknown])[], path: ScenePath): void {
    const different = changes.filter(([field, value]) => !isDeepStrictEqual(part[field], value));
    if (different.length === 0) return;
    const next: PartNode = { ...part, ...Object.fromEntries(different) };
    partRules[part.type]?.(next, (found, expected) => this.#context.report({ path, found, expected }));
    this.#origins.set(next, path);
    this.#update((each) => (each.key === part.key ? [next] : undefined));
    this.#indexIds(path);
  }

  /** Replaces parts; `replace` returns undefined for those that stay. */
  #update(replace: (part: PartNode) => readonly PartNode[] | undefined): void {
    const visit = (part: PartNode): readonly PartNode[] => {
      const replaced = replace(part);
      if (replaced) return replaced;
      const next = replaceChildren(part, visit);
      if (next !== part) this.#origins.set(next, this.#origins.get(part) ?? []);
      return [next];
    };
    this.#parts = replaceParts(this.#parts, visit) as readonly PartNode[];
    this.#named = new Map(partsIn(this.#parts).flatMap((part) => (part.id === undefined ? [] : [[part.id, part]])));
  }

  /** Copies a value with a key for each part in it, and notes where each is in the file. */
  #withKeys(value: unknown, path: ScenePath): unknown {
    const visit = (part: PartNode, at: ScenePath): readonly PartNode[] => {
      const key = String((this.#keys += 1));
      const next = { ...replaceChildren(part, visit, at), key };
      this.#origins.set(next, at);
      return [next];
    };
    return replaceParts(value, visit, path);
  }

  /** Indexes the parts by id. Reports ids that two parts have, if the second one is in the file at `path`. */
  #indexIds(path: ScenePath): void {
    const seen = new Map<string, PartNode>();
    for (const part of partsIn(this.#parts)) {
      if (part.id === undefined) continue;
      const at = this.#origins.get(part) ?? path;
      if (seen.has(part.id) && path.every((key, index) => key === at[index]))
        this.#context.report({ path: [...at, 'id'], found: `"${part.id}" for a second part`, expected: 'an id of its own' });
      seen.set(part.id, part);
    }
    this.#named = seen;
  }

  #checkPress(press: NonNullable<StepSource['press']>, path: ScenePath): void {
    const [id, at] = typeof press === 'string' ? [press, path] : [press.part, [...path, 'part']];
    const part = this.#find(id, at);
    if (part && part.type !== 'button') this.#context.report({ path: at, found: `the ${part.type} "${id}"`, expected: 'a button' });
    else if (part?.['disabled'])
      this.#context.report({ path: at, found: `"${id}", which is disabled`, expected: 'a button that can be pressed' });
  }

  #checkSize(path: ScenePath): void {
    const count = partsIn(this.#parts).length;
    if (count > MAX_PARTS)
      this.#context.report({
        path,
        found: `${count} parts on the page`,
        expected: `at most ${MAX_PARTS}; show what matters, or use several scenes`,
      });
    if (partDepth(this.#parts) > MAX_DEPTH)
      this.#context.report({ path, found: `parts inside parts, more than ${MAX_DEPTH} deep`, expected: `at most ${MAX_DEPTH}` });
  }
}
