import { count, finding, quoted, type Finding, type Rule } from '../finding';
import { factsIn, type Fact } from '../mentions';
import { reference } from '../checkInput';

/** More different values than this are meant: several servers, several people. */
const MOST = 3;

/** Things a story says twice and not alike. An audience that reads along stops believing at the first. */
export const contradictions: Rule = {
  name: 'contradictions',
  about:
    'The same thing with two values: OAuth parameters (client_id, redirect_uri, scope, state, code), users and scopes between addresses, pages, terminal and JSON; ports on localhost; people of one e-mail domain (warning).',
  check(subject) {
    const facts = factsIn(subject);
    return [...new Set(facts.map(({ about }) => about))].flatMap((about) => disagreements(facts.filter((fact) => fact.about === about)));
  },
};

function disagreements(facts: readonly Fact[]): readonly Finding[] {
  const values = [...new Set(facts.map(({ value }) => value))];
  if (values.length > MOST) return [];
  const said = (value: string): readonly Fact[] => facts.filter((fact) => fact.value === value);
  // Of equals the first: sorting keeps their order.
  const [usual] = values.toSorted((a, b) => said(b).length - said(a).length);
  const [first, ...others] = usual === undefined ? [] : said(usual);
  if (usual === undefined || !first) return [];
  return values
    .filter((value) => !agree(first.about, value, usual))
    .flatMap((value) => said(value).slice(0, 1))
    .map(({ about, value, document, path }) => {
      const places = others.length === 0 ? reference(first) : `${reference(first)} and ${count(others.length, 'other place')}`;
      return finding(
        'warning',
        document,
        path,
        `${inWords(about, value)} here, but ${inWords(about, usual)} in ${places}; who reads along stops believing. Make them one, best as a variable in story.json, unless both are meant`,
      );
    });
}

/** Whether two values say the same in other words: a user by e-mail address, by short name, or with the directory before it. */
function agree(about: string, one: string, other: string): boolean {
  if (one === other) return true;
  if (about !== 'user' && !about.startsWith('@')) return false;
  const [[name = '', domain], [otherName = '', otherDomain]] = [one.split('@'), other.split('@')];
  if (name !== otherName && !isBehindDirectory(name, otherName) && !isBehindDirectory(otherName, name)) {
    // Of two people at one company their addresses tell.
    return domain !== undefined && domain === otherDomain;
  }
  return domain === undefined || otherDomain === undefined || domain === otherDomain;
}

/** `COMPANY_dev` and `COMPANY\dev` are `dev`. */
function isBehindDirectory(long: string, name: string): boolean {
  return ['_', '\\', '/'].some((sign) => long.endsWith(`${sign}${name}`));
}

function inWords(about: string, value: string): string {
  if (about.startsWith('@')) return quoted(`${value}${about}`);
  return about === 'localhost' ? quoted(`localhost:${value}`) : `${about} is ${quoted(value)}`;
}
