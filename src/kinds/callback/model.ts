import type { CompiledSource } from '../../core/story';
import type { CallbackSource } from './schema';

export type CallbackScene = CompiledSource<CallbackSource>;

/** How long the sign takes to pop, in milliseconds; the view's motion follows it. */
export const MARK_ANIMATION_MS = 500;
