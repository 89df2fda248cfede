import type { KeyAction } from './keymap';
import { parseClaim, type LeaderClaim } from './leaderElection';
import type { Theme } from './settings';
import type { Command, ShowState } from './show';

/** What the speaker window knows of the show: all of it but clocks that are not its own. */
export interface SharedShowState extends Pick<ShowState, 'curtain' | 'autoplay' | 'startedAt'> {
  readonly stop: number;
  readonly playing: boolean;
  /** The stop the room keeps seeing, while frozen. */
  readonly frozen: number | undefined;
  /** Whether something lies over the stage that the next press would close: help, overview and the like. */
  readonly covered: boolean;
  /** Whether the panel “On the wire” is open beside the stage. */
  readonly wire: boolean;
  /** Counts arrivals, so that a move to the same stop shows as one. */
  readonly arrival: number;
  /** The stage's theme; undefined from a stage of an older version. */
  readonly theme?: Theme | undefined;
}

/** A speaker's wish, on a clock both windows share: milliseconds since 1970. */
export type RemoteCommand =
  | { readonly type: RemoteAction; readonly at: number; readonly repeat: boolean }
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number };

/** What may be wished for from the speaker window; everything else happens in the window where it is pressed. */
export const REMOTE_ACTIONS = [
  'next',
  'prev',
  'nextScene',
  'prevScene',
  'first',
  'last',
  'black',
  'white',
  'freeze',
  'wire',
  'autoplay',
  'resetTimer',
] as const;
export type RemoteAction = (typeof REMOTE_ACTIONS)[number];

/**
 * Words between the windows. A speaker says hello until the stage answers, and the stage that leads alone says what is. A
 * stage's `stage` is its claim to lead, or its id; an older version has none.
 */
export type SpeakerMessage =
  | { readonly kind: 'hello' }
  /** The stage closes. */
  | { readonly kind: 'bye'; readonly stage?: string }
  /** A speaker window closes. */
  | { readonly kind: 'leave' }
  /** `to` is the stage that is meant; any that leads, where the speaker knows none. */
  | { readonly kind: 'wish'; readonly wish: RemoteCommand; readonly to?: string }
  | { readonly kind: 'show'; readonly show: SharedShowState; readonly stage?: LeaderClaim }
  /** What the stage plans with, as `readRehearsal()` takes it; null for none. */
  | { readonly kind: 'rehearsal'; readonly rehearsal: unknown; readonly stage?: string };

/** Whether a key's action is one the stage carries out for the speaker. */
export function isRemoteAction(action: KeyAction | 'resetTimer'): action is RemoteAction {
  return (REMOTE_ACTIONS as readonly string[]).includes(action);
}

/** The part of `show` that is shared. */
export function toSharedShowState({ position, curtain, overlay, wire, autoplay, frozen, startedAt, settings }: ShowState): SharedShowState {
  return {
    stop: position.stop,
    playing: position.phase !== 'settled',
    arrival: position.arrival,
    curtain,
    covered: overlay !== undefined,
    wire: wire !== undefined,
    autoplay,
    frozen: frozen?.stop,
    startedAt,
    theme: settings.theme,
  };
}

/**
 * A wish as a command on this window's own clock, given what that clock and the time of day say right now. The windows'
 * clocks drift apart while the computer sleeps; the time of day is theirs together. No wish comes from the future.
 */
export function toLocalCommand(wish: RemoteCommand, now: number, wallTime: number): Command {
  const at = now - Math.max(0, wallTime - wish.at);
  return wish.type === 'goTo' ? { type: 'goTo', stop: wish.stop, at } : { type: wish.type, at, repeat: wish.repeat };
}

/** A message as it came from another window; undefined for anything that is none. Never throws. */
export function parseSpeakerMessage(data: unknown): SpeakerMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, wish, show, rehearsal, stage, to } = data as Record<string, unknown>;
  const claim = parseClaim(stage);
  const id = typeof stage === 'string' ? { stage } : {};
  if (kind === 'hello' || kind === 'leave') return { kind };
  if (kind === 'bye') return { kind, ...id };
  if (kind === 'wish' && isRemoteCommand(wish)) return { kind, wish, ...(typeof to === 'string' && { to }) };
  if (kind === 'show' && isSharedShowState(show)) return { kind, show, ...(claim && { stage: claim }) };
  if (kind === 'rehearsal') return { kind, rehearsal: rehearsal ?? null, ...id };
  return undefined;
}

function isRemoteCommand(value: unknown): value is RemoteCommand {
  if (typeof value !== 'object' || value === null) return false;
  const { type, at, stop, repeat } = value as Record<string, unknown>;
  if (typeof at !== 'number' || !Number.isFinite(at)) return false;
  if (type === 'goTo') return Number.isInteger(stop);
  return typeof repeat === 'boolean' && (REMOTE_ACTIONS as readonly unknown[]).includes(type);
}

function isSharedShowState(value: unknown): value is SharedShowState {
  if (typeof value !== 'object' || value === null) return false;
  const { stop, playing, arrival, curtain, covered, wire, autoplay, frozen, startedAt, theme } = value as Record<string, unknown>;
  return (
    Number.isInteger(stop) &&
    Number.isInteger(arrival) &&
    typeof playing === 'boolean' &&
    typeof covered === 'boolean' &&
    typeof wire === 'boolean' &&
    typeof autoplay === 'boolean' &&
    (curtain === 'open' || curtain === 'black' || curtain === 'white') &&
    (frozen === undefined || Number.isInteger(frozen)) &&
    (startedAt === undefined || Number.isFinite(startedAt)) &&
    (theme === undefined || theme === 'dark' || theme === 'light')
  );
}
