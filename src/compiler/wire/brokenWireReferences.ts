import { valueAt, type JsonPath } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { closestMatch } from '../../core/closestMatch';
import { duplicateIds } from '../story/duplicateIds';
import { toProblem } from '../story/toProblem';
import { unknownMarks } from './marks';

/** The fields of an unvalidated message that refer to others, and its path. */
interface UncheckedMessage {
  readonly path: JsonPath;
  readonly id: unknown;
  readonly kind: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly replyTo: unknown;
}

/**
 * Reports references to unknown stops, parties, marks and requests, duplicate ids, and requests without a response. Works on unvalidated
 * files.
 */
export function brokenWireReferences(document: JsonDocument, scenes: readonly JsonDocument[]): readonly Problem[] {
  const messages = uncheckedMessages(document);
  const duplicateIdsAt = (paths: readonly JsonPath[]): readonly Problem[] =>
    duplicateIds(paths.map((path) => ({ document, path: [...path, 'id'], owner: 'another' })));
  return [
    ...invalidStops(document, scenes),
    ...duplicateIdsAt(arrayAt(document, ['marks']).map((_, index) => ['marks', index])),
    ...unknownMarks(
      document,
      messages.map(({ path }) => path),
    ),
    ...duplicateIdsAt(arrayAt(document, ['parties']).map((_, index) => ['parties', index])),
    ...duplicateIdsAt(messages.map(({ path }) => path)),
    ...unknownParties(document, messages),
    ...unmatchedMessages(document, messages),
  ];
}

function arrayAt(document: JsonDocument, path: JsonPath): readonly unknown[] {
  const list = valueAt(document.value, path);
  return Array.isArray(list) ? list : [];
}

function uncheckedMessages(document: JsonDocument): readonly UncheckedMessage[] {
  return arrayAt(document, ['stops']).flatMap((_, stop) =>
    arrayAt(document, ['stops', stop, 'messages']).map((message, index) => {
      const field = (name: string): unknown => valueAt(message, [name]);
      return {
        path: ['stops', stop, 'messages', index],
        id: field('id'),
        kind: field('kind'),
        from: field('from'),
        to: field('to'),
        replyTo: field('replyTo'),
      };
    }),
  );
}

/** Reports unknown stops, duplicate stops, and stops that are not in the order of the story. */
function invalidStops(document: JsonDocument, scenes: readonly JsonDocument[]): readonly Problem[] {
  const stopKeys = scenes.flatMap((scene) => arrayAt(scene, ['steps']).map((_, step) => `${String(valueAt(scene.value, ['id']))}/${step}`));
  let lastIndex = -1;
  return arrayAt(document, ['stops']).flatMap((stop, index) => {
    const at = valueAt(stop, ['at']);
    if (typeof at !== 'string') return [];
    const stopIndex = stopKeys.indexOf(at);
    const stopProblem = (expected: string, suggestion?: string): readonly Problem[] => [
      toProblem(document, { path: ['stops', index, 'at'], found: JSON.stringify(at), expected, suggestion }),
    ];
    // Suggests only stops after the previous entry.
    if (stopIndex < 0) return stopProblem('a stop of the story', closestMatch(at, stopKeys.slice(lastIndex + 1)));
    if (stopIndex <= lastIndex) return stopProblem(stopIndex === lastIndex ? 'each stop once' : 'the stops in the story’s order');
    lastIndex = stopIndex;
    return [];
  });
}

function unknownParties(document: JsonDocument, messages: readonly UncheckedMessage[]): readonly Problem[] {
  const parties = arrayAt(document, ['parties'])
    .map((party) => valueAt(party, ['id']))
    .filter((id) => typeof id === 'string');
  return messages.flatMap(({ path, from, to }) =>
    Object.entries({ from, to }).flatMap(([key, id]) => {
      if (typeof id !== 'string' || parties.includes(id)) return [];
      return [
        toProblem(document, {
          path: [...path, key],
          found: JSON.stringify(id),
          expected: 'the id of a party',
          suggestion: closestMatch(id, parties),
        }),
      ];
    }),
  );
}

/** Reports responses without a request and requests without a response. */
function unmatchedMessages(document: JsonDocument, messages: readonly UncheckedMessage[]): readonly Problem[] {
  const problems: Problem[] = [];
  const openRequests = new Map<unknown, UncheckedMessage>();
  for (const message of messages) {
    if (message.kind === 'request') openRequests.set(message.id, message);
    if (message.kind !== 'response' || typeof message.replyTo !== 'string') continue;
    const request = openRequests.get(message.replyTo);
    const addProblem = (key: string, found: unknown, expected: string, suggestion?: string): void => {
      problems.push(toProblem(document, { path: [...message.path, key], found: JSON.stringify(found), expected, suggestion }));
    };
    if (!request)
      addProblem(
        'replyTo',
        message.replyTo,
        'the id of an earlier request that has no response yet',
        closestMatch(
          message.replyTo,
          [...openRequests.keys()].filter((id) => typeof id === 'string'),
        ),
      );
    else if (request.from !== message.to || request.to !== message.from)
      addProblem(
        'from',
        message.from,
        `the way back of “${message.replyTo}”: from ${JSON.stringify(request.to)} to ${JSON.stringify(request.from)}`,
      );
    openRequests.delete(message.replyTo);
  }
  for (const { id, path } of openRequests.values())
    problems.push(toProblem(document, { path: [...path, 'id'], found: JSON.stringify(id), expected: 'a response to this request' }));
  return problems;
}
