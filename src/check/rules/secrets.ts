import { passagesOf } from '../../compiler/recording/textsToScan';
import { valueAt, type Path } from '../../compiler/story/jsonPath';
import type { Document } from '../../compiler/story/parseJsonFile';
import { finding, keyFinding, type Finding, type Rule } from '../finding';
import { secretsIn, type Secret } from '../../compiler/secrets';
import { playedOf, stepOf, walk, type Subject } from '../checkInput';

/** Anything that opens a door. The page is published, and what was once on a slide has to be changed everywhere. */
export const secrets: Rule = {
  name: 'secrets',
  about:
    'Strings, keys included, that look like real secrets, also where they wrap, and where a recording shows them for a moment: AWS keys, tokens of GitHub, GitLab, Slack, Stripe, Google, OpenAI, Anthropic and npm, private keys, signed JWTs (error). Well-known examples of documentations pass.',
  check(subject) {
    const told: string[] = [];
    // A secret that is typed, or wrapped, is met several times, each time a little longer.
    const isTold = (value: string): boolean => told.some((known) => known.startsWith(value) || value.startsWith(known));
    const candidates = [texts, keys, lines, recordings, shipped].flatMap((find) => find(subject));
    return candidates.flatMap(({ text, name = '', next = '', tell }) =>
      secretsIn(text, { name, next }).flatMap((secret): readonly Finding[] => {
        if (isTold(secret.value)) return [];
        told.push(secret.value);
        return [tell(secret)];
      }),
    );
  },
};

/** What is never said is the secret itself: the report may be pasted anywhere. */
function complaint({ what, value, instead }: Secret): string {
  return `${value.slice(0, 4)}… looks like ${what}, and everybody who gets the page gets it. If it is real, revoke it now; in any case write ${instead}`;
}

/** The same for what nobody writes: `where` it is in a recording, of the scene in `document`. */
function recordedComplaint({ what, value, instead }: Secret, where: string, document: Document): string {
  const file = String(valueAt(document.value, ['file']));
  const danger = `${value.slice(0, 4)}… looks like ${what}, which ${where}, and everybody who gets the page gets it`;
  return `${danger}. If it is real, revoke it now; in any case replace it in ${file} by ${instead}, or record again without it`;
}

interface Candidate {
  readonly text: string;
  /** The key the text stands under. */
  readonly name?: string;
  /** The lines behind it, for secrets that take several. */
  readonly next?: string;
  readonly tell: (secret: Secret) => Finding;
}

/** Every text as written and, where variables make another of it, as shown. */
function texts({ texts: all }: Subject): readonly Candidate[] {
  return all.flatMap(({ document, path, written, shown }, at): Candidate[] => {
    const name = nameOf(path);
    const behind = all.slice(at + 1, at + 4).filter((text) => text.document === document);
    const next = behind.map((text) => text.written).join('');
    return [...new Set([written, shown])].map((text) => ({
      text,
      name,
      next,
      tell: (secret) => finding('error', document, path, complaint(secret)),
    }));
  });
}

function keys({ documents }: Subject): readonly Candidate[] {
  return documents.flatMap((document) =>
    [...walk(document.value)].flatMap(([path]): Candidate[] => {
      const key = path.at(-1);
      return typeof key === 'string' ? [{ text: key, tell: (secret) => keyFinding('error', document, path, complaint(secret)) }] : [];
    }),
  );
}

/** What stands on stage in one line, or goes on in the next: text in several styles, and what a step shows that is not in its file. */
function lines({ timeline, scenes }: Subject): readonly Candidate[] {
  return timeline.stops.flatMap((stop) => {
    const { document, path } = stepOf({ scenes }, stop);
    if (stop.recorded) return [];
    const tell = (secret: Secret): Finding => finding('error', document, path, complaint(secret));
    return passagesOf(stop.lines, (line) => line).map((text): Candidate => ({ text, tell }));
  });
}

/** What each stop of a recording shows at any moment, also where it is gone when the stop stands. */
function recordings({ timeline, scenes, passages }: Subject): readonly Candidate[] {
  return timeline.stops.flatMap((stop) => {
    const { document, path } = playedOf({ scenes }, stop);
    const where = (at: number): string => `the recording shows ${(at / 1000).toFixed(1)} s into its stop ${stop.step + 1}`;
    const shown = passages.get(document.file)?.[stop.step] ?? [];
    const tell = (secret: Secret, at: number): Finding => finding('error', document, path, recordedComplaint(secret, where(at), document));
    return shown.map(({ text, at }): Candidate => ({ text, tell: (secret) => tell(secret, at) }));
  });
}

/** Every text that ships and stands in no file of the story as such: titles from a recording's markers, values that are worked out. */
function shipped({ index, scenes, wire, shipped: { story, wire: crossing } }: Subject): readonly Candidate[] {
  const all = [
    ...textsOf({ ...story, scenes: [] }).map((each) => ({ ...each, document: index })),
    ...scenes.flatMap((document, at) => textsOf(story.scenes[at]).map((each) => ({ ...each, document }))),
    ...(wire ? textsOf(crossing).map((each) => ({ ...each, document: wire.document })) : []),
  ];
  return all.map(({ text, path, document }): Candidate => {
    const isMarker = valueAt(document.value, ['kind']) === 'recording' && valueAt(document.value, path) === undefined;
    const tell = (secret: Secret): Finding => {
      if (!isMarker) return finding('error', document, path, complaint(secret));
      return finding('error', document, ['file'], recordedComplaint(secret, 'a marker of the recording holds', document));
    };
    return { text, name: nameOf(path), tell };
  });
}

function textsOf(value: unknown): readonly { readonly text: string; readonly path: Path }[] {
  // The pictures of a recording are looked at as they are shown.
  return [...walk(value)].flatMap(([path, text]) => (typeof text === 'string' && !path.includes('recorded') ? [{ text, path }] : []));
}

function nameOf(path: Path): string {
  return String(path.findLast((key) => typeof key === 'string') ?? '');
}
