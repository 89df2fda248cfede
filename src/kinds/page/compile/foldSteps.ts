import { isDeepStrictEqual } from 'node:util';
import { closestMatch } from '../../../core/closestMatch';
import type { CompileContext, ScenePath } from '../../compileContext';
import type { PageSource, StepSource } from '../schema/page';
import { partRules } from '../schema/rules';
import { partSchemas } from '../schema/union';
import { OVERLAYS, PageTree, type Origin } from './pageTree';
import { childrenOf, withoutKeys, type PartNode } from './partTree';

/** Parts of a page at a step; more are slow to draw, and nobody could read them. */
const MAX_PARTS = 1000;

/** The parts of a page at a step. */
export interface FoldedStep {
  readonly parts: readonly PartNode[];
  /** Keys of fields that are typed into, with their words. */
  readonly typed: ReadonlyMap<string, string>;
  /** Key of the part that the page is scrolled to; undefined at its top. */
  readonly scroll: string | undefined;
  /** Changes after which nothing is different, such as `build.state`. */
  readonly unchanged: readonly string[];
}

interface Addition {
  readonly in?: string | undefined;
  readonly before?: string | undefined;
  readonly parts: unknown;
}

export type Report = Pick<CompileContext, 'report' | 'validate'>;

/**
 * Applies the changes of all steps in turn. `origins` gets the place in the scene file of each part. Returns undefined for a page with too
 * many parts, whose later steps are not looked at.
 */
export function foldSteps(
  source: { readonly parts: unknown; readonly steps: PageSource['steps'] },
  context: Report,
  origins: Map<PartNode, Origin>,
): readonly FoldedStep[] | undefined {
  const page = new FoldingPage(context, new PageTree(context.report, origins));
  if (!page.add({ parts: source.parts }, [])) return undefined;
  const folded: FoldedStep[] = [];
  for (const [index, step] of source.steps.entries()) {
    const next = page.apply(step, index);
    if (!next) return undefined;
    folded.push(next);
  }
  return folded;
}

/** A page while the changes of its steps are applied. */
class FoldingPage {
  readonly #context: Report;
  readonly #tree: PageTree;
  /** Keys of the parts that steps have scrolled to, the latest last. */
  readonly #scrolls: string[] = [];

  constructor(context: Report, tree: PageTree) {
    this.#context = context;
    this.#tree = tree;
  }

  /** Applies the changes of a step; returns undefined if there are too many parts then. */
  apply(step: StepSource, index: number): FoldedStep | undefined {
    const at: ScenePath = ['steps', index];
    const typed = new Map<string, string>();
    const unchanged: string[] = [];
    step.remove?.forEach((id, entry) => {
      const part = this.#find(id, [...at, 'remove', entry]);
      if (part) this.#tree.remove(part);
    });
    for (const [entry, addition] of (step.add ?? []).entries()) if (!this.add(addition, [...at, 'add', entry])) return undefined;
    for (const [id, fields] of Object.entries(step.set ?? {})) {
      const part = this.#find(id, [...at, 'set', id]);
      if (!part) continue;
      const path = [...at, 'set', id];
      this.#set(part, this.#validFields(part, fields, path), path).forEach((change) => unchanged.push(change));
    }
    for (const [id, words] of Object.entries(step.type ?? {})) {
      const path = [...at, 'type', id];
      const part = this.#find(id, path);
      const field = part && { field: 'value', chat: 'draft' }[part.type];
      if (part && field === undefined)
        this.#context.report({ path, found: `the ${part.type} "${id}"`, expected: 'a field, or a chat with its field below' });
      if (!part || field === undefined) continue;
      this.#set(part, { [field]: words }, path);
      typed.set(part.key, words);
    }
    if (step.pointer !== undefined) this.#find(step.pointer, [...at, 'pointer']);
    if (step.scroll !== undefined) this.#scrollTo(step.scroll, [...at, 'scroll']);
    if (step.press !== undefined) this.#checkPress(step.press, [...at, 'press']);
    if (this.#isTooLarge([...at, 'set'])) return undefined;
    return { parts: this.#tree.parts, typed, scroll: this.#scrolls.findLast((key) => this.#tree.has(key)), unchanged };
  }

  /** Adds parts; reports what is wrong with their place. Returns whether the page has room for them. */
  add({ in: target, before, parts }: Addition, path: ScenePath): boolean {
    const container = target === undefined ? undefined : this.#find(target, [...path, 'in']);
    const next = before === undefined ? undefined : this.#find(before, [...path, 'before']);
    if ((target !== undefined && !container) || (before !== undefined && !next)) return true;
    if (container && !('parts' in partSchemas.get(container.type)!.shape)) {
      const found = `a ${container.type}, which has no parts inside`;
      this.#context.report({ path: [...path, 'in'], found, expected: 'a part with `parts`' });
      return true;
    }
    if (next && container && !childrenOf(container).some(({ key }) => key === next.key)) {
      const found = `"${before}", which is not in "${target}"`;
      this.#context.report({ path: [...path, 'before'], found, expected: `a part of "${target}"` });
      return true;
    }
    this.#tree.add(parts, [...path, 'parts'], { inside: container, before: next });
    return !this.#isTooLarge([...path, 'parts']);
  }

  /** Returns the part with an id; reports an id that no part has. */
  #find(id: string, path: ScenePath): PartNode | undefined {
    const part = this.#tree.find(id);
    if (!part) {
      const names = this.#tree.ids;
      const expected = names.length === 0 ? 'the id of a part; no part has one here' : 'the id of a part that is on the page at this step';
      this.#context.report({ path, found: JSON.stringify(id), expected, suggestion: closestMatch(id, names) });
    }
    return part;
  }

  /** Returns the fields that a part can take, validated; reports the others. */
  #validFields(part: PartNode, fields: Readonly<Record<string, unknown>>, path: ScenePath): Readonly<Record<string, unknown>> {
    const shape = partSchemas.get(part.type)!.shape as Readonly<Record<string, Parameters<Report['validate']>[0]>>;
    const { type: _, id: __, ...known } = shape;
    const valid = Object.entries(fields).flatMap(([field, value]) => {
      const schema = known[field];
      if (!schema || !Object.hasOwn(known, field)) {
        const expected = `a field of a ${part.type}: ${Object.keys(known).join(', ')}`;
        const suggestion = closestMatch(field, Object.keys(known));
        this.#context.report({ path: [...path, field], found: `the field "${field}"`, expected, suggestion });
        return [];
      }
      const result = this.#context.validate(schema, value === null ? undefined : value, [...path, field]);
      return result ? [[field, result.value] as const] : [];
    });
    return Object.fromEntries(valid);
  }

