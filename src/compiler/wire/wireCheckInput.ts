import { headLines, parsePairs, httpText, type NameValuePair } from '../../core/http';
import type { Timeline } from '../../core/timeline';
import type { WireMessage, WireData } from '../../core/wire';
import type { JsonPath } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import { toProblem } from '../story/toProblem';
import type { Problem } from '../story/problem';

/** What rules look at: the story as it plays, what crosses under it, and the file that says so. */
export interface WireCheckInput {
  readonly timeline: Timeline;
  readonly wire: WireData;
  readonly document: JsonDocument;
}

/** A message, the chapter it belongs to, and where it stands in the file. */
export interface MessageAt {
  readonly message: WireMessage;
  readonly chapter: string | undefined;
  readonly path: JsonPath;
}

/** A parameter of a message and where it stands. */
export interface MessageParameter {
  readonly name: string;
  readonly value: string;
  readonly chapter: string | undefined;
  readonly path: JsonPath;
}

/** Every message in its order. */
export function messagesWithPaths({ stops }: WireData): readonly MessageAt[] {
  return stops.flatMap((stop, at) =>
    stop.messages.map((message, index) => ({ message, chapter: stop.chapter, path: ['stops', at, 'messages', index] })),
  );
}

/** Every parameter of every message, in address and form; those left out (“…”) are none. */
export function messageParameters(wire: WireData): readonly MessageParameter[] {
  return messagesWithPaths(wire).flatMap(({ message, chapter, path }) => {
    const list = (key: 'query' | 'form', lines: readonly string[] | undefined): readonly MessageParameter[] =>
      parsePairs(lines).map(([name, value], index) => ({ name, value, chapter, path: [...path, key, index] }));
    const query = message.kind === 'local' ? [] : list('query', message.query);
    return [...query, ...(message.kind === 'request' ? list('form', message.form) : [])].filter(({ value }) => value !== '…');
  });
}

/** The parameters of the addresses the story's pages show. */
export function addressBarParameters({ stops }: Timeline): readonly NameValuePair[] {
  return stops.flatMap(({ address = '' }) => parsePairs(address.split('?')[1]?.split('&')));
}

/** Everything a spectator reads, line by line. */
export function visibleTextLines({ stops }: Timeline): readonly string[] {
  return stops.flatMap(({ textLines, address = '' }) => [...textLines, address]);
}

/** Every word of a message as it crosses. */
export function fullMessageText(message: WireMessage): string {
  return [...headLines(message), httpText(message)].join('\n');
}

/** What does not agree, at a place of the file. */
export function mismatchProblem(document: JsonDocument, path: JsonPath, found: string, expected: string): Problem {
  return toProblem(document, { path, found, expected });
}
