import { collectTextsToScan } from '../../compiler/recording/textsToScan';
import { isRecorded } from '../../core/story';
import { valueAt, type JsonPath } from '../../compiler/story/jsonPath';
import type { JsonDocument } from '../../compiler/story/parseJsonFile';
import { createFinding, createKeyFinding, type Finding, type CheckRule } from '../finding';
import { findSecrets, type SuspectedSecret } from '../../secrets/findSecrets';
import { playbackLocation, stepLocation, walkValues, type CheckInput } from '../checkInput';

/** Reports credentials: the page is published, and a published credential must be revoked. */
export const secretsRule: CheckRule = {
  name: 'secrets',
  check(input) {
    const reported: string[] = [];
    // A secret that is typed or wrapped is found several times, at increasing lengths.
    const isReported = (value: string): boolean => reported.some((known) => known.startsWith(value) || value.startsWith(known));
    const sources = [textCandidates, keyCandidates, otherFileCandidates, lineCandidates, recordingCandidates, publishedCandidates];
    return sources
      .flatMap((candidatesOf) => candidatesOf(input))
      .flatMap(({ text, key = '', followingText = '', toFinding }) =>
        findSecrets(text, { name: key, next: followingText }).flatMap((secret): readonly Finding[] => {
          if (isReported(secret.value)) return [];
          reported.push(secret.value);
          return [toFinding(secret)];
        }),
      );
  },
};

/** Quotes the secret's first characters only, since people paste reports anywhere. */
function secretMessage({ label, value, replacement }: SuspectedSecret, where = '', remedy = `write ${replacement}`): string {
  const danger = `${value.slice(0, 4)}… looks like ${label},${where} and everybody who gets the page gets it`;
  return `${danger}. If it is real, revoke it now; in any case ${remedy}`;
}

/** The message for a secret in a recording of the scene in `document`. `where` follows the word “which”. */
function recordedSecretMessage(secret: SuspectedSecret, where: string, document: JsonDocument): string {
  const file = String(valueAt(document.value, ['file']));
  return secretMessage(secret, ` which ${where},`, `replace it in ${file} by ${secret.replacement}, or record again without it`);
}

interface Candidate {
  readonly text: string;
  /** The JSON key whose value the text is. */
  readonly key?: string;
  /** The next lines, for secrets of several lines. */
  readonly followingText?: string;
  readonly toFinding: (secret: SuspectedSecret) => Finding;
}

/** Every text as written in its file and as shown. */
function textCandidates({ texts: all }: CheckInput): readonly Candidate[] {
  return all.flatMap((each, at): Candidate[] => {
    const following = all.slice(at + 1, at + 4).filter(({ document }) => document === each.document);
    return [...new Set([each.written, each.shown])].map((text) => ({
      text,
      key: lastKey(each.path),
      followingText: following.map(({ written }) => written).join(''),
      toFinding: (secret) => createFinding('error', each, secretMessage(secret)),
    }));
  });
}

function keyCandidates({ documents }: CheckInput): readonly Candidate[] {
  return documents.flatMap((document) =>
    [...walkValues(document.value)].flatMap(([path]): Candidate[] => {
      const key = path.at(-1);
      if (typeof key !== 'string') return [];
      return [{ text: key, toFinding: (secret) => createKeyFinding('error', { document, path }, secretMessage(secret)) }];
    }),
  );
}

/** What the page shows of other files, such as code. */
function otherFileCandidates({ scenes, notices }: CheckInput): readonly Candidate[] {
  return scenes.flatMap((document) =>
    (notices.get(document.file)?.texts ?? []).map(({ text, file, firstLine, path }): Candidate => ({
      text,
      toFinding: (secret) => {
        const line = firstLine + text.slice(0, text.indexOf(secret.value)).split('\n').length - 1;
        const remedy = `replace it in ${file} by ${secret.replacement}`;
        return createFinding('error', { document, path }, secretMessage(secret, ` which stands in ${file}:${line},`, remedy));
      },
    })),
  );
}

/** The lines of each step, joined: a secret may have several styles or continue on the next row. */
function lineCandidates({ allStops, scenes }: CheckInput): readonly Candidate[] {
  return allStops.flatMap((stop) => {
    if (stop.recorded) return [];
    const toFinding = (secret: SuspectedSecret): Finding => createFinding('error', stepLocation({ scenes }, stop), secretMessage(secret));
    return collectTextsToScan(stop.textLines, (line) => line).map((text): Candidate => ({ text, toFinding }));
  });
}

/** Everything that a recording shows at any moment. */
function recordingCandidates({ allStops, scenes, textsToScan }: CheckInput): readonly Candidate[] {
  return allStops.flatMap((stop) => {
    const location = playbackLocation({ scenes }, stop);
    const { document } = location;
    return (textsToScan.get(document.file)?.[stop.step] ?? []).map(({ text, at }): Candidate => {
      const where = `the recording shows ${(at / 1000).toFixed(1)} s into its stop ${stop.step + 1}`;
      return { text, toFinding: (secret) => createFinding('error', location, recordedSecretMessage(secret, where, document)) };
    });
  });
}

/** Every published string, including those that are in no file: titles from a recording's markers, computed values. */
function publishedCandidates({ storyDocument, scenes, wire, published }: CheckInput): readonly Candidate[] {
  const all = [
    ...stringsIn({ ...published.story, scenes: [] }).map((each) => ({ ...each, document: storyDocument })),
    ...scenes.flatMap((document, at) => stringsIn(published.story.scenes[at]).map((each) => ({ ...each, document }))),
    ...(wire ? stringsIn(published.wire).map((each) => ({ ...each, document: wire.document })) : []),
  ];
  const isRecordedAt = (document: JsonDocument): boolean => {
    const scene = published.story.scenes[scenes.indexOf(document)];
    return scene !== undefined && isRecorded(scene);
  };
  return all.map(({ text, path, document }): Candidate => {
    const isMarker = isRecordedAt(document) && valueAt(document.value, path) === undefined;
    const toFinding = (secret: SuspectedSecret): Finding => {
      if (!isMarker) return createFinding('error', { document, path }, secretMessage(secret));
      const message = recordedSecretMessage(secret, 'a marker of the recording holds', document);
      return createFinding('error', { document, path: ['file'] }, message);
    };
    return { text, key: lastKey(path), toFinding };
  });
}

function stringsIn(value: unknown): readonly { readonly text: string; readonly path: JsonPath }[] {
  // The frames of a recording are scanned by recordingCandidates().
  return [...walkValues(value)].flatMap(([path, text]) => (typeof text === 'string' && !path.includes('recorded') ? [{ text, path }] : []));
}

function lastKey(path: JsonPath): string {
  return String(path.findLast((key) => typeof key === 'string') ?? '');
}
