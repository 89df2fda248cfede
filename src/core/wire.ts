import type { WireSource } from '../schema/wire';
import { stopKey } from './stopNumber';
import type { HighlightedCode, CompiledSource } from './story';
import { stopAt, type Timeline } from './timeline';
import type { Variable } from './variables';

type CompiledWire = Omit<CompiledSource<WireSource>, '$schema' | 'values' | 'stops' | 'marks'>;
type SourceStop = CompiledSource<WireSource>['stops'][number];
type SourceMessage = SourceStop['messages'][number];
type CompiledExplorable = NonNullable<SourceMessage['explore']>;

/** Content that people can try out in the panel. The build adds the XML of a SAML message, for browsers that cannot inflate it. */
export type Explorable =
  | Exclude<CompiledExplorable, { type: 'saml' }>
  | (Extract<CompiledExplorable, { type: 'saml' }> & { readonly xml: HighlightedCode });

type WithExplorable<T> = T extends unknown ? Omit<T, 'explore'> & { readonly explore?: Explorable | undefined } : never;

export type WireMessage = WithExplorable<SourceMessage>;
export type Party = CompiledWire['parties'][number];
/** How a message relates to the real system. */
export type Mark = NonNullable<CompiledSource<WireSource>['marks']>[number];
export type Clarification = NonNullable<SourceStop['gloss']>[number];

/** The wire data of one stop. */
export interface WireStop extends Omit<SourceStop, 'messages'> {
  readonly messages: readonly WireMessage[];
}

/** The wire data of a story as the build writes it: validated, with highlighted code. */
export interface WireData extends CompiledWire {
  /** The story's open variables, which the query of the address can set. */
  readonly variables: Readonly<Record<string, Variable>>;
  /** What messages say of themselves, in the order of the legend; empty if they have no marks. */
  readonly marks: readonly Mark[];
  readonly stops: readonly WireStop[];
}

/** A message in the diagram: highlighted if it belongs to the current stop, dimmed if to an earlier one. */
export interface SequenceRow {
  readonly message: WireMessage;
  readonly isHighlighted: boolean;
}

/** The sequence diagram at a stop. */
export interface SequenceDiagramData {
  /** The parties of the stop's chapter, from left to right; the same at all stops of the chapter. */
  readonly parties: readonly Party[];
  readonly rows: readonly SequenceRow[];
  /** The wire data of the stop; undefined if it has none. */
  readonly stop: WireStop | undefined;
}

/** Returns the wire data of a stop; undefined if it has none. */
export function wireStopAt(wire: WireData, timeline: Timeline, index: number): WireStop | undefined {
  return wire.stops.find(({ at }) => at === stopKey(stopAt(timeline, index)));
}

/** Returns the diagram at a stop: the messages of its chapter up to this stop. */
export function sequenceDiagramAt(wire: WireData, timeline: Timeline, index: number): SequenceDiagramData {
  const here = stopAt(timeline, index);
  // A diagram is of the way or of one detour.
  const all = timeline.stops.map((stop) => (stop.detour === here.detour ? wireStopAt(wire, timeline, stop.index) : undefined));
  const wireStop = all[here.index];
  const messagesByStop = all.map((each) => (each && each.chapter === wireStop?.chapter ? each.messages : []));
  const named = new Set(messagesByStop.flat().flatMap(({ from, to }) => [from, to]));
  return {
    parties: named.size === 0 ? wire.parties : wire.parties.filter(({ id }) => named.has(id)),
    rows: messagesByStop
      .slice(0, index + 1)
      .flatMap((messages, at) => messages.map((message) => ({ message, isHighlighted: at === index }))),
    stop: wireStop,
  };
}

/** Returns the request and the response that a message belongs to, in the order of `messages`. */
export function requestAndResponse(messages: readonly WireMessage[], message: WireMessage): readonly WireMessage[] {
  const requestId = message.kind === 'response' ? message.replyTo : message.id;
  return messages.filter((each) => each.id === requestId || (each.kind === 'response' && each.replyTo === requestId));
}

/** Returns a message's sender and receiver: `Agent → Cognito`. */
export function messageRoute({ parties }: Pick<WireData, 'parties'>, { from, to }: WireMessage): string {
  const nameOf = (id: string): string => parties.find((each) => each.id === id)?.name ?? id;
  return `${nameOf(from)} → ${nameOf(to)}`;
}

/** Returns a clarification as one line. */
export function clarificationText({ screen, wire }: Clarification): string {
  return `Screen says: ${screen} Wire says: ${wire}`;
}

/** Returns the mark of a message; undefined if it has none. */
export function markOf({ marks }: Pick<WireData, 'marks'>, { mark }: WireMessage): Mark | undefined {
  return marks.find(({ id }) => id === mark);
}

/** Returns the label of a message's mark in brackets, after a space; empty without a mark. */
export function markSuffix(wire: Pick<WireData, 'marks'>, message: WireMessage): string {
  const mark = markOf(wire, message);
  return mark ? ` (${mark.label})` : '';
}

/** Returns the wire data of a stop as lines of text. */
export function wireLines(wire: Pick<WireData, 'parties' | 'marks'>, { note, gloss = [], messages }: WireStop): readonly string[] {
  return [
    ...(note === undefined ? [] : [note]),
    ...messages.flatMap((message) => [
      `${messageRoute(wire, message)}: ${message.label}${markSuffix(wire, message)}`,
      ...(message.note === undefined ? [] : [message.note]),
      ...(message.gloss ?? []).map(clarificationText),
    ]),
    ...gloss.map(clarificationText),
  ];
}
