import type { DetourAction } from './detours';
import type { FreezeSign } from './freezeSign';
import type { KeyAction } from './keymap';
import type { PendingNumber } from './pendingNumber';
import type { Navigation, Position, PositionContext, Press } from './position';
import type { Settings } from './settings';
import { NOT_STARTED, type TalkTimer } from './talkTimer';
import type { Tool } from './tools';
import type { TypingByHand, TypingKey } from './typingByHand';

/** Overlays; at most one is open. */
export type OverlayName = 'help' | 'overview' | 'goto' | 'preflight' | 'rehearsal';

/** State of the open panel “On the wire”. */
interface OpenWire {
  /** Id of the open message; it belongs to the current stop. */
  readonly message: string | undefined;
}

/** Everything that changes during a talk. ADR 001 */
export interface ShowState extends TalkTimer {
  readonly position: Position;
  readonly settings: Settings;
  /** Whether the stage is visible or covered in one colour. */
  readonly curtain: 'open' | 'black' | 'white';
  readonly overlay: OverlayName | undefined;
  /** The panel “On the wire”. It is beside the stage, so keys still move the stage. */
  readonly wire: OpenWire | undefined;
  /** What the presenter points with. It belongs to the stop; only the pen stays on when the talk moves to another one. */
  readonly tool: Tool | undefined;
  readonly autoplay: boolean;
  /** The position the audience sees while the view is frozen. */
  readonly frozen: Position | undefined;
  /** Whether a speaker window is connected, which shows the position behind a frozen view. */
  readonly connected: boolean;
  readonly pendingNumber: PendingNumber | undefined;
  /** What the stage says about the freeze after a press, for a moment. ADR 058 */
  readonly freezeSign: FreezeSign | undefined;
  /** Whether letter keys type at stops that type. ADR 056 */
  readonly isTypingByHand: boolean;
  /** Counts presses that ask for the list of stops in the speaker window. */
  readonly listRequests: number;
  /** Keys of the stops that this talk leaves out. The timeline is made without them. */
  readonly dropped: readonly string[];
  /** Milliseconds spent in detours that were left. */
  readonly detourMs: number;
}

/** A command to the show: a position action, another key's action, or one of the player's own. */
export type Command =
  | DetourAction
  /** `replay` plays the first stop again. */
  | ({
      readonly type:
        | Exclude<KeyAction, Navigation | 'fullscreen' | 'present' | 'speaker' | 'clearInk'>
        | TypingKey
        | 'replay'
        | 'startTimer'
        | 'resetTimer';
    } & Press)
  /** Opens a message in the panel “On the wire”, or closes the open one. */
  | { readonly type: 'message'; readonly id: string | undefined; readonly at: number }
  /** Leaves optional stops ahead out of the talk, or takes them back in. Other keys are ignored. */
  | { readonly type: 'drop' | 'restore'; readonly stops: readonly string[]; readonly at: number }
  | { readonly type: 'pendingNumber'; readonly pendingNumber: PendingNumber | undefined; readonly at: number }
  /** A step of autoplay: to the next stop, and from the last to the first. */
  | { readonly type: 'autoAdvance'; readonly arrival: number; readonly at: number }
  | { readonly type: 'endFreezeSign'; readonly at: number }
  /** A booth starts over: the first stop plays, and everything else is as in `initial`, the state after loading. */
  | { readonly type: 'reset'; readonly initial: ShowState; readonly at: number }
  /** The first speaker window has connected, or the last one has left. */
  | { readonly type: 'connect'; readonly connected: boolean; readonly at: number };

export interface ShowContext extends PositionContext {
  /** Typing by hand; undefined until it has been loaded. */
  readonly typing?: TypingByHand | undefined;
}

/** What a talk is made of beside its position and timer, as it is kept over a reload. */
export interface TalkState extends Pick<ShowState, 'dropped' | 'detourMs'>, Pick<Position, 'detours'> {}

export function initialShow(position: Position, settings: Settings, timer = NOT_STARTED, talk?: Partial<TalkState>): ShowState {
  return {
    position,
    settings,
    curtain: 'open',
    overlay: undefined,
    wire: undefined,
    tool: undefined,
    autoplay: false,
    frozen: undefined,
    connected: false,
    pendingNumber: undefined,
    freezeSign: undefined,
    listRequests: 0,
    isTypingByHand: false,
    ...timer,
    dropped: talk?.dropped ?? [],
    detourMs: talk?.detourMs ?? 0,
  };
}
