import type { Position, PositionContext } from './position';
import { stopAt } from './timeline';
import type { Tool } from './tools';

/** The parts of the show state that belong to a stop. */
interface BelongsToStop {
  readonly position: Position;
  /** The position that the audience sees while the view is frozen. */
  readonly frozen: Position | undefined;
  readonly wire: { readonly message: string | undefined } | undefined;
  readonly tool: Tool | undefined;
  readonly autoplay: boolean;
}

/**
 * Returns the state after a command, without the open message and the tool of the stop before it if it is at another stop. The pen
 * stays on.
 */
export function endWithStop<T extends BelongsToStop>(before: T, show: T): T {
  const changesPicture = (show.frozen ?? show.position).stop !== (before.frozen ?? before.position).stop;
  const hasMoved = changesPicture || show.position.stop !== before.position.stop;
  const closesMessage = changesPicture && show.wire?.message !== undefined;
  const endsTool = hasMoved && show.tool !== undefined && show.tool !== 'pen';
  if (!closesMessage && !endsTool) return show;
  return { ...show, ...(closesMessage && { wire: { message: undefined } }), ...(endsTool && { tool: undefined }) };
}

/** Whether the stop that the audience sees names what matters. */
export function hasFocus({ frozen, position }: Pick<BelongsToStop, 'frozen' | 'position'>, { timeline }: PositionContext): boolean {
  return stopAt(timeline, (frozen ?? position).stop).source.focus !== undefined;
}

/** Returns the state after a command: autoplay brings out what matters as soon as a stop has settled. */
export function focusInAutoplay<T extends BelongsToStop>(before: T, show: T, context: PositionContext): T {
  const { position, autoplay, tool } = show;
  const isNew = !before.autoplay || position.arrival !== before.position.arrival || position.phase !== before.position.phase;
  return autoplay && !tool && isNew && position.phase === 'settled' && hasFocus(show, context) ? { ...show, tool: 'focus' } : show;
}
