import { asRecord } from './asRecord';
import type { KeyAction } from './keymap';
import { parseClaim, type LeaderClaim } from './leaderElection';
import type { Position } from './position';
import type { Theme } from './settings';
import type { Command, ShowState } from './show';
import { areStopKeys, hasTalkFields, resolveStop } from './talkFields';
import type { TalkTimer } from './talkTimer';
import type { Timeline } from './timeline';
import { isTool, TOOLS, type Tool } from './tools';

/** The show state that is sent to speaker windows; without times of the stage's own clock. */
export interface SharedShowState
  extends Pick<ShowState, 'curtain' | 'autoplay' | 'startedAt'>, Partial<Pick<TalkTimer, 'blackMs' | 'blackSince'>> {
  readonly stop: number;
  readonly playing: boolean;
  /** The stop the audience sees while the view is frozen. */
  readonly frozen: number | undefined;
  /** Whether an overlay is open, which the next press would close. */
  readonly covered: boolean;
  /** Whether the panel “On the wire” is open beside the stage. */
  readonly wire: boolean;
  /** Counts arrivals, so that a move to the same stop is noticed. */
  readonly arrival: number;
  /** What the presenter points with; undefined also from a stage of an older version. */
  readonly tool?: Tool | undefined;
  /** Whether letter keys type by hand; undefined from a stage of an older version. */
  readonly typing?: boolean | undefined;
  /** Where playing waits for typing by hand, see `Position`. */
  readonly heldAt?: number | undefined;
  /** Whether pressed keys are shown; undefined if the presenter has not chosen. */
  readonly keys?: boolean | undefined;
  /** The stage's theme; undefined from a stage of an older version, as are the fields below. */
  readonly theme?: Theme | undefined;
  /** Counts presses on the frozen stage that ask for the list of stops here; undefined from a stage of an older version. */
  readonly listRequests?: number | undefined;
  readonly dropped?: readonly string[] | undefined;
  readonly detours?: Position['detours'];
  readonly detourMs?: number | undefined;
}

/** A command of the speaker window. `at` is milliseconds since 1970, a clock both windows share. */
export type RemoteCommand =
  | { readonly type: RemoteAction; readonly at: number; readonly repeat: boolean }
  /** `key` is that of the stop, which the stage may know by another index; older versions do not send it. */
  | { readonly type: 'goTo'; readonly stop: number; readonly key?: string; readonly at: number }
  | { readonly type: 'drop' | 'restore'; readonly stops: readonly string[]; readonly at: number };

/** Actions that the speaker window sends to the stage; all others happen in the window where the key is pressed. */
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
  'detour',
  'keys',
  'typing',
  'type',
  'typeLine',
  'startTimer',
  'resetTimer',
  ...TOOLS,
] as const;
export type RemoteAction = (typeof REMOTE_ACTIONS)[number];

/**
 * Messages between the windows. A speaker window sends `hello` until the leading stage answers. `stage` is the claim or the id of the
 * sending stage; older versions do not send it.
 */
export type SpeakerMessage =
  | { readonly kind: 'hello' }
  /** A stage stands by, and asks the leading one for its state. */
  | { readonly kind: 'standby' }
  /** The stage closes. */
  | { readonly kind: 'bye'; readonly stage?: string }
  /** A speaker window closes. */
  | { readonly kind: 'leave' }
  /** `to` is the id of the addressed stage; without it, whichever leads. */
  | { readonly kind: 'wish'; readonly wish: RemoteCommand; readonly to?: string }
  | { readonly kind: 'show'; readonly show: SharedShowState; readonly stage?: LeaderClaim }
  /** Movements of the pointer and strokes of the pen, for `parsePointing()`; sent once per frame at most. */
  | { readonly kind: 'point'; readonly actions: unknown }
  /** The rehearsal the stage plans with, for `validateRehearsal()`; null for none. */
  | { readonly kind: 'rehearsal'; readonly rehearsal: unknown; readonly stage?: string };

export function isRemoteAction(action: KeyAction | RemoteAction): action is RemoteAction {
  return (REMOTE_ACTIONS as readonly string[]).includes(action);
}

