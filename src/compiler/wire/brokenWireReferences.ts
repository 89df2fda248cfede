import { valueAt, type JsonPath } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { closestMatch } from '../story/closestMatch';
import { toProblem } from '../story/toProblem';

/** A message as far as it can be told, whatever is wrong with it, and where it stands. */
interface UncheckedMessage {
  readonly path: JsonPath;
  readonly id: unknown;
  readonly kind: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly replyTo: unknown;
}

/** What a wire file names and is not there: stops, parties, requests; names that are there twice; requests without a response. */
export function brokenWireReferences(document: JsonDocument, scenes: readonly JsonDocument[]): readonly Problem[] {
  const messages = uncheckedMessages(document);
  return [
    ...invalidStops(document, scenes),
    ...duplicateIds(document, entriesWithIds(document, ['parties'])),
    ...duplicateIds(document, messages),
    ...unknownParties(document, messages),
    ...unmatchedMessages(document, messages),
  ];
}

function arrayAt(document: JsonDocument, path: JsonPath): readonly unknown[] {
  const list = valueAt(document.value, path);
  return Array.isArray(list) ? list : [];
}

function entriesWithIds(document: JsonDocument, path: JsonPath): readonly Pick<UncheckedMessage, 'id' | 'path'>[] {
  return arrayAt(document, path).map((each, index) => ({ id: valueAt(each, ['id']), path: [...path, index] }));
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

/** Stops the story has not, stops that are there twice, and stops out of the story's order. */
function invalidStops(document: JsonDocument, scenes: readonly JsonDocument[]): readonly Problem[] {
  const stopKeys = scenes.flatMap((scene) => arrayAt(scene, ['steps']).map((_, step) => `${String(valueAt(scene.value, ['id']))}/${step}`));
  let lastIndex = -1;
  return arrayAt(document, ['stops']).flatMap((stop, index) => {
    const at = valueAt(stop, ['at']);
    if (typeof at !== 'string') return [];
    const stopIndex = stopKeys.indexOf(at);
    const stopProblem = (expected: string, meant?: string): readonly Problem[] => [
      toProblem(document, { path: ['stops', index, 'at'], found: JSON.stringify(at), expected, suggestion: meant }),
    ];
    // Only a stop that can come here: behind the one before it.
    if (stopIndex < 0) return stopProblem('a stop of the story', closestMatch(at, stopKeys.slice(lastIndex + 1)));
    if (stopIndex <= lastIndex) return stopProblem(stopIndex === lastIndex ? 'each stop once' : 'the stops in the story’s order');
    lastIndex = stopIndex;
    return [];
  });
}

function duplicateIds(document: JsonDocument, named: readonly Pick<UncheckedMessage, 'id' | 'path'>[]): readonly Problem[] {
  const seen = new Set<unknown>();
  return named.flatMap(({ id, path }) => {
    const known = typeof id === 'string' && seen.has(id);
    seen.add(id);
    return known
      ? [toProblem(document, { path: [...path, 'id'], found: JSON.stringify(id), expected: 'an id of its own; another has this one' })]
      : [];
  });
}

/** Senders and receivers that are no parties. */
function unknownParties(document: JsonDocument, messages: readonly UncheckedMessage[]): readonly Problem[] {
  const parties = entriesWithIds(document, ['parties']).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
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

/** Responses to nothing, and requests that nobody answers: both would leave an arrow in the air. */
function unmatchedMessages(document: JsonDocument, messages: readonly UncheckedMessage[]): readonly Problem[] {
  const problems: Problem[] = [];
  const openRequests = new Map<unknown, UncheckedMessage>();
  for (const message of messages) {
    if (message.kind === 'request') openRequests.set(message.id, message);
    if (message.kind !== 'response' || typeof message.replyTo !== 'string') continue;
    const request = openRequests.get(message.replyTo);
    const addProblem = (key: string, found: unknown, expected: string, meant?: string): void => {
      problems.push(toProblem(document, { path: [...message.path, key], found: JSON.stringify(found), expected, suggestion: meant }));
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
