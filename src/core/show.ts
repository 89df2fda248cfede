import { detourAction, movePosition, withDetourTime, type DetourAction } from './detours';
import { dropStops } from './dropStops';
import { reducePosition, restartedPosition, settled, settledNow } from './position';
import type { Navigation, Position, Press } from './position';
import { clampTextStep } from './settings';
import type { Command, OverlayName, ShowContext, ShowState } from './showState';
import { stopIndexForNumber } from './stopNumber';
import { stopAt } from './timeline';
import { areKeysShown } from './shownKeys';
import { unexpiredNumber } from './pendingNumber';
import { isAskedAgain, withFreezeSign, type AskingOverlay } from './freezeSign';
import { countBlack, NOT_STARTED, startTimer } from './talkTimer';
import { endWithStop, focusInAutoplay, hasFocus } from './endWithStop';

export { initialShow } from './showState';
export type { Command, OverlayName, ShowContext, ShowState, TalkState } from './showState';

/** Whether the talk has begun: its timer runs, or it stands at a later stop. */
export function hasStarted({ stop, startedAt }: { readonly stop: number; readonly startedAt: number | undefined }): boolean {
  return stop > 0 || startedAt !== undefined;
}

/** Returns the position the audience sees. */
export function audiencePosition(show: ShowState): Position {
  return show.frozen ?? show.position;
}

/** Returns the next show state. Pure; never throws. Times are milliseconds of the player clock. */
export function reduceShow(show: ShowState, command: Command, context: ShowContext): ShowState {
  if (command.type === 'reset') {
    const position = restartedPosition(show.position, context, command.at);
    return { ...command.initial, position, connected: show.connected, autoplay: true };
  }
  const applied = withFreezeSign(show, applyCommand(show, command, context), command);
  const timed = withDetourTime(show, applied, context.wallTime);
  const ended = endWithStop(show, countBlack(timed, timed.curtain === 'black', context.wallTime));
  return focusInAutoplay(show, ended, context);
}

function applyCommand(show: ShowState, command: Exclude<Command, { type: 'reset' }>, context: ShowContext): ShowState {
  switch (command.type) {
    case 'next':
    case 'prev':
    case 'first':
    case 'last':
    case 'nextScene':
    case 'prevScene':
      return navigate(show, command, context);
    case 'goTo':
    case 'leaveDetour':
      return moveTo({ ...show, overlay: undefined, pendingNumber: undefined, autoplay: false }, command, context);
    case 'detour': {
      const action = detourAction(context.timeline, unfreezeWithoutSpeaker(show).position, command.at);
      return action ? applyCommand(show, action, context) : show;
    }
    case 'drop':
    case 'restore':
      return dropStops(show, command, context.timeline);
    case 'elapse': {
      const position = reducePosition(show.position, command, context);
      return position === show.position ? show : { ...show, position };
    }
    case 'autoAdvance': {
      if (!show.autoplay || command.arrival !== show.position.arrival) return show;
      const isLast = show.position.stop === context.timeline.wayLength - 1;
      return {
        ...show,
        position: isLast
          ? restartedPosition(show.position, context, command.at)
          : movePosition({ ...show.position, hasLeftDetour: false }, { type: 'next', at: command.at, repeat: true }, context),
      };
    }
    case 'pendingNumber':
      return { ...show, pendingNumber: command.pendingNumber };
    case 'black':
    case 'white':
      return { ...show, curtain: show.curtain === command.type ? 'open' : command.type };
    case 'overview':
    case 'goto':
      return find(show, command.type, command.at);
    case 'help':
    case 'preflight':
    case 'rehearsal':
      return openOverlay(show, command.type);
    case 'wire':
      if (context.timeline.story.wire === undefined) return show;
      return { ...show, pendingNumber: undefined, overlay: undefined, wire: show.wire ? undefined : { message: undefined } };
    case 'laser':
    case 'spotlight':
    case 'zoom':
    case 'pen':
    case 'focus':
      if (command.type === 'focus' && !hasFocus(show, context)) return show;
      return { ...show, pendingNumber: undefined, overlay: undefined, tool: show.tool === command.type ? undefined : command.type };
    case 'message':
      return show.wire ? { ...show, wire: { message: command.id } } : show;
    case 'theme':
      return { ...show, settings: { ...show.settings, theme: show.settings.theme === 'dark' ? 'light' : 'dark' } };
    case 'keys':
      return { ...show, settings: { ...show.settings, keys: !areKeysShown(show.settings, context.timeline.story) } };
    case 'larger':
    case 'smaller':
      return {
        ...show,
        settings: { ...show.settings, textStep: clampTextStep(show.settings.textStep + (command.type === 'larger' ? 1 : -1)) },
      };
    case 'resetSize':
      return { ...show, settings: { ...show.settings, textStep: 0 } };
    case 'autoplay':
      return toggleAutoplay(show, context, command.at);
    case 'connect':
      return { ...show, connected: command.connected };
    case 'freeze':
      return show.frozen
        ? { ...show, frozen: undefined, position: settledNow(show.position, command.at) }
        : { ...show, frozen: settled(show.position) };
    case 'endFreezeSign':
      return { ...show, freezeSign: undefined };
    case 'replay':
      return { ...show, position: restartedPosition(show.position, context, command.at) };
    case 'typing':
      return context.typing?.toggleTyping(show, context, command.at) ?? show;
    case 'type':
    case 'typeLine':
      return context.typing?.typeKey(show, command.type, context, command.at) ?? show;
    case 'startTimer':
      return startTimer(show, context.wallTime);
    case 'resetTimer':
      return { ...show, ...NOT_STARTED };
    case 'escape':
      return closeTopLayer(show, command.at, context);
  }
}

