import { pluralize, createFinding, quote, type Finding, type CheckRule } from '../finding';
import { findMentions, type Mention } from '../mentions';
import { formatLocation } from '../checkInput';

/** More different values than this are meant: several servers, several people. */
const MAX_VALUES = 3;

/** Things a story says twice and not alike. An audience that reads along stops believing at the first. */
export const contradictionsRule: CheckRule = {
  name: 'contradictions',
  description:
    'The same thing with two values: OAuth parameters (client_id, redirect_uri, scope, state, code), users and scopes between addresses, pages, terminal and JSON; ports on localhost; people of one e-mail domain (warning).',
  check(subject) {
    const facts = findMentions(subject);
    return [...new Set(facts.map(({ about }) => about))].flatMap((about) =>
      contradictionFindings(facts.filter((fact) => fact.about === about)),
    );
  },
};

function contradictionFindings(facts: readonly Mention[]): readonly Finding[] {
  const values = [...new Set(facts.map(({ value }) => value))];
  if (values.length > MAX_VALUES) return [];
  const mentionsOf = (value: string): readonly Mention[] => facts.filter((fact) => fact.value === value);
  // Of equals the first: sorting keeps their order.
  const [usual] = values.toSorted((a, b) => mentionsOf(b).length - mentionsOf(a).length);
  const [first, ...others] = usual === undefined ? [] : mentionsOf(usual);
  if (usual === undefined || !first) return [];
  return values
    .filter((value) => !isEquivalent(first.about, value, usual))
    .flatMap((value) => mentionsOf(value).slice(0, 1))
    .map(({ about, value, document, path }) => {
      const places =
        others.length === 0 ? formatLocation(first) : `${formatLocation(first)} and ${pluralize(others.length, 'other place')}`;
      return createFinding(
        'warning',
        document,
        path,
        `${formatMention(about, value)} here, but ${formatMention(about, usual)} in ${places}; who reads along stops believing. Make them one, best as a variable in story.json, unless both are meant`,
      );
    });
}

/** Whether two values say the same in other words: a user by e-mail address, by short name, or with the directory before it. */
function isEquivalent(about: string, one: string, other: string): boolean {
  if (one === other) return true;
  if (about !== 'user' && !about.startsWith('@')) return false;
  const [[name = '', domain], [otherName = '', otherDomain]] = [one.split('@'), other.split('@')];
  if (name !== otherName && !hasDirectoryPrefix(name, otherName) && !hasDirectoryPrefix(otherName, name)) {
    // Of two people at one company their addresses tell.
    return domain !== undefined && domain === otherDomain;
  }
  return domain === undefined || otherDomain === undefined || domain === otherDomain;
}

/** `COMPANY_dev` and `COMPANY\dev` are `dev`. */
function hasDirectoryPrefix(long: string, name: string): boolean {
  return ['_', '\\', '/'].some((sign) => long.endsWith(`${sign}${name}`));
}

function formatMention(about: string, value: string): string {
  if (about.startsWith('@')) return quote(`${value}${about}`);
  return about === 'localhost' ? quote(`localhost:${value}`) : `${about} is ${quote(value)}`;
}
