import type { Compiled } from '../../core/story';
import type { CallbackSource } from './schema';

export type CallbackScene = Compiled<CallbackSource>;

/** How long the sign takes to pop, in milliseconds; the view's motion follows it. */
export const POP_MS = 500;