/** Autoplay types by the clock. */
function toggleAutoplay(show: ShowState, { typing }: ShowContext, at: number): ShowState {
  const start = show.autoplay ? show : unfreezeWithoutSpeaker(show);
  const position = typing?.playByClock(start.position, at) ?? start.position;
  return { ...start, position, autoplay: !show.autoplay, overlay: undefined, curtain: 'open' };
}

/** Opens an overlay, or closes it if it is open. */
function openOverlay(show: ShowState, overlay: OverlayName): ShowState {
  return { ...show, pendingNumber: undefined, autoplay: false, overlay: show.overlay === overlay ? undefined : overlay };
}

/** Opens the overview or the go-to. While the view is frozen, the speaker window has the list of stops, or the first press only asks. */
function find(show: ShowState, overlay: AskingOverlay, at: number): ShowState {
  if (!show.frozen || show.overlay === overlay) return openOverlay(show, overlay);
  if (show.connected) return { ...show, listRequests: show.listRequests + 1 };
  return isAskedAgain(show, overlay, at) ? openOverlay(show, overlay) : show;
}

/** Closes the top layer only. */
function closeTopLayer(show: ShowState, now: number, context: ShowContext): ShowState {
  if (unexpiredNumber(show.pendingNumber, now)) return { ...show, pendingNumber: undefined };
  if (show.overlay) return { ...show, overlay: undefined };
  if (show.tool) return { ...show, tool: undefined };
  if (show.curtain !== 'open') return { ...show, curtain: 'open' };
  if (show.wire) return { ...show, wire: show.wire.message === undefined ? undefined : { message: undefined } };
  if (stopAt(context.timeline, show.position.stop).detour !== undefined) return moveTo(show, { type: 'leaveDetour', at: now }, context);
  if (show.isTypingByHand) return context.typing!.toggleTyping(show, context, now);
  return show.autoplay ? { ...show, autoplay: false } : unfreezeWithoutSpeaker(show);
}

/** Whether the stage shows the mark for a frozen view: the view is frozen, and no speaker window is connected. */
export function isFrozenWithoutSpeaker({ frozen, connected }: ShowState): boolean {
  return frozen !== undefined && !connected;
}

/**
 * Returns the state a move starts from. Without a speaker window a move behind a frozen view would be invisible, so the move ends the
 * freeze and starts from what the audience sees.
 */
function unfreezeWithoutSpeaker(show: ShowState): ShowState {
  if (!show.frozen || !isFrozenWithoutSpeaker(show)) return show;
  return { ...show, frozen: undefined, position: { ...show.frozen, arrival: show.position.arrival + 1 } };
}

/** Applies `action` to the position. The timer starts with the first press of next, and with the first move to a later stop. */
function moveTo(show: ShowState, action: DetourAction, context: ShowContext): ShowState {
  const start = unfreezeWithoutSpeaker(show);
  const position = movePosition(start.position, action, {
    ...context,
    firstHold: show.isTypingByHand ? context.typing?.firstHold : undefined,
  });
  const moved = { ...start, position };
  return action.type === 'next' || position.stop > 0 ? startTimer(moved, context.wallTime) : moved;
}

/** Applies a press of next or previous. On a covered stage, it only removes the cover. */
function navigate(show: ShowState, press: Press & { readonly type: Navigation }, context: ShowContext): ShowState {
  const pendingNumber = unexpiredNumber(show.pendingNumber, press.at);
  const cleared: ShowState = { ...show, autoplay: false, pendingNumber: undefined, curtain: 'open', overlay: undefined };
  if (pendingNumber && press.type === 'next')
    return moveTo(cleared, { type: 'goTo', stop: stopIndexForNumber(context.timeline, pendingNumber.text), at: press.at }, context);
  if (press.type === 'next' || press.type === 'prev') {
    // Who brings the picture back with next begins the talk. Closing a panel, such as the check of the room, is no beginning.
    if (show.overlay) return cleared;
    if (show.curtain !== 'open') return press.type === 'next' ? startTimer(cleared, context.wallTime) : cleared;
  }
  return moveTo(cleared, press, context);
}
