import type { KeyAction } from './keymap';
import { reduce, replayed, type Position, type Rules } from './position';
import { clampStep, type Settings } from './settings';
import { namedStop } from './stopNumber';
import { standing, type Typed } from './pendingNumber';

/** What can lie over the stage, one at a time. */
export type Overlay = 'help' | 'overview' | 'goto' | 'preflight' | 'rehearsal';

/** The panel that tells what crosses under the stop, while it is open. */
interface OpenWire {
  /** The message that is open, by its id; the stop it belongs to has not changed since. */
  readonly message: string | undefined;
}

/** Everything that changes during a talk. */
export interface Show {
  readonly position: Position;
  readonly settings: Settings;
  /** What hides the stage from the room. */
  readonly curtain: 'open' | 'black' | 'white';
  readonly overlay: Overlay | undefined;
  /** Beside the stage rather than over it: keys go on moving the stage. */
  readonly wire: OpenWire | undefined;
  readonly autoplay: boolean;
  /** What the room keeps seeing while the speaker looks around. */
  readonly frozen: Position | undefined;
  /** Whether a speaker window is connected: it shows where the speaker is when the stage does not. */
  readonly connected: boolean;
  readonly typed: Typed | undefined;
  /** When the talk left its first stop, in milliseconds since 1970. */
  readonly startedAt: number | undefined;
}

/** What may happen to the show: any key's action, or one of those that carry something. */
export type Command =
  | { readonly type: Exclude<KeyAction, 'fullscreen' | 'present' | 'speaker'>; readonly at: number; readonly repeat?: boolean }
  /** Opens a message on the wire, or closes the one that is open. */
  | { readonly type: 'message'; readonly id: string | undefined; readonly at: number }
  | { readonly type: 'goTo'; readonly stop: number; readonly at: number }
  | { readonly type: 'type'; readonly typed: Typed | undefined; readonly at: number }
  | { readonly type: 'elapse'; readonly arrival: number; readonly phase: Position['phase']; readonly at: number }
  /** Autoplay's own step: on, and from the last stop to the first. */
  | { readonly type: 'roll'; readonly arrival: number; readonly at: number }
  /** The first stop again, played from its beginning. */
  | { readonly type: 'replay'; readonly at: number }
  | { readonly type: 'resetTimer'; readonly at: number }
  /** A speaker window came, or the last one went. */
  | { readonly type: 'connect'; readonly connected: boolean; readonly at: number };

/** The time of day is not the player's clock; whoever runs the show hands it in. */
export interface ShowRules extends Rules {
  /** Milliseconds since 1970. */
  readonly today: number;
}

/** The show as it opens. */
export function opening(position: Position, settings: Settings, startedAt?: number): Show {
  return {
    position,
    settings,
    curtain: 'open',
    overlay: undefined,
    wire: undefined,
    autoplay: false,
    frozen: undefined,
    connected: false,
    typed: undefined,
    startedAt,
  };
}

/** Whether the talk has left its first stop, as the stage or a speaker window knows it. */
export function hasBegun({ stop, startedAt }: { readonly stop: number; readonly startedAt: number | undefined }): boolean {
  return stop > 0 || startedAt !== undefined;
}

/** What the room sees. */
export function seen(show: Show): Position {
  return show.frozen ?? show.position;
}

/** The show after `command`. Pure and synchronous. */
export function perform(show: Show, command: Command, rules: ShowRules): Show {
  const next = performed(show, command, rules);
  // A message belongs to its stop: whatever leads to another one closes it.
  return next.wire?.message !== undefined && seen(next).stop !== seen(show).stop ? { ...next, wire: { message: undefined } } : next;
}

