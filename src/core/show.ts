import type { KeyAction } from './keymap';
import { reducePosition, restartedPosition, type Position, type PositionContext } from './position';
import { clampTextStep, type Settings } from './settings';
import { stopIndexForNumber } from './stopNumber';
import { unexpiredNumber, type PendingNumber } from './pendingNumber';

/** What can lie over the stage, one at a time. */
export type OverlayName = 'help' | 'overview' | 'goto' | 'preflight' | 'rehearsal';

/** The panel that tells what crosses under the stop, while it is open. */
interface OpenWire {
  /** The message that is open, by its id; the stop it belongs to has not changed since. */
  readonly message: string | undefined;
}

/** Everything that changes during a talk. */
export interface ShowState {
  readonly position: Position;
  readonly settings: Settings;
  /** What hides the stage from the room. */
  readonly curtain: 'open' | 'black' | 'white';
  readonly overlay: OverlayName | undefined;
  /** Beside the stage rather than over it: keys go on moving the stage. */
  readonly wire: OpenWire | undefined;
  readonly autoplay: boolean;
  /** What the room keeps seeing while the speaker looks around. */
  readonly frozen: Position | undefined;
  /** Whether a speaker window is connected: it shows where the speaker is when the stage does not. */
  readonly connected: boolean;
  readonly pendingNumber: PendingNumber | undefined;
  /** When the talk left its first stop, in milliseconds since 1970. */
  readonly startedAt: number | undefined;
}

/** What may happen to the show: any key's action, or one of those that carry something. */
export type Command =
  | { readonly type: Exclude<KeyAction, 'fullscreen' | 'present' | 'speaker'>; readonly at: number; readonly repeat?: boolean }
  /** Opens a message on the wire, or closes the one that is open. */
  | { readonly type: 'message'; readonly id: string | undefined; readonly at: number }
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number }
  | { readonly type: 'type'; readonly pendingNumber: PendingNumber | undefined; readonly at: number }
  | { readonly type: 'elapse'; readonly arrival: number; readonly phase: Position['phase']; readonly at: number }
  /** Autoplay's own step: on, and from the last stop to the first. */
  | { readonly type: 'roll'; readonly arrival: number; readonly at: number }
  /** The first stop again, played from its beginning. */
  | { readonly type: 'replay'; readonly at: number }
  | { readonly type: 'resetTimer'; readonly at: number }
  /** A speaker window came, or the last one went. */
  | { readonly type: 'connect'; readonly connected: boolean; readonly at: number };

/** The time of day is not the player's clock; whoever runs the show hands it in. */
export interface ShowContext extends PositionContext {
  /** Milliseconds since 1970. */
  readonly wallTime: number;
}

/** The show as it opens. */
export function initialShow(position: Position, settings: Settings, startedAt?: number): ShowState {
  return {
    position,
    settings,
    curtain: 'open',
    overlay: undefined,
    wire: undefined,
    autoplay: false,
    frozen: undefined,
    connected: false,
    pendingNumber: undefined,
    startedAt,
  };
}

/** Whether the talk has left its first stop, as the stage or a speaker window knows it. */
export function hasStarted({ stop, startedAt }: { readonly stop: number; readonly startedAt: number | undefined }): boolean {
  return stop > 0 || startedAt !== undefined;
}

/** What the room sees. */
export function audiencePosition(show: ShowState): Position {
  return show.frozen ?? show.position;
}

/** The show after `command`. Pure and synchronous. */
export function reduceShow(show: ShowState, command: Command, context: ShowContext): ShowState {
  const next = applyCommand(show, command, context);
  // A message belongs to its stop: whatever leads to another one closes it.
  return next.wire?.message !== undefined && audiencePosition(next).stop !== audiencePosition(show).stop
    ? { ...next, wire: { message: undefined } }
    : next;
}

