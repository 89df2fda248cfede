import { asRecord } from './asRecord';
import { parseHash } from './stopHash';
import { stopAt, type Timeline } from './timeline';

/** The state that an embedded page reports to its host: facts of the story, nothing about the visitor. */
export interface EmbedState {
  /** From 0. */
  readonly stop: number;
  readonly stops: number;
  /** The scene's id. */
  readonly scene: string;
  /** Position in the scene, from 0. */
  readonly step: number;
  readonly title: string;
  /** `poster` until the embed is started. */
  readonly state: 'poster' | 'playing' | 'settled';
}

export type EmbedCommand = { readonly type: 'start' | 'next' | 'prev' | 'state' } | { readonly type: 'goTo'; readonly stop: number };

/** The value of `understudy` in every message: it identifies the protocol and its version. */
export const EMBED_VERSION = 1;

const SIMPLE_COMMANDS = ['start', 'next', 'prev', 'state'] as const;

/** Parses a host's message; undefined for anything else and for an unknown scene. Stops are clamped as in addresses. Never throws. */
export function parseEmbedCommand(data: unknown, timeline: Timeline): EmbedCommand | undefined {
  const { understudy, type, stop, scene, step = 0 } = asRecord(data);
  if (understudy !== EMBED_VERSION) return undefined;
  const simpleType = SIMPLE_COMMANDS.find((each) => each === type);
  if (simpleType) return { type: simpleType };
  if (type !== 'goTo') return undefined;
  if (Number.isInteger(stop)) return { type, stop: stopAt(timeline, stop as number).index };
  const known = timeline.story.scenes.some(({ id }) => id === scene);
  return known && Number.isInteger(step) ? { type, stop: parseHash(timeline, `#/${String(scene)}/${String(step)}`) } : undefined;
}

/** Returns the state reported at the stop `index`. */
export function embedState(timeline: Timeline, index: number, state: EmbedState['state']): EmbedState {
  const stop = stopAt(timeline, index);
  return { stop: stop.index, stops: timeline.wayLength, scene: stop.scene.id, step: stop.step, title: stop.source.title, state };
}
