import type { CompileContext, ScenePath } from '../../compileContext';
import { splitGraphemes } from '../../../core/terminal/width';
import { typingTimes } from '../../../core/terminal/typingTimes';
import type { PageSource, StepSource } from '../schema/page';
import type { CompiledPart, CompiledStep, Look, PageScene } from '../scene';
import { foldSteps, type FoldedStep } from './foldSteps';
import { collectIcons } from './icons';
import { lookColours } from './lookColours';
import { pageChanges } from './pageChanges';
import type { Origin } from './pageTree';
import { partsIn, replaceChildren, replaceParts, type PartNode } from './partTree';
import { splitSigns } from './splitSigns';
import { withChartScales } from './chartScales';

/** A page, or what a kind makes of its scene. */
export interface PageInput extends Omit<PageSource, '$schema' | 'kind' | 'look' | 'parts'> {
  readonly kind: string;
  readonly look: Omit<Look, 'onAccent' | 'onBrand' | 'accentText'>;
  readonly parts: readonly unknown[];
}

/** Compiles a page: applies the changes of each step, and stores every version of every part once. */
export async function compilePage(source: PageInput, context: CompileContext): Promise<PageScene | undefined> {
  const origins = new Map<PartNode, Origin>();
  const folded = foldSteps(source, context, origins);
  if (!folded) return undefined;
  // A kind's own texts are shown as they are, whatever icon has the same name.
  const named = source.look.skin === undefined ? folded : [];
  const icons = collectIcons(new Set(named.flatMap(({ parts }) => partsIn(parts))), origins, context);
  const versions = new PartVersions();
  const steps = source.steps.map((step, index) => ({
    ...compileStep(step, folded, index, context),
    root: versions.referencesTo(folded[index]!.parts) as CompiledStep['root'],
  }));
  const prepared = await Promise.all(versions.list.map(({ part, compiled }) => prepare(compiled, pathOf(origins.get(part)), context)));
  const { parts: _, steps: __, look, ...scene } = source;
  return { ...scene, look: lookColours(look), parts: withChartScales(prepared as unknown as readonly CompiledPart[]), icons, steps };
}

/** Fields with code and pictures. */
const PREPARED = ['src', 'lang', 'text', 'json'];

/** Returns where the code or the picture of a part is in the scene. */
function pathOf(origin: Origin | undefined): ScenePath {
  const changed = PREPARED.map((field) => origin?.changes[field]).find(Boolean);
  return changed?.slice(0, -1) ?? origin?.path ?? [];
}

/** Colours the code of a part and loads its picture. */
async function prepare(part: PartNode, path: ScenePath, { highlightCode, loadImages }: CompileContext): Promise<unknown> {
  return loadImages(await highlightCode(splitSigns(maskPassword(part)), path), { path });
}

/** Replaces the words of a password by dots, so that they are not in the page. */
function maskPassword(part: PartNode): PartNode {
  const { type, input, value } = part;
  return type === 'field' && input === 'password' && typeof value === 'string'
    ? { ...part, value: '•'.repeat(splitGraphemes(value).length) }
    : part;
}

/** Numbers the versions of parts: a part that is the same at several steps, also after it was different, has one number. */
class PartVersions {
  /** Each version, and the same with references in place of the parts inside it. */
  readonly list: { readonly part: PartNode; readonly compiled: PartNode }[] = [];
  readonly #numbers = new Map<PartNode, number>();
  /** The same by all fields of the version, with its key. */
  readonly #contents = new Map<string, number>();

  /** Returns a value with references in place of the outermost parts in it. */
  referencesTo(value: unknown): unknown {
    return replaceParts(value, (part) => [{ part: this.#numberOf(part) }]);
  }

  #numberOf(part: PartNode): number {
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    const compiled = replaceChildren(part, (child) => [{ part: this.#numberOf(child) }]);
    const content = JSON.stringify(compiled, sortFields);
    const number = this.#contents.get(content) ?? this.list.push({ part, compiled }) - 1;
    this.#contents.set(content, number);
    this.#numbers.set(part, number);
    return number;
  }
}

/** Gives JSON the same order of fields, however a part got them. */
function sortFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function compileStep(step: StepSource, folded: readonly FoldedStep[], index: number, context: CompileContext): Omit<CompiledStep, 'root'> {
  const { title, notes, dwell, pointer, press } = step;
  const { parts, typed, scroll, unchanged } = folded[index]!;
  const { added, changed, lines } = pageChanges(parts, folded[index - 1]?.parts);
  const visiblyChanged = changed.filter((key) => !typed.has(key));
  const before = new Set(partsIn(folded[index - 1]?.parts ?? []).map(({ key }) => key));
  const springs = partsIn(parts).flatMap((part) => (part['springs'] && !before.has(part.key) ? [part.key] : []));
  const keys = new Map(partsIn(parts).map(({ id, key }) => [id, key]));
  const keyOf = (id: string): string => keys.get(id) ?? '';
  const pressed = typeof press === 'string' ? { part: press } : press;
  return {
    title,
    notes,
    ...(dwell !== undefined && { dwell }),
    ...(added.length > 0 && { added }),
    ...(visiblyChanged.length > 0 && { changed: visiblyChanged }),
    ...(typed.size > 0 && { typed: typingSchedule(typed, context, index) }),
    ...(springs.length > 0 && { springs }),
    ...(unchanged.length > 0 && { unchanged }),
    ...(scroll !== undefined && { scroll }),
    ...(pointer !== undefined && { pointer: keyOf(pointer) }),
    ...(pressed && { press: { key: keyOf(pressed.part), ...('hint' in pressed && { hint: pressed.hint }) } }),
    lines,
  };
}

/** Times of all fields that a step types into, one after the other. */
function typingSchedule(typed: ReadonlyMap<string, string>, { timing }: CompileContext, step: number): CompiledStep['typed'] {
  let start = timing.pause;
  const schedule: Record<string, readonly number[]> = {};
  for (const [key, words] of typed) {
    const times = typingTimes(words, timing, step).map((time) => time + start);
    schedule[key] = times;
    start = (times.at(-1) ?? start) + timing.pause;
  }
  return schedule;
}
