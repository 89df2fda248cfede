import { headLines, parsePairs, httpText, type NameValuePair } from '../../core/http';
import type { Timeline } from '../../core/timeline';
import type { WireMessage, WireData } from '../../core/wire';
import type { JsonPath } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';

/** The input of the rules for wire data. */
export interface WireCheckInput {
  readonly timeline: Timeline;
  readonly wire: WireData;
  readonly document: JsonDocument;
}

/** A message with its chapter and its path in the file. */
export interface MessageAt {
  readonly message: WireMessage;
  readonly chapter: string | undefined;
  readonly path: JsonPath;
}

/** A parameter of a message with its path in the file. */
export interface MessageParameter {
  readonly name: string;
  readonly value: string;
  readonly chapter: string | undefined;
  readonly path: JsonPath;
}

/** Returns all messages in order. */
export function messagesWithPaths({ stops }: WireData): readonly MessageAt[] {
  return stops.flatMap((stop, at) =>
    stop.messages.map((message, index) => ({ message, chapter: stop.chapter, path: ['stops', at, 'messages', index] })),
  );
}

/** Returns the query and form parameters of all messages, without abbreviated values (“…”). */
export function messageParameters(wire: WireData): readonly MessageParameter[] {
  return messagesWithPaths(wire).flatMap(({ message, chapter, path }) => {
    const list = (key: 'query' | 'form', lines: readonly string[] | undefined): readonly MessageParameter[] =>
      parsePairs(lines).map(([name, value], index) => ({ name, value, chapter, path: [...path, key, index] }));
    const query = message.kind === 'local' ? [] : list('query', message.query);
    return [...query, ...(message.kind === 'request' ? list('form', message.form) : [])].filter(({ value }) => value !== '…');
  });
}

/** Returns the query parameters in the address bars of the story's pages. */
export function addressBarParameters({ stops }: Timeline): readonly NameValuePair[] {
  return stops.flatMap(({ address = '' }) => parsePairs(address.split('?')[1]?.split('&')));
}

/** Returns all lines that the stops show, and their addresses. */
export function visibleTextLines({ stops }: Timeline): readonly string[] {
  return stops.flatMap(({ textLines, address = '' }) => [...textLines, address]);
}

/** Returns the text of a message: its head lines and the HTTP message. */
export function fullMessageText(message: WireMessage): string {
  return [...headLines(message), httpText(message)].join('\n');
}
