import { finding, keyFinding, type Finding, type Rule } from '../finding';
import { secretsIn, type Secret } from '../secrets';
import { stepOf, walk, type Subject } from '../subject';

/** Anything that opens a door. The page is published, and what was once on a slide has to be changed everywhere. */
export const secrets: Rule = {
  name: 'secrets',
  about:
    'Strings, keys included, that look like real secrets: AWS keys, tokens of GitHub, GitLab, Slack, Stripe, Google, OpenAI, Anthropic and npm, private keys, signed JWTs (error). Well-known examples of documentations pass.',
  check(subject) {
    const told = new Set<string>();
    return [...texts(subject), ...keys(subject), ...lines(subject)].flatMap(({ text, name = '', next = '', tell }) => {
      const found = secretsIn(text, { name, next }).filter(({ value }) => !told.has(value));
      for (const { value } of found) told.add(value);
      return found.map((secret) => tell(complaint(secret)));
    });
  },
};

/** What is never said is the secret itself: the report may be pasted anywhere. */
function complaint({ what, value, instead }: Secret): string {
  return `${value.slice(0, 4)}… looks like ${what}, and everybody who gets the page gets it. If it is real, revoke it now; in any case write ${instead}`;
}

interface Candidate {
  readonly text: string;
  /** The key the text stands under. */
  readonly name?: string;
  /** The lines behind it, for secrets that take several. */
  readonly next?: string;
  readonly tell: (words: string) => Finding;
}

/** Every text as written and, where variables make another of it, as shown. */
function texts({ texts: all }: Subject): readonly Candidate[] {
  return all.flatMap(({ document, path, written, shown }, at): Candidate[] => {
    const name = String(path.findLast((key) => typeof key === 'string') ?? '');
    const behind = all.slice(at + 1, at + 4).filter((text) => text.document === document);
    const next = behind.map((text) => text.written).join('');
    return [...new Set([written, shown])].map((text) => ({ text, name, next, tell: (words) => finding('error', document, path, words) }));
  });
}

function keys({ documents }: Subject): readonly Candidate[] {
  return documents.flatMap((document) =>
    [...walk(document.value)].flatMap(([path]): Candidate[] => {
      const key = path.at(-1);
      return typeof key === 'string' ? [{ text: key, tell: (words) => keyFinding('error', document, path, words) }] : [];
    }),
  );
}

/** What stands on stage in one line: stretches in several styles, and what a step shows without having it in its file. */
function lines({ timeline, scenes }: Subject): readonly Candidate[] {
  return timeline.stops.flatMap((stop) => {
    const { document, path } = stepOf({ scenes }, stop);
    return stop.lines.map((text, at): Candidate => ({ text, next: stop.lines.slice(at + 1, at + 4).join(''), tell: (words) => finding('error', document, path, words) }));
  });
}