function performed(show: Show, command: Command, rules: ShowRules): Show {
  switch (command.type) {
    case 'next':
    case 'prev':
    case 'first':
    case 'last':
    case 'nextScene':
    case 'prevScene':
      return move(show, command.type, command, rules);
    case 'goTo':
      return goTo({ ...show, overlay: undefined, typed: undefined, autoplay: false }, command, rules);
    case 'elapse': {
      const position = reduce(show.position, command, rules);
      return position === show.position ? show : { ...show, position };
    }
    case 'roll': {
      if (!show.autoplay || command.arrival !== show.position.arrival) return show;
      const isLast = show.position.stop === rules.timeline.stops.length - 1;
      return {
        ...show,
        position: isLast
          ? replayed(show.position, rules, command.at)
          : reduce(show.position, { type: 'next', at: command.at, repeat: true }, rules),
      };
    }
    case 'type':
      return { ...show, typed: command.typed };
    case 'black':
    case 'white':
      return { ...show, curtain: show.curtain === command.type ? 'open' : command.type };
    case 'help':
    case 'overview':
    case 'goto':
    case 'preflight':
    case 'rehearsal':
      return { ...show, typed: undefined, autoplay: false, overlay: show.overlay === command.type ? undefined : command.type };
    case 'wire':
      if (rules.timeline.story.wire === undefined) return show;
      return { ...show, typed: undefined, overlay: undefined, wire: show.wire ? undefined : { message: undefined } };
    case 'message':
      return show.wire ? { ...show, wire: { message: command.id } } : show;
    case 'theme':
      return { ...show, settings: { ...show.settings, theme: show.settings.theme === 'dark' ? 'light' : 'dark' } };
    case 'larger':
    case 'smaller':
      return {
        ...show,
        settings: { ...show.settings, textStep: clampStep(show.settings.textStep + (command.type === 'larger' ? 1 : -1)) },
      };
    case 'resetSize':
      return { ...show, settings: { ...show.settings, textStep: 0 } };
    case 'autoplay':
      return { ...(show.autoplay ? show : thawed(show)), autoplay: !show.autoplay, overlay: undefined, curtain: 'open' };
    case 'connect':
      return { ...show, connected: command.connected };
    case 'freeze':
      return { ...show, frozen: show.frozen ? undefined : { ...show.position, phase: 'settled' } };
    case 'replay':
      return { ...show, position: replayed(show.position, rules, command.at) };
    case 'resetTimer':
      return { ...show, startedAt: undefined };
    case 'escape':
      return escape(show, command.at);
  }
}

/** Esc takes the top layer away, and only that one. */
function escape(show: Show, now: number): Show {
  if (standing(show.typed, now)) return { ...show, typed: undefined };
  if (show.overlay) return { ...show, overlay: undefined };
  if (show.curtain !== 'open') return { ...show, curtain: 'open' };
  if (show.wire) return { ...show, wire: show.wire.message === undefined ? undefined : { message: undefined } };
  return show.autoplay ? { ...show, autoplay: false } : thawed(show);
}

/** Whether the stage holds its picture and no speaker window says so: then the stage has to. */
export function isFrozenUnwatched({ frozen, connected }: Show): boolean {
  return frozen !== undefined && !connected;
}

/**
 * What a move starts from. Where no speaker window shows the stop behind a frozen picture, moving it would look like a
 * dead key: there a move ends the freeze, and starts from the picture the room sees.
 */
function thawed(show: Show): Show {
  if (!show.frozen || !isFrozenUnwatched(show)) return show;
  return { ...show, frozen: undefined, position: { ...show.frozen, arrival: show.position.arrival + 1 } };
}

function goTo(show: Show, { stop, at }: { readonly stop: number; readonly at: number }, rules: ShowRules): Show {
  const from = thawed(show);
  return moved(from, reduce(from.position, { type: 'goTo', stop, at }, rules), rules);
}

type Press = { readonly at: number; readonly repeat?: boolean };

/** A press of next or previous gives the room its picture back first; it never moves what nobody sees. */
function move(show: Show, type: 'next' | 'prev' | 'first' | 'last' | 'nextScene' | 'prevScene', press: Press, rules: ShowRules): Show {
  const typed = standing(show.typed, press.at);
  const taken: Show = { ...show, autoplay: false, typed: undefined, curtain: 'open', overlay: undefined };
  if (typed && type === 'next') return goTo(taken, { stop: namedStop(rules.timeline, typed.text), at: press.at }, rules);
  if ((show.curtain !== 'open' || show.overlay) && (type === 'next' || type === 'prev')) return taken;
  const from = thawed(taken);
  return moved(
    from,
    reduce(from.position, { type, at: press.at, ...(press.repeat === undefined ? {} : { repeat: press.repeat }) }, rules),
    rules,
  );
}

/** The talk's time starts when it leaves the first stop for the first time. */
function moved(show: Show, position: Position, rules: ShowRules): Show {
  return { ...show, position, startedAt: show.startedAt ?? (position.stop > 0 ? rules.today : undefined) };
}
