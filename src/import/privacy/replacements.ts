import { escapeReferences } from '../../core/variables';
import type { SecretKind } from './fieldKinds';
import type { MadeUpJwt, Replaced, WireValue } from './replaced';
import { referToVariables, type StoryValues } from './storyValues';
import { AS_WORDS, mayStandAnywhere, SecretFinder } from './secretFinder';
import { challengeOf, madeUpPkce, madeUpValue } from './madeUp';

/** Where a secret was found. */
export interface Found {
  readonly field: string;
  readonly where: string;
  readonly owner?: object | undefined;
}

const placeOf = (field: string): Found => ({ field, where: `parameter “${field}”` });

interface Entry {
  readonly kind: SecretKind;
  readonly person?: number | undefined;
  readonly where: string;
  readonly field: string;
  readonly madeUp: string;
  readonly jwt?: MadeUpJwt | undefined;
  name?: string;
}

/** Kinds that name a person. */
const PERSONAL: ReadonlySet<SecretKind> = new Set(['e-mail address', 'user name', 'name', 'picture']);

/** What stands in place of the start of a token, where a reference cannot. */
const SHORT_TOKEN = 'eyJhbG…';

/** The secrets of a trace, each with one made-up value. First all are collected, then texts are rewritten. */
export class Replacements {
  private readonly entries = new Map<string, Entry>();
  private readonly counts = new Map<string, number>();
  private readonly persons = new WeakMap<object, number>();
  /** Kinds and made-up values of people: two have not the same. */
  private readonly taken = new Set<string>();
  private readonly used = new Set<string>();
  private readonly names = new Set<string>();
  private finder: SecretFinder | undefined;
  /** Secrets that were found by what is around them, and are replaced only where it is. */
  private readonly byPlace = new Set<string>();

  private readonly values: StoryValues;

  /** @param values the closed and open variables of the story */
  constructor(values: StoryValues = new Map()) {
    this.values = values;
    for (const name of values.keys()) this.names.add(name);
  }

  /**
   * Adds a secret unless it is known.
   * @param field gives its made-up value a name
   * @param owner the object that the field belongs to: its fields are about one person
   */
  add(secret: string, kind: SecretKind, { field, where, owner }: Found): void {
    if (field === '' && !mayStandAnywhere(secret, kind)) this.byPlace.add(secret);
    if (secret === '' || this.entries.has(secret)) return;
    if (!PERSONAL.has(kind)) {
      this.set(secret, { kind, field, where, madeUp: madeUpValue(secret, kind, this.count(kind)) });
      return;
    }
    // A user name is often the first part of the e-mail address.
    let person = this.entries.get(secret.split('@')[0]!)?.person ?? (owner && this.persons.get(owner)) ?? this.count('name');
    const isFamily = /family|last|surname/iu.test(field);
    const madeUp = (): string => (isFamily ? 'Example' : madeUpValue(secret, kind, person));
    if (!isFamily) while (this.taken.has(`${kind} ${madeUp()}`)) person = this.count('name');
    this.taken.add(`${kind} ${madeUp()}`);
    if (owner && !this.persons.has(owner)) this.persons.set(owner, person);
    this.set(secret, { kind, field, where, person, madeUp: madeUp() });
  }

  /** Adds a token with its made-up parts. */
  addJwt(token: string, jwt: MadeUpJwt, { field, where }: Found): void {
    if (!this.entries.has(token)) this.set(token, { kind: 'JWT', field, where, madeUp: SHORT_TOKEN, jwt });
  }

  /** Notes that an object has a text that may be known already: its other fields are about the same person then. */
  notePerson(secret: string, owner: object): void {
    const person = this.entries.get(secret)?.person;
    if (person !== undefined && !this.persons.has(owner)) this.persons.set(owner, person);
  }

  /** Adds a text with what the author wants in its place. */
  addReplacement(secret: string, madeUp: string): void {
    this.set(secret, { kind: 'what --replace names', field: '', where: 'anywhere', madeUp });
  }

  /** Adds a text that is made of other secrets. */
  addMadeUp(secret: string, madeUp: string, kind: SecretKind, { field, where }: Found): void {
    if (!this.entries.has(secret)) this.set(secret, { kind, field, where, madeUp });
  }