  /** Gives a part new values. Returns the changes after which nothing is different. */
  #set(part: PartNode, fields: Readonly<Record<string, unknown>>, path: ScenePath): readonly string[] {
    const isSame = ([field, value]: readonly [string, unknown]): boolean => isDeepStrictEqual(withoutKeys(part[field]), value);
    const same = Object.entries(fields).filter(isSame);
    const different = Object.entries(fields).filter((entry) => !same.some(([field]) => field === entry[0]));
    if (different.length > 0) {
      const next = this.#tree.change(part, Object.fromEntries(different), path);
      partRules[part.type]?.(next, (found, expected) => this.#context.report({ path, found, expected }));
    }
    return same.map(([field]) => `${part.id}.${field}`);
  }

  #checkPress(press: NonNullable<StepSource['press']>, path: ScenePath): void {
    const [id, at] = typeof press === 'string' ? [press, path] : [press.part, [...path, 'part']];
    const part = this.#find(id, at);
    if (part && part.type !== 'button') this.#context.report({ path: at, found: `the ${part.type} "${id}"`, expected: 'a button' });
    else if (part) {
      const reason = part['disabled'] ? 'which is disabled' : this.#coverOf(part);
      if (reason !== undefined) this.#context.report({ path: at, found: `"${id}", ${reason}`, expected: 'a button that can be pressed' });
    }
  }

  /** Returns why a part cannot be seen or used: it is in a closed dialog, or behind an open one. */
  #coverOf(part: PartNode): string | undefined {
    const isOpenDialog = ({ type, open }: PartNode): boolean => type === 'dialog' && open !== false;
    const top = this.#tree.topOf(part);
    if (top.type === 'dialog') return isOpenDialog(top) ? undefined : 'which is in a dialog that is closed';
    return this.#tree.parts.some(isOpenDialog) ? 'which a dialog covers' : undefined;
  }

  #scrollTo(id: string, path: ScenePath): void {
    const part = this.#find(id, path);
    if (!part) return;
    const top = this.#tree.topOf(part);
    const stays = OVERLAYS.includes(top.type) || (top.type === 'nav' && top['side'] !== true);
    if (stays)
      this.#context.report({
        path,
        found: `"${id}", which stays in place when the page scrolls`,
        expected: 'a part of the page below its bar',
      });
    else this.#scrolls.push(part.key);
  }

  /** Whether there are too many parts; reports it. */
  #isTooLarge(path: ScenePath): boolean {
    const count = this.#tree.size;
    if (count <= MAX_PARTS) return false;
    const expected = `at most ${MAX_PARTS}; show what matters, or use several scenes`;
    this.#context.report({ path, found: `${count} parts on the page`, expected });
    return true;
  }
}
