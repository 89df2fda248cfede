import type { WireSource } from '../schema/wire';
import { stopKey } from './rehearsal';
import type { Code, Compiled } from './story';
import { stopAt, type Timeline } from './timeline';
import type { Variable } from './variables';

type Source = Omit<Compiled<WireSource>, '$schema' | 'values' | 'stops'>;
type SourceStop = Compiled<WireSource>['stops'][number];
type SourceMessage = SourceStop['messages'][number];
type SourceExplore = NonNullable<SourceMessage['explore']>;

/** Something to try out. The build adds what a browser without the means to compute it shows. */
export type Explore = Exclude<SourceExplore, { type: 'saml' }> | (Extract<SourceExplore, { type: 'saml' }> & { readonly xml: Code });

type Built<T> = T extends unknown ? Omit<T, 'explore'> & { readonly explore?: Explore | undefined } : never;

/** One thing that crosses from a party to another. */
export type Message = Built<SourceMessage>;
export type Party = Source['parties'][number];
export type Mark = Message['mark'];
export type Gloss = NonNullable<SourceStop['gloss']>[number];

/** What crosses at one stop. */
export interface WireStop extends Omit<SourceStop, 'messages'> {
  readonly messages: readonly Message[];
}

/** What crosses under a story, validated and coloured, as the browser gets it. */
export interface Wire extends Source {
  /** The story's open variables; the address may fill them. */
  readonly variables: Readonly<Record<string, Variable>>;
  readonly stops: readonly WireStop[];
}

/** How each truth mark is called on screen. */
export const MARKS: Readonly<Record<Mark, { readonly name: string; readonly meaning: string }>> = {
  'as-deployed': { name: 'as deployed', meaning: 'The published backend does this.' },
  aws: { name: 'AWS', meaning: 'This is how the vendor’s service behaves.' },
  added: { name: 'added', meaning: 'The story or a specification needs it; the backend lacks it.' },
};

/** A message as it stands at a stop: lit where it belongs to the stop, dimmed where it came before. */
export interface Rung {
  readonly message: Message;
  readonly lit: boolean;
}

/** The sequence diagram at a stop. It follows from the story and the stop, and from nothing else. */
export interface Ladder {
  /** Who takes part in this stop's chapter, from left to right; the same at each of its stops. */
  readonly parties: readonly Party[];
  readonly rungs: readonly Rung[];
  /** The stop's own entry; undefined where the author wrote none. */
  readonly stop: WireStop | undefined;
}

/** What crosses at a stop; undefined where the author wrote nothing. */
export function wireStopAt(wire: Wire, timeline: Timeline, index: number): WireStop | undefined {
  return wire.stops.find(({ at }) => at === stopKey(stopAt(timeline, index)));
}

/** The diagram at a stop: its messages, those before it in the same chapter, and none that come later. */
export function ladderAt(wire: Wire, timeline: Timeline, index: number): Ladder {
  const all = timeline.stops.map((stop) => wireStopAt(wire, timeline, stop.index));
  const own = all[stopAt(timeline, index).index];
  const chapter = all.map((each) => (each && each.chapter === own?.chapter ? each.messages : []));
  const named = new Set(chapter.flat().flatMap(({ from, to }) => [from, to]));
  return {
    parties: named.size === 0 ? wire.parties : wire.parties.filter(({ id }) => named.has(id)),
    rungs: chapter.slice(0, index + 1).flatMap((messages, at) => messages.map((message) => ({ message, lit: at === index }))),
    stop: own,
  };
}

/** The exchange a message belongs to: a request and its response, in their order. */
export function exchangeOf(messages: readonly Message[], message: Message): readonly Message[] {
  const first = message.kind === 'response' ? message.replyTo : message.id;
  return messages.filter((each) => each.id === first || (each.kind === 'response' && each.replyTo === first));
}

/** The name of a party; its id where nobody has it, which validation prevents. */
export function partyName({ parties }: Pick<Wire, 'parties'>, id: string): string {
  return parties.find((each) => each.id === id)?.name ?? id;
}

/** A message in one line, for whoever hears it. */
function messageLine(wire: Pick<Wire, 'parties'>, { from, to, label, mark }: Message): string {
  return `${partyName(wire, from)} → ${partyName(wire, to)}: ${label} (${MARKS[mark].name})`;
}

/** Everything a stop says about the wire, line by line. */
export function wireLines(wire: Pick<Wire, 'parties'>, { note, gloss = [], messages }: WireStop): readonly string[] {
  const glosses = (list: readonly Gloss[]): string[] => list.map(({ screen, wire: truth }) => `Screen says: ${screen} Wire says: ${truth}`);
  return [
    ...(note === undefined ? [] : [note]),
    ...messages.flatMap((message) => [
      messageLine(wire, message),
      ...(message.note === undefined ? [] : [message.note]),
      ...glosses(message.gloss ?? []),
    ]),
    ...glosses(gloss),
  ];
}
