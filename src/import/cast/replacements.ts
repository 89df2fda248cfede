import { escapeReferences, type Variable } from '../../core/variables';
import { toRuns, type RichText, type TextRun } from '../../core/richText';
import { placesOf, type Place } from './places';
import { printable } from './printable';
import type { PrivateName } from './privateNames';

/** A text of a recording in whose place a variable stands. */
export interface Replacement {
  readonly old: string;
  /** The name of the variable. */
  readonly name: string;
  /** What is shown in its place. */
  readonly value: string;
  readonly kind: PrivateName['kind'] | 'what --replace names';
  readonly label: string;
  /** How many of the recording's texts have it. */
  readonly count: number;
  /** Whether the story has the variable already. */
  readonly isKnown: boolean;
}

/** What the author asks for with `--replace old=name:value`. */
export interface RequestedReplacement {
  readonly old: string;
  readonly name: string;
  readonly value: string | undefined;
}

export interface ReplacementOptions {
  readonly requested: readonly RequestedReplacement[];
  /** Texts that stay as they are. */
  readonly kept: readonly string[];
  /** Variables of the story. */
  readonly variables: Readonly<Record<string, Pick<Variable, 'value'>>>;
  /** Everything that the story says, so that no made-up value stands in it already. */
  readonly storyText: string;
  /** Asks the author for a value: undefined keeps the text. */
  readonly ask?: ((name: PrivateName, suggestion: string) => Promise<string | undefined>) | undefined;
}

/** Made-up values by kind. Later ones are taken where there are several, or where the story uses the first ones. */
const VALUES: Readonly<Record<PrivateName['kind'], readonly string[]>> = {
  user: ['ann', 'ben', 'cleo', 'dora'],
  host: ['laptop', 'server', 'desktop', 'backup'],
  email: ['ann@example.com', 'ben@example.com', 'cleo@example.com', 'dora@example.com'],
  password: ['not-a-password'],
  token: [],
  key: [],
  jwt: [],
  cookie: [],
};

/** Decides what stands in the place of each name: what the author asks for, a variable of the story, or a new one with a made-up value. */
export async function planReplacements(
  names: readonly PrivateName[],
  countOf: (text: string) => number,
  { requested, kept, variables, storyText, ask }: ReplacementOptions,
): Promise<readonly Replacement[]> {
  const plan: Replacement[] = [];
  const isTaken = (name: string): boolean => name in variables || plan.some((each) => each.name === name);
  for (const request of requested) {
    const [old, name] = [request.old.normalize('NFC'), request.name];
    const own = variables[name]?.value;
    const value = own ?? request.value ?? name;
    plan.push({ old, name, value, kind: 'what --replace names', label: 'as you said', count: countOf(old), isKnown: own !== undefined });
  }
  for (const found of names) {
    const { kind, label, value: old, count } = found;
    if (kept.includes(old) || plan.some((each) => each.old === old)) continue;
    const same = Object.entries(variables).find(([, { value }]) => value === old);
    if (same) {
      plan.push({ old, name: same[0], value: old, kind, label, count, isKnown: true });
      continue;
    }
    const suggestion = madeUpValue(found, (value) => plan.some((each) => each.value === value) || storyText.includes(value));
    const value = ask ? await ask(found, suggestion) : suggestion;
    if (value === undefined) continue;
    plan.push({ old, name: freeName(kind, isTaken), value, kind, label, count, isKnown: false });
  }
  return plan.toSorted((a, b) => b.old.length - a.old.length);
}

/** Parses `old=name` or `old=name:value`; undefined if it is neither. */
export function parseReplacement(text: string): RequestedReplacement | undefined {
  const [, old, name, value] = /^(.+?)=([A-Za-z][\w-]*)(?::(.*))?$/su.exec(text) ?? [];
  return old === undefined || name === undefined ? undefined : { old, name, value };
}

function madeUpValue({ kind, value }: PrivateName, isUsed: (value: string) => boolean): string {
  const listed = VALUES[kind].find((each) => !isUsed(each));
  if (listed !== undefined) return listed;
  // What the kind begins with tells the audience what it is: `ghp_`, `sk-`.
  const start = /^[A-Za-z]{2,6}[-_]/u.exec(value)?.[0] ?? '';
  const made = kind === 'host' || kind === 'user' || kind === 'email' ? 'example' : `${start}xxxxxxxx`;
  for (let number = 2; ; number += 1) {
    const candidate = number === 2 ? made : `${made}${number}`;
    if (!isUsed(candidate)) return candidate;
  }
}

function freeName(kind: string, isTaken: (name: string) => boolean): string {
  let name = kind;
  for (let number = 2; isTaken(name); number += 1) name = `${kind}${number}`;
  return name;
}

/**
 * Returns styled text with references to variables in place of names, across changes of style. What looks like a reference is escaped.
 * What cannot be printed is removed afterwards, since it separates words.
 */
export function replaceNames(text: RichText, plan: readonly Replacement[]): RichText {
  const runs = toRuns(text).map((run) => ({ ...run, text: run.text.normalize('NFC') }));
  const plain = runs.map((run) => run.text).join('');
  const taken: (Place & { readonly name: string })[] = [];
  for (const { old, name } of plan)
    for (const { start, end } of placesOf(plain, old))
      if (!taken.some((other) => start < other.end && other.start < end)) taken.push({ start, end, name });
  const shown = (from: number, to: number): string => escapeReferences(printable(plain.slice(from, to)));
  let offset = 0;
  const replaced = runs.map((run): TextRun => {
    const from = offset;
    offset += run.text.length;
    const inside = taken.filter(({ start, end }) => start < offset && end > from).toSorted((a, b) => a.start - b.start);
    let written = '';
    let at = from;
    for (const { start, end, name } of inside) {
      written += shown(at, Math.max(at, start));
      if (start >= from) written += `{{${name}}}`;
      at = Math.min(end, offset);
    }
    return { ...run, text: written + shown(at, offset) };
  });
  const parts = replaced.filter((run) => run.text !== '').map((run) => (run.role === undefined && !run.bold ? run.text : run));
  if (parts.length === 0) return '';
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
}

/** Returns plain text with references to variables in place of names. */
export function replaceInText(text: string, plan: readonly Replacement[]): string {
  return replaceNames(text, plan) as string;
}

/** Returns what stands in a place on a recorded screen: as wide as it. */
export function ofWidth(value: string, width: number): string {
  return value.length >= width ? value.slice(0, width) : value.padEnd(width, value.at(-1) ?? 'x');
}