  /** Adds the challenge of a code_verifier (RFC 7636), and the verifier if the trace has it: their made-up values belong together too. */
  addPkce(challenge: string, verifier: string | undefined): void {
    if (this.entries.has(challenge)) return;
    const madeUp = madeUpPkce(this.count('code'));
    const isPlain = challenge === verifier;
    if (verifier !== undefined) this.addMadeUp(verifier, madeUp.verifier, 'code', placeOf('code_verifier'));
    if (!isPlain) this.addMadeUp(challenge, madeUp.challenge, 'code', placeOf('code_challenge'));
  }

  private set(secret: string, entry: Entry): void {
    this.entries.set(secret, entry);
    this.finder = undefined;
  }

  private count(kind: SecretKind): number {
    const group = AS_WORDS.has(kind) ? kind : 'secret';
    const count = (this.counts.get(group) ?? 0) + 1;
    this.counts.set(group, count);
    return count;
  }

  /** Returns a text with references to the made-up values in place of secrets, for a field of the wire file. */
  rewrite(text: string): string {
    return this.replace(text, false);
  }

  /** Returns a text with the made-up values themselves, where the file has no references: keys, addresses of parties, tokens. */
  rewriteLiterally(text: string): string {
    return this.replace(text, true);
  }

  /** Returns a text without secrets for a field of the wire file: it refers to the story's variables, and shows braces as they are. */
  escape(text: string): string {
    return referToVariables(text, this.values);
  }

  /** Returns the value of a field. A short secret is replaced if it is the whole value. */
  rewriteValue(value: string, isSecret: boolean, literally = false): string {
    const entry = this.entries.get(value);
    if (!entry || (!isSecret && value.length < 4)) return this.replace(value, literally);
    return this.insert(value, entry, literally);
  }

  private replace(text: string, literally: boolean): string {
    let result = '';
    let last = 0;
    this.finder ??= new SecretFinder(new Map([...this.entries].map(([secret, { kind }]) => [secret, kind])), this.byPlace);
    for (const { at, length, secret } of this.finder.findIn(text)) {
      const piece = text.slice(last, at);
      // A backslash before a reference would escape it.
      const inserted = this.insert(secret, this.entries.get(secret)!, literally || piece.endsWith('\\'));
      result += (literally ? piece : referToVariables(piece, this.values)) + inserted;
      last = at + length;
    }
    return result + (literally ? text.slice(last) : referToVariables(text.slice(last), this.values));
  }

  private insert(secret: string, entry: Entry, literally: boolean): string {
    this.used.add(secret);
    if (literally || AS_WORDS.has(entry.kind)) return literally ? entry.madeUp : escapeReferences(entry.madeUp);
    entry.name ??= this.nameFor(entry);
    return `{{${entry.name}}}`;
  }

  private nameFor({ field, kind }: Entry): string {
    const plain = field
      .replaceAll(/[^A-Za-z0-9]+/gu, '_')
      .replaceAll(/^[^A-Za-z]+|_+$/gu, '')
      .slice(0, 30);
    const base = (plain === '' ? kind.replaceAll(/[^A-Za-z]+/gu, '_') : plain).toLowerCase();
    let name = base;
    for (let count = 2; this.names.has(name); count += 1) name = `${base}_${count}`;
    this.names.add(name);
    return name;
  }

  /** Returns the values that rewritten texts refer to. */
  wireValues(): Readonly<Record<string, WireValue>> {
    const named = [...this.entries.values()].filter(({ name }) => name !== undefined);
    return Object.fromEntries(named.map(({ name, jwt, madeUp }) => [name!, jwt ? { jwt } : madeUp]));
  }

  /** Returns the made-up PKCE pair whose verifier is used under `name`, by the names of its values; undefined if there is none. */
  challengeNameOf(verifier: string): string | undefined {
    const own = this.entries.get(verifier);
    if (!own) return undefined;
    const challenge = challengeOf(own.madeUp);
    return [...this.entries.values()].find(({ madeUp, name }) => madeUp === challenge && name !== undefined)?.name;
  }

  /** Returns what was replaced in rewritten texts, in the order in which it was found. */
  replaced(): readonly Replaced[] {
    return [...this.entries]
      .filter(([secret]) => this.used.has(secret))
      .map(([secret, { kind, where, madeUp, name }]) => ({ kind, where, secret, became: madeUp, name }));
  }
}
