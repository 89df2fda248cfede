import { asRecord } from './asRecord';
import { EMBED_VERSION } from './embedVersion';
import type { Theme } from './settings';
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
  /** Whether it goes from stop to stop by itself. */
  readonly autoplay: boolean;
  /** The story's title. */
  readonly story: string;
}

/** What a host may change while the page is shown. */
export interface EmbedOptions {
  readonly theme?: Theme;
  /** Whether the band with captions is shown. */
  readonly captions?: boolean;
  /** Whether the bar below the stage is shown. */
  readonly controls?: boolean;
}

export type EmbedCommand =
  | { readonly type: (typeof SIMPLE_COMMANDS)[number] }
  | { readonly type: 'goTo'; readonly stop: number }
  | { readonly type: 'set'; readonly options: EmbedOptions };

const SIMPLE_COMMANDS = ['start', 'next', 'prev', 'state', 'play', 'pause'] as const;

/** Parses a host's message; undefined for anything else and for an unknown scene. Stops are clamped as in addresses. Never throws. */
export function parseEmbedCommand(data: unknown, timeline: Timeline): EmbedCommand | undefined {
  const { understudy, type, stop, scene, step = 0 } = asRecord(data);
  if (understudy !== EMBED_VERSION) return undefined;
  const simpleType = SIMPLE_COMMANDS.find((each) => each === type);
  if (simpleType) return { type: simpleType };
  if (type === 'set') return { type, options: parseOptions(asRecord(data)) };
  if (type !== 'goTo') return undefined;
  if (Number.isInteger(stop)) return { type, stop: stopAt(timeline, stop as number).index };
  const known = timeline.story.scenes.some(({ id }) => id === scene);
  return known && Number.isInteger(step) ? { type, stop: parseHash(timeline, `#/${String(scene)}/${String(step)}`) } : undefined;
}

function parseOptions({ theme, captions, controls }: Readonly<Record<string, unknown>>): EmbedOptions {
  return {
    ...((theme === 'light' || theme === 'dark') && { theme }),
    ...(typeof captions === 'boolean' && { captions }),
    ...(typeof controls === 'boolean' && { controls }),
  };
}

/** Returns the state reported at the stop `index`. */
export function embedState(timeline: Timeline, index: number, state: EmbedState['state'], autoplay: boolean): EmbedState {
  const stop = stopAt(timeline, index);
  return {
    stop: stop.index,
    stops: timeline.wayLength,
    scene: stop.scene.id,
    step: stop.step,
    title: stop.source.title,
    state,
    autoplay,
    story: timeline.story.title,
  };
}