function applyCommand(show: ShowState, command: Command, context: ShowContext): ShowState {
  switch (command.type) {
    case 'next':
    case 'prev':
    case 'first':
    case 'last':
    case 'nextScene':
    case 'prevScene':
      return navigate(show, command.type, command, context);
    case 'goTo':
      return goTo({ ...show, overlay: undefined, pendingNumber: undefined, autoplay: false }, command, context);
    case 'elapse': {
      const position = reducePosition(show.position, command, context);
      return position === show.position ? show : { ...show, position };
    }
    case 'roll': {
      if (!show.autoplay || command.arrival !== show.position.arrival) return show;
      const isLast = show.position.stop === context.timeline.stops.length - 1;
      return {
        ...show,
        position: isLast
          ? restartedPosition(show.position, context, command.at)
          : reducePosition(show.position, { type: 'next', at: command.at, repeat: true }, context),
      };
    }
    case 'type':
      return { ...show, pendingNumber: command.pendingNumber };
    case 'black':
    case 'white':
      return { ...show, curtain: show.curtain === command.type ? 'open' : command.type };
    case 'help':
    case 'overview':
    case 'goto':
    case 'preflight':
    case 'rehearsal':
      return { ...show, pendingNumber: undefined, autoplay: false, overlay: show.overlay === command.type ? undefined : command.type };
    case 'wire':
      if (context.timeline.story.wire === undefined) return show;
      return { ...show, pendingNumber: undefined, overlay: undefined, wire: show.wire ? undefined : { message: undefined } };
    case 'message':
      return show.wire ? { ...show, wire: { message: command.id } } : show;
    case 'theme':
      return { ...show, settings: { ...show.settings, theme: show.settings.theme === 'dark' ? 'light' : 'dark' } };
    case 'larger':
    case 'smaller':
      return {
        ...show,
        settings: { ...show.settings, textStep: clampTextStep(show.settings.textStep + (command.type === 'larger' ? 1 : -1)) },
      };
    case 'resetSize':
      return { ...show, settings: { ...show.settings, textStep: 0 } };
    case 'autoplay':
      return { ...(show.autoplay ? show : unfreezeWithoutSpeaker(show)), autoplay: !show.autoplay, overlay: undefined, curtain: 'open' };
    case 'connect':
      return { ...show, connected: command.connected };
    case 'freeze':
      return { ...show, frozen: show.frozen ? undefined : { ...show.position, phase: 'settled' } };
    case 'replay':
      return { ...show, position: restartedPosition(show.position, context, command.at) };
    case 'resetTimer':
      return { ...show, startedAt: undefined };
    case 'escape':
      return closeTopLayer(show, command.at);
  }
}

/** Esc takes the top layer away, and only that one. */
function closeTopLayer(show: ShowState, now: number): ShowState {
  if (unexpiredNumber(show.pendingNumber, now)) return { ...show, pendingNumber: undefined };
  if (show.overlay) return { ...show, overlay: undefined };
  if (show.curtain !== 'open') return { ...show, curtain: 'open' };
  if (show.wire) return { ...show, wire: show.wire.message === undefined ? undefined : { message: undefined } };
  return show.autoplay ? { ...show, autoplay: false } : unfreezeWithoutSpeaker(show);
}

/** Whether the stage holds its picture and no speaker window says so: then the stage has to. */
export function isFrozenWithoutSpeaker({ frozen, connected }: ShowState): boolean {
  return frozen !== undefined && !connected;
}

/**
 * What a move starts from. Where no speaker window shows the stop behind a frozen picture, moving it would look like a
 * dead key: there a move ends the freeze, and starts from the picture the room sees.
 */
function unfreezeWithoutSpeaker(show: ShowState): ShowState {
  if (!show.frozen || !isFrozenWithoutSpeaker(show)) return show;
  return { ...show, frozen: undefined, position: { ...show.frozen, arrival: show.position.arrival + 1 } };
}

function goTo(show: ShowState, { stop, at }: { readonly stop: number; readonly at: number }, context: ShowContext): ShowState {
  const start = unfreezeWithoutSpeaker(show);
  return withPosition(start, reducePosition(start.position, { type: 'goTo', stop, at }, context), context);
}

type Press = { readonly at: number; readonly repeat?: boolean };

/** A press of next or previous gives the room its picture back first; it never moves what nobody sees. */
function navigate(
  show: ShowState,
  type: 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene',
  press: Press,
  context: ShowContext,
): ShowState {
  const pendingNumber = unexpiredNumber(show.pendingNumber, press.at);
  const cleared: ShowState = { ...show, autoplay: false, pendingNumber: undefined, curtain: 'open', overlay: undefined };
  if (pendingNumber && type === 'next')
    return goTo(cleared, { stop: stopIndexForNumber(context.timeline, pendingNumber.text), at: press.at }, context);
  if ((show.curtain !== 'open' || show.overlay) && (type === 'next' || type === 'prev')) return cleared;
  const start = unfreezeWithoutSpeaker(cleared);
  return withPosition(
    start,
    reducePosition(start.position, { type, at: press.at, ...(press.repeat === undefined ? {} : { repeat: press.repeat }) }, context),
    context,
  );
}

/** The talk's time starts when it leaves the first stop for the first time. */
function withPosition(show: ShowState, position: Position, context: ShowContext): ShowState {
  return { ...show, position, startedAt: show.startedAt ?? (position.stop > 0 ? context.wallTime : undefined) };
}