export function toSharedShowState(show: ShowState): SharedShowState {
  const { position, curtain, overlay, wire, tool, autoplay, frozen, startedAt, blackMs, blackSince, settings, listRequests } = show;
  return {
    stop: position.stop,
    playing: position.phase !== 'settled',
    arrival: position.arrival,
    curtain,
    covered: overlay !== undefined,
    wire: wire !== undefined,
    tool,
    autoplay,
    frozen: frozen?.stop,
    startedAt,
    blackMs,
    blackSince,
    typing: show.isTypingByHand,
    heldAt: position.heldAt,
    keys: settings.keys,
    theme: settings.theme,
    listRequests,
    dropped: show.dropped,
    detours: position.detours,
    detourMs: show.detourMs,
  };
}

/**
 * Converts a remote command to this window's clock and timeline, given the current `now` and `wallTime`. The windows' own clocks drift
 * apart while the computer sleeps; wall time does not. A time in the future counts as now. Undefined if it goes to a stop that was
 * dropped meanwhile.
 */
export function toLocalCommand(wish: RemoteCommand, now: number, wallTime: number, timeline: Timeline): Command | undefined {
  const at = now - Math.max(0, wallTime - wish.at);
  if ('stops' in wish) return { ...wish, at };
  if (wish.type !== 'goTo') return { type: wish.type, at, repeat: wish.repeat };
  const stop = resolveStop(timeline, wish);
  return stop === undefined ? undefined : { type: 'goTo', stop, at };
}

/** Parses a message of another window; undefined if it is invalid. Never throws. */
export function parseSpeakerMessage(data: unknown): SpeakerMessage | undefined {
  const { kind, wish, show, rehearsal, actions, stage, to } = asRecord(data);
  const claim = parseClaim(stage);
  const id = typeof stage === 'string' ? { stage } : {};
  if (kind === 'hello' || kind === 'leave' || kind === 'standby') return { kind };
  if (kind === 'bye') return { kind, ...id };
  if (kind === 'wish' && isRemoteCommand(wish)) return { kind, wish, ...(typeof to === 'string' && { to }) };
  if (kind === 'show' && isSharedShowState(show)) return { kind, show, ...(claim && { stage: claim }) };
  if (kind === 'point') return { kind, actions };
  if (kind === 'rehearsal') return { kind, rehearsal: rehearsal ?? null, ...id };
  return undefined;
}

function isRemoteCommand(value: unknown): value is RemoteCommand {
  const { type, at, stop, key, stops, repeat } = asRecord(value);
  if (typeof at !== 'number' || !Number.isFinite(at)) return false;
  if (type === 'goTo') return Number.isInteger(stop) && (key === undefined || typeof key === 'string');
  if (type === 'drop' || type === 'restore') return areStopKeys(stops);
  return typeof repeat === 'boolean' && (REMOTE_ACTIONS as readonly unknown[]).includes(type);
}

function isSharedShowState(value: unknown): value is SharedShowState {
  const {
    stop,
    playing,
    arrival,
    curtain,
    covered,
    wire,
    tool,
    autoplay,
    frozen,
    startedAt,
    blackMs,
    blackSince,
    theme,
    listRequests,
    ...others
  } = asRecord(value);
  const { typing, heldAt, keys } = others;
  return (
    Number.isInteger(stop) &&
    Number.isInteger(arrival) &&
    typeof playing === 'boolean' &&
    typeof covered === 'boolean' &&
    typeof wire === 'boolean' &&
    typeof autoplay === 'boolean' &&
    (tool === undefined || isTool(tool)) &&
    (curtain === 'open' || curtain === 'black' || curtain === 'white') &&
    (frozen === undefined || Number.isInteger(frozen)) &&
    [startedAt, blackMs, blackSince, heldAt].every((time) => time === undefined || Number.isFinite(time)) &&
    (listRequests === undefined || Number.isInteger(listRequests)) &&
    [typing, keys].every((flag) => flag === undefined || typeof flag === 'boolean') &&
    (theme === undefined || theme === 'dark' || theme === 'light') &&
    hasTalkFields(others)
  );
}
