import type { Path } from '../../story/locate';
import type { Document } from '../../story/parse';
import { finding, type Finding, type Rule } from '../finding';
import { secretsIn, type Secret } from '../secrets';
import { walk, type Subject } from '../subject';

/** Anything that opens a door. The page is published, and what was once on a slide has to be changed everywhere. */
export const secrets: Rule = {
  name: 'secrets',
  about:
    'Strings, keys included, that look like real secrets: AWS keys, tokens of GitHub, GitLab, Slack, Stripe, Google, OpenAI, Anthropic and npm, private keys, signed JWTs (error). Well-known examples of documentations pass.',
  check(subject) {
    const told = new Set<string>();
    return strings(subject).flatMap(({ document, path, text, name, next }): Finding[] => {
      const found = secretsIn(text, { name, next }).filter(({ value }) => !told.has(value));
      for (const { value } of found) told.add(value);
      return found.map((secret) => finding('error', document, path, complaint(secret)));
    });
  },
};

/** What is never said is the secret itself: the report may be pasted anywhere. */
function complaint({ what, value, instead }: Secret): string {
  return `${value.slice(0, 4)}… looks like ${what}, and everybody who gets the page gets it. If it is real, revoke it now; in any case write ${instead}`;
}

interface Candidate {
  readonly document: Document;
  readonly path: Path;
  readonly text: string;
  /** The key the text stands under. */
  readonly name: string;
  /** The lines behind it, for secrets that take several. */
  readonly next: string;
}

/** Every text and every key, as written and, where variables make another of it, as shown. */
function strings({ index, scenes, texts }: Subject): readonly Candidate[] {
  const values = texts.flatMap(({ document, path, written, shown }, at): Candidate[] => {
    const name = String(path.findLast((key) => typeof key === 'string') ?? '');
    const next = texts.slice(at + 1, at + 4).filter((text) => text.document === document).map((text) => text.written).join('');
    return [...new Set([written, shown])].map((text) => ({ document, path, text, name, next }));
  });
  const keys = [index, ...scenes].flatMap((document) =>
    [...walk(document.value)].flatMap(([path]): Candidate[] => {
      const key = path.at(-1);
      return typeof key === 'string' ? [{ document, path, text: key, name: '', next: '' }] : [];
    }),
  );
  return [...values, ...keys];
}
