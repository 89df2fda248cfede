import { ROLES, type Role } from '../../core/roles';
import type { Replacements } from '../privacy/replacements';
import { shorten } from '../privacy/rewriteJson';
import { partyName } from './partyNames';
import type { TraceMessage, TraceParty } from './trace';

/** A party of a wire file. */
export interface WireParty {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly role: Role;
}

/** Colours of clients and servers, in the order in which they take part. */
const CLIENT_ROLES: readonly Role[] = ['user', 'agent', 'text'];
const SERVER_ROLES: readonly Role[] = ['ok', 'number', 'info', 'warn', 'accent', 'string', 'key'].filter((role) => isRole(role));

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}

/** A name that the author gives to a host or another party. */
export interface Naming {
  readonly party: string;
  readonly name: string;
}

/** Parses `auth.example.com=Sign-in`. Undefined for anything else. */
export function parseNaming(text: string): Naming | undefined {
  const at = text.lastIndexOf('=');
  const [party, name] = [text.slice(0, at).trim(), shorten(text.slice(at + 1).trim(), 60)];
  return at < 1 || party === '' || name === '' ? undefined : { party, name };
}

/** The parties of a file, and which of them each key of the trace is. Parties with one name are one. */
export interface WireParties {
  readonly parties: readonly WireParty[];
  readonly idOf: ReadonlyMap<string, string>;
}

/** Returns the parties that take part in messages. @throws with a sentence if a name is given for no party */
export function wireParties(
  parties: readonly TraceParty[],
  messages: readonly TraceMessage[],
  namings: readonly Naming[],
  replacements: Replacements,
): WireParties {
  const named = new Set(messages.flatMap(({ from, to }) => [from, to]));
  const taking = parties.filter(({ key }) => named.has(key));
  const matches = ({ key, name, detail }: TraceParty, party: string): boolean =>
    [key, name, detail].some((each) => each.toLowerCase() === party.toLowerCase());
  for (const { party } of namings) {
    if (taking.some((each) => matches(each, party))) continue;
    const all = taking.map(({ detail, name }) => (detail.includes('.') ? detail : name)).join(', ');
    throw new Error(`--party names ${party}, and it takes no part. These do: ${all}.`);
  }
  const result: WireParty[] = [];
  const idOf = new Map<string, string>();
  const counts = { client: 0, server: 0 };
  for (const party of taking) {
    const given = namings.findLast((naming) => matches(party, naming.party))?.name;
    const detail = shorten(replacements.rewriteLiterally(party.detail), 80);
    const names = result.map((each) => each.name);
    // The name of a host tells the host.
    const own = detail === party.detail ? replacements.rewriteLiterally(party.name) : partyName(detail, names);
    const name = replacements.escape(shorten(given ?? own, 60));
    const known = result.find((each) => each.name === name);
    if (known) {
      idOf.set(party.key, known.id);
      continue;
    }
    const roles = party.isClient ? CLIENT_ROLES : SERVER_ROLES;
    const count = counts[party.isClient ? 'client' : 'server']++;
    const id = freeId(
      name,
      result.map((each) => each.id),
      'party',
    );
    idOf.set(party.key, id);
    result.push({ id, name, detail: replacements.escape(detail), role: roles[count % roles.length]! });
  }
  return { parties: result, idOf };
}

/** Returns an id made of a name, other than those in `taken`. */
export function freeId(name: string, taken: readonly string[] | ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replaceAll(/-+$/gu, '');
  const base = plain === '' ? otherwise : plain;
  const has = (id: string): boolean => (Array.isArray(taken) ? taken.includes(id) : (taken as ReadonlySet<string>).has(id));
  let id = base;
  for (let count = 2; has(id); count += 1) id = `${base}-${count}`;
  return id;
}
