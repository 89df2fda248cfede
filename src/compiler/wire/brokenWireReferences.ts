import { valueAt, type Path } from '../story/jsonPath';
import type { Document } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { nearest } from '../story/closestMatch';
import { complain } from '../story/validateDocument';

/** A message as far as it can be told, whatever is wrong with it, and where it stands. */
interface Found {
  readonly path: Path;
  readonly id: unknown;
  readonly kind: unknown;
  readonly from: unknown;
  readonly to: unknown;
  readonly replyTo: unknown;
}

/** What a wire file names and is not there: stops, parties, requests; names that are there twice; requests without a response. */
export function brokenReferences(document: Document, scenes: readonly Document[]): readonly Problem[] {
  const messages = messagesIn(document);
  return [
    ...stops(document, scenes),
    ...twice(document, idsOf(document, ['parties'])),
    ...twice(document, messages),
    ...strangers(document, messages),
    ...pairs(document, messages),
  ];
}

function listAt(document: Document, path: Path): readonly unknown[] {
  const list = valueAt(document.value, path);
  return Array.isArray(list) ? list : [];
}

function idsOf(document: Document, path: Path): readonly Pick<Found, 'id' | 'path'>[] {
  return listAt(document, path).map((each, index) => ({ id: valueAt(each, ['id']), path: [...path, index] }));
}

function messagesIn(document: Document): readonly Found[] {
  return listAt(document, ['stops']).flatMap((_, stop) =>
    listAt(document, ['stops', stop, 'messages']).map((message, index) => {
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
function stops(document: Document, scenes: readonly Document[]): readonly Problem[] {
  const places = scenes.flatMap((scene) => listAt(scene, ['steps']).map((_, step) => `${String(valueAt(scene.value, ['id']))}/${step}`));
  let last = -1;
  return listAt(document, ['stops']).flatMap((stop, index) => {
    const at = valueAt(stop, ['at']);
    if (typeof at !== 'string') return [];
    const place = places.indexOf(at);
    const complaint = (expected: string, meant?: string): readonly Problem[] => [
      complain(document, { path: ['stops', index, 'at'], what: 'value', found: JSON.stringify(at), expected, meant }),
    ];
    // Only a stop that can come here: behind the one before it.
    if (place < 0) return complaint('a stop of the story', nearest(at, places.slice(last + 1)));
    if (place <= last) return complaint(place === last ? 'each stop once' : 'the stops in the story’s order');
    last = place;
    return [];
  });
}

function twice(document: Document, named: readonly Pick<Found, 'id' | 'path'>[]): readonly Problem[] {
  const seen = new Set<unknown>();
  return named.flatMap(({ id, path }) => {
    const known = typeof id === 'string' && seen.has(id);
    seen.add(id);
    return known
      ? [
          complain(document, {
            path: [...path, 'id'],
            what: 'value',
            found: JSON.stringify(id),
            expected: 'an id of its own; another has this one',
          }),
        ]
      : [];
  });
}

/** Senders and receivers that are no parties. */
function strangers(document: Document, messages: readonly Found[]): readonly Problem[] {
  const parties = idsOf(document, ['parties']).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return messages.flatMap(({ path, from, to }) =>
    Object.entries({ from, to }).flatMap(([key, id]) => {
      if (typeof id !== 'string' || parties.includes(id)) return [];
      return [
        complain(document, {
          path: [...path, key],
          what: 'value',
          found: JSON.stringify(id),
          expected: 'the id of a party',
          meant: nearest(id, parties),
        }),
      ];
    }),
  );
}

/** Responses to nothing, and requests that nobody answers: both would leave an arrow in the air. */
function pairs(document: Document, messages: readonly Found[]): readonly Problem[] {
  const problems: Problem[] = [];
  const waiting = new Map<unknown, Found>();
  for (const message of messages) {
    if (message.kind === 'request') waiting.set(message.id, message);
    if (message.kind !== 'response' || typeof message.replyTo !== 'string') continue;
    const request = waiting.get(message.replyTo);
    const complaint = (key: string, found: unknown, expected: string, meant?: string): void => {
      problems.push(complain(document, { path: [...message.path, key], what: 'value', found: JSON.stringify(found), expected, meant }));
    };
    if (!request)
      complaint(
        'replyTo',
        message.replyTo,
        'the id of an earlier request that has no response yet',
        nearest(
          message.replyTo,
          [...waiting.keys()].filter((id) => typeof id === 'string'),
        ),
      );
    else if (request.from !== message.to || request.to !== message.from)
      complaint(
        'from',
        message.from,
        `the way back of “${message.replyTo}”: from ${JSON.stringify(request.to)} to ${JSON.stringify(request.from)}`,
      );
    waiting.delete(message.replyTo);
  }
  for (const { id, path } of waiting.values())
    problems.push(
      complain(document, { path: [...path, 'id'], what: 'value', found: JSON.stringify(id), expected: 'a response to this request' }),
    );
  return problems;
}
