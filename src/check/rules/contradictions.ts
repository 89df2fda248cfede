import { pluralize } from '../../core/pluralize';
import { createFinding, quote, type Finding, type CheckRule } from '../finding';
import { findMentions, type Mention } from '../mentions';
import { formatLocation } from '../checkInput';

/** More values than this are intended: several servers, several people. */
const MAX_VALUES = 3;

/** Reports facts that a story states twice with different values. */
export const contradictionsRule: CheckRule = {
  name: 'contradictions',
  check(input) {
    const mentions = findMentions(input);
    const topics = new Set(mentions.map(({ topic }) => topic));
    return [...topics].flatMap((topic) => contradictionFindings(mentions.filter((mention) => mention.topic === topic)));
  },
};

function contradictionFindings(mentions: readonly Mention[]): readonly Finding[] {
  const values = [...new Set(mentions.map(({ value }) => value))];
  if (values.length > MAX_VALUES) return [];
  const mentionsOf = (value: string): readonly Mention[] => mentions.filter((mention) => mention.value === value);
  // The most frequent value; of equally frequent ones the first, since the sort is stable.
  const [usual] = values.toSorted((a, b) => mentionsOf(b).length - mentionsOf(a).length);
  const [first, ...others] = usual === undefined ? [] : mentionsOf(usual);
  if (usual === undefined || !first) return [];
  const places = others.length === 0 ? formatLocation(first) : `${formatLocation(first)} and ${pluralize(others.length, 'other place')}`;
  return values
    .filter((value) => !isEquivalent(first.topic, value, usual))
    .flatMap((value) => mentionsOf(value).slice(0, 1))
    .map((mention) => {
      const message =
        `${formatMention(mention.topic, mention.value)} here, but ${formatMention(mention.topic, usual)} in ${places}; ` +
        'who reads along stops believing. Make them one, best as a variable in story.json, unless both are meant';
      return createFinding('warning', mention, message);
    });
}

/** Whether two values mean the same: a user by e-mail address, by short name, or with a directory prefix. */
function isEquivalent(topic: string, one: string, other: string): boolean {
  if (one === other) return true;
  if (topic !== 'user' && !topic.startsWith('@')) return false;
  const [[name = '', domain], [otherName = '', otherDomain]] = [one.split('@'), other.split('@')];
  if (name !== otherName && !hasDirectoryPrefix(name, otherName) && !hasDirectoryPrefix(otherName, name)) {
    // Two people at one company differ in their addresses, which is reported under the topic of the domain.
    return domain !== undefined && domain === otherDomain;
  }
  return domain === undefined || otherDomain === undefined || domain === otherDomain;
}

/** `COMPANY_dev` and `COMPANY\dev` have the prefix, `dev` has not. */
function hasDirectoryPrefix(long: string, name: string): boolean {
  return ['_', '\\', '/'].some((separator) => long.endsWith(`${separator}${name}`));
}

function formatMention(topic: string, value: string): string {
  if (topic.startsWith('@')) return quote(`${value}${topic}`);
  return topic === 'localhost' ? quote(`localhost:${value}`) : `${topic} is ${quote(value)}`;
}
