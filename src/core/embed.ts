import { parseHash } from './stopHash';
import { stopAt, type Timeline } from './timeline';

/** What the host of an embedded page is told: words and places of the story, nothing of the visitor. */
export interface EmbedState {
  /** From 0. */
  readonly stop: number;
  readonly stops: number;
  /** The scene's id. */
  readonly scene: string;
  /** Position in the scene, from 0. */
  readonly step: number;
  readonly title: string;
  /** `poster` until somebody starts it. */
  readonly state: 'poster' | 'playing' | 'settled';
}

/** What a host may wish for. */
export type EmbedCommand = { readonly type: 'start' | 'next' | 'prev' | 'state' } | { readonly type: 'goTo'; readonly stop: number };

/** Marks our messages, and their version, among all that may arrive in a window. */
export const EMBED_VERSION = 1;

const SIMPLE_COMMANDS = ['start', 'next', 'prev', 'state'] as const;

/** The wish in a message; undefined for anything else, however odd. Stops clamp as in addresses; an unknown scene is none. */
export function parseEmbedCommand(data: unknown, timeline: Timeline): EmbedCommand | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { understudy, type, stop, scene, step = 0 } = data as Readonly<Record<string, unknown>>;
  if (understudy !== EMBED_VERSION) return undefined;
  const simpleType = SIMPLE_COMMANDS.find((each) => each === type);
  if (simpleType) return { type: simpleType };
  if (type !== 'goTo') return undefined;
  if (Number.isInteger(stop)) return { type, stop: stopAt(timeline, stop as number).index };
  const known = timeline.story.scenes.some(({ id }) => id === scene);
  return known && Number.isInteger(step) ? { type, stop: parseHash(timeline, `#/${String(scene)}/${String(step)}`) } : undefined;
}

/** What the host is told of a stop. */
export function embedState(timeline: Timeline, index: number, state: EmbedState['state']): EmbedState {
  const stop = stopAt(timeline, index);
  return { stop: stop.index, stops: timeline.stops.length, scene: stop.scene.id, step: stop.step, title: stop.source.title, state };
}
