import { headOf, pairsOf, textOf, type Pair } from '../../core/http';
import type { Timeline } from '../../core/timeline';
import type { Message, Wire } from '../../core/wire';
import type { Path } from '../story/jsonPath';
import type { Document } from '../story/parseJsonFile';
import { complain } from '../story/validateDocument';
import type { Problem } from '../story/problem';

/** What rules look at: the story as it plays, what crosses under it, and the file that says so. */
export interface WireSubject {
  readonly timeline: Timeline;
  readonly wire: Wire;
  readonly document: Document;
}

/** A message, the chapter it belongs to, and where it stands in the file. */
export interface Placed {
  readonly message: Message;
  readonly chapter: string | undefined;
  readonly path: Path;
}

/** A parameter of a message and where it stands. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly chapter: string | undefined;
  readonly path: Path;
}

/** Every message in its order. */
export function placedMessages({ stops }: Wire): readonly Placed[] {
  return stops.flatMap((stop, at) =>
    stop.messages.map((message, index) => ({ message, chapter: stop.chapter, path: ['stops', at, 'messages', index] })),
  );
}

/** Every parameter of every message, in address and form; those left out (“…”) are none. */
export function parametersOf(wire: Wire): readonly Parameter[] {
  return placedMessages(wire).flatMap(({ message, chapter, path }) => {
    const list = (key: 'query' | 'form', lines: readonly string[] | undefined): readonly Parameter[] =>
      pairsOf(lines).map(([name, value], index) => ({ name, value, chapter, path: [...path, key, index] }));
    const query = message.kind === 'local' ? [] : list('query', message.query);
    return [...query, ...(message.kind === 'request' ? list('form', message.form) : [])].filter(({ value }) => value !== '…');
  });
}

/** The parameters of the addresses the story's pages show. */
export function addressBars({ stops }: Timeline): readonly Pair[] {
  return stops.flatMap(({ address = '' }) => pairsOf(address.split('?')[1]?.split('&')));
}

/** Everything a spectator reads, line by line. */
export function screenLines({ stops }: Timeline): readonly string[] {
  return stops.flatMap(({ lines, address = '' }) => [...lines, address]);
}

/** Every word of a message as it crosses. */
export function wordsOf(message: Message): string {
  return [...headOf(message), textOf(message)].join('\n');
}

/** What does not agree, at a place of the file. */
export function disagreement(document: Document, path: Path, found: string, expected: string): Problem {
  return complain(document, { path, what: 'value', found, expected });
}
