import type { Tool } from './tools';

interface AtStop {
  readonly stop: number;
}

/** The parts of the show state that belong to a stop. */
interface BelongsToStop {
  readonly position: AtStop;
  /** The position that the audience sees while the view is frozen. */
  readonly frozen: AtStop | undefined;
  readonly wire: { readonly message: string | undefined } | undefined;
  readonly tool: Tool | undefined;
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
