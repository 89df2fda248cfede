import type { WireSource } from '../schema/wire';
import { stopKey } from './stopNumber';
import type { HighlightedCode, CompiledSource } from './story';
import { stopAt, type Timeline } from './timeline';
import type { Variable } from './variables';

type CompiledWire = Omit<CompiledSource<WireSource>, '$schema' | 'values' | 'stops'>;
type SourceStop = CompiledSource<WireSource>['stops'][number];
type SourceMessage = SourceStop['messages'][number];
type CompiledExplorable = NonNullable<SourceMessage['explore']>;

/** Something to try out. The build adds what a browser without the means to compute it shows. */
export type Explorable =
  | Exclude<CompiledExplorable, { type: 'saml' }>
  | (Extract<CompiledExplorable, { type: 'saml' }> & { readonly xml: HighlightedCode });

type WithExplorable<T> = T extends unknown ? Omit<T, 'explore'> & { readonly explore?: Explorable | undefined } : never;

/** One thing that crosses from a party to another. */
export type WireMessage = WithExplorable<SourceMessage>;
export type Party = CompiledWire['parties'][number];
export type Provenance = WireMessage['mark'];
export type Clarification = NonNullable<SourceStop['gloss']>[number];

/** What crosses at one stop. */
export interface WireStop extends Omit<SourceStop, 'messages'> {
  readonly messages: readonly WireMessage[];
}

/** What crosses under a story, validated and coloured, as the browser gets it. */
export interface WireData extends CompiledWire {
  /** The story's open variables; the address may fill them. */
  readonly variables: Readonly<Record<string, Variable>>;
  readonly stops: readonly WireStop[];
}

/** How each truth mark is called on screen. */
export const PROVENANCE_LABELS: Readonly<Record<Provenance, { readonly name: string; readonly meaning: string }>> = {
  'as-deployed': { name: 'as deployed', meaning: 'The published backend does this.' },
  aws: { name: 'AWS', meaning: 'This is how the vendor’s service behaves.' },
  added: { name: 'added', meaning: 'The story or a specification needs it; the backend lacks it.' },
};

/** A message as it stands at a stop: lit where it belongs to the stop, dimmed where it came before. */
export interface SequenceRow {
  readonly message: WireMessage;
  readonly isHighlighted: boolean;
}

/** The sequence diagram at a stop. It follows from the story and the stop, and from nothing else. */
export interface SequenceDiagramData {
  /** Who takes part in this stop's chapter, from left to right; the same at each of its stops. */
  readonly parties: readonly Party[];
  readonly rows: readonly SequenceRow[];
  /** The stop's own entry; undefined where the author wrote none. */
  readonly stop: WireStop | undefined;
}

/** What crosses at a stop; undefined where the author wrote nothing. */
export function wireStopAt(wire: WireData, timeline: Timeline, index: number): WireStop | undefined {
  return wire.stops.find(({ at }) => at === stopKey(stopAt(timeline, index)));
}

/** The diagram at a stop: its messages, those before it in the same chapter, and none that come later. */
export function sequenceDiagramAt(wire: WireData, timeline: Timeline, index: number): SequenceDiagramData {
  const all = timeline.stops.map((stop) => wireStopAt(wire, timeline, stop.index));
  const wireStop = all[stopAt(timeline, index).index];
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

/** The exchange a message belongs to: a request and its response, in their order. */
export function requestAndResponse(messages: readonly WireMessage[], message: WireMessage): readonly WireMessage[] {
  const first = message.kind === 'response' ? message.replyTo : message.id;
  return messages.filter((each) => each.id === first || (each.kind === 'response' && each.replyTo === first));
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

/** Returns everything a stop says about the wire, line by line. */
export function wireLines(wire: Pick<WireData, 'parties'>, { note, gloss = [], messages }: WireStop): readonly string[] {
  return [
    ...(note === undefined ? [] : [note]),
    ...messages.flatMap((message) => [
      `${messageRoute(wire, message)}: ${message.label} (${PROVENANCE_LABELS[message.mark].name})`,
      ...(message.note === undefined ? [] : [message.note]),
      ...(message.gloss ?? []).map(clarificationText),
    ]),
    ...gloss.map(clarificationText),
  ];
}
