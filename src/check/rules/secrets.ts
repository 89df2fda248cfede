import { collectTextsToScan } from '../../compiler/recording/textsToScan';
import { valueAt, type JsonPath } from '../../compiler/story/jsonPath';
import type { JsonDocument } from '../../compiler/story/parseJsonFile';
import { createFinding, createKeyFinding, type Finding, type CheckRule } from '../finding';
import { findSecrets, type SuspectedSecret } from '../../compiler/secrets';
import { playbackLocation, stepLocation, walkValues, type CheckInput } from '../checkInput';

/** Anything that opens a door. The page is published, and what was once on a slide has to be changed everywhere. */
export const secretsRule: CheckRule = {
  name: 'secrets',
  description:
    'Strings, keys included, that look like real secrets, also where they wrap, and where a recording shows them for a moment: AWS keys, tokens of GitHub, GitLab, Slack, Stripe, Google, OpenAI, Anthropic and npm, private keys, signed JWTs (error). Well-known examples of documentations pass.',
  check(subject) {
    const told: string[] = [];
    // A secret that is typed, or wrapped, is met several times, each time a little longer.
    const isTold = (value: string): boolean => told.some((known) => known.startsWith(value) || value.startsWith(known));
    const candidates = [textCandidates, keyCandidates, lineCandidates, recordingCandidates, publishedCandidates].flatMap((find) =>
      find(subject),
    );
    return candidates.flatMap(({ text, name = '', next = '', tell }) =>
      findSecrets(text, { name, next }).flatMap((secret): readonly Finding[] => {
        if (isTold(secret.value)) return [];
        told.push(secret.value);
        return [tell(secret)];
      }),
    );
  },
};

/** What is never said is the secret itself: the report may be pasted anywhere. */
function secretMessage({ label, value, replacement }: SuspectedSecret): string {
  return `${value.slice(0, 4)}… looks like ${label}, and everybody who gets the page gets it. If it is real, revoke it now; in any case write ${replacement}`;
}

/** The same for what nobody writes: `where` it is in a recording, of the scene in `document`. */
function recordedSecretMessage({ label, value, replacement }: SuspectedSecret, where: string, document: JsonDocument): string {
  const file = String(valueAt(document.value, ['file']));
  const danger = `${value.slice(0, 4)}… looks like ${label}, which ${where}, and everybody who gets the page gets it`;
  return `${danger}. If it is real, revoke it now; in any case replace it in ${file} by ${replacement}, or record again without it`;
}

interface Candidate {
  readonly text: string;
  /** The key the text stands under. */
  readonly name?: string;
  /** The lines behind it, for secrets that take several. */
  readonly next?: string;
  readonly tell: (secret: SuspectedSecret) => Finding;
}

/** Every text as written and, where variables make another of it, as shown. */
function textCandidates({ texts: all }: CheckInput): readonly Candidate[] {
  return all.flatMap(({ document, path, written, shown }, at): Candidate[] => {
    const name = lastKey(path);
    const behind = all.slice(at + 1, at + 4).filter((text) => text.document === document);
    const next = behind.map((text) => text.written).join('');
    return [...new Set([written, shown])].map((text) => ({
      text,
      name,
      next,
      tell: (secret) => createFinding('error', document, path, secretMessage(secret)),
    }));
  });
}

function keyCandidates({ documents }: CheckInput): readonly Candidate[] {
  return documents.flatMap((document) =>
    [...walkValues(document.value)].flatMap(([path]): Candidate[] => {
      const key = path.at(-1);
      return typeof key === 'string'
        ? [{ text: key, tell: (secret) => createKeyFinding('error', document, path, secretMessage(secret)) }]
        : [];
    }),
  );
}

/** What stands on stage in one line, or goes on in the next: text in several styles, and what a step shows that is not in its file. */
function lineCandidates({ timeline, scenes }: CheckInput): readonly Candidate[] {
  return timeline.stops.flatMap((stop) => {
    const { document, path } = stepLocation({ scenes }, stop);
    if (stop.recorded) return [];
    const tell = (secret: SuspectedSecret): Finding => createFinding('error', document, path, secretMessage(secret));
    return collectTextsToScan(stop.textLines, (line) => line).map((text): Candidate => ({ text, tell }));
  });
}

/** What each stop of a recording shows at any moment, also where it is gone when the stop stands. */
function recordingCandidates({ timeline, scenes, passages }: CheckInput): readonly Candidate[] {
  return timeline.stops.flatMap((stop) => {
    const { document, path } = playbackLocation({ scenes }, stop);
    const where = (at: number): string => `the recording shows ${(at / 1000).toFixed(1)} s into its stop ${stop.step + 1}`;
    const shown = passages.get(document.file)?.[stop.step] ?? [];
    const tell = (secret: SuspectedSecret, at: number): Finding =>
      createFinding('error', document, path, recordedSecretMessage(secret, where(at), document));
    return shown.map(({ text, at }): Candidate => ({ text, tell: (secret) => tell(secret, at) }));
  });
}

/** Every text that ships and stands in no file of the story as such: titles from a recording's markers, values that are worked out. */
function publishedCandidates({ storyDocument, scenes, wire, published: { story, wire: crossing } }: CheckInput): readonly Candidate[] {
  const all = [
    ...stringsIn({ ...story, scenes: [] }).map((each) => ({ ...each, document: storyDocument })),
    ...scenes.flatMap((document, at) => stringsIn(story.scenes[at]).map((each) => ({ ...each, document }))),
    ...(wire ? stringsIn(crossing).map((each) => ({ ...each, document: wire.document })) : []),
  ];
  return all.map(({ text, path, document }): Candidate => {
    const isMarker = valueAt(document.value, ['kind']) === 'recording' && valueAt(document.value, path) === undefined;
    const tell = (secret: SuspectedSecret): Finding => {
      if (!isMarker) return createFinding('error', document, path, secretMessage(secret));
      return createFinding('error', document, ['file'], recordedSecretMessage(secret, 'a marker of the recording holds', document));
    };
    return { text, name: lastKey(path), tell };
  });
}

function stringsIn(value: unknown): readonly { readonly text: string; readonly path: JsonPath }[] {
  // The pictures of a recording are looked at as they are shown.
  return [...walkValues(value)].flatMap(([path, text]) => (typeof text === 'string' && !path.includes('recorded') ? [{ text, path }] : []));
}

function lastKey(path: JsonPath): string {
  return String(path.findLast((key) => typeof key === 'string') ?? '');
}
