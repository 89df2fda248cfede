import type { Compiled } from '../../core/story';
import { defineKind } from '../kind';
import type { CallbackSource } from './schema';
import { CallbackPage } from './View';

export type CallbackScene = Compiled<CallbackSource>;

/** How long the sign takes to pop, in milliseconds; the view's motion follows it. */
export const POP_MS = 500;

export const callback = defineKind<CallbackScene>({
  View: CallbackPage,
  describe: (scene, step) => ({
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    playMs: step === 0 ? POP_MS : 0,
    lines: step > 0 ? [] : [
      `🔒 ${scene.address}`,
      `${scene.mark} ${scene.heading}`,
      scene.tagline,
      ...scene.rows.map((row) => `${row.label}: ${row.value ?? row.tags?.join(' ') ?? ''}`),
      scene.done,
    ],
  }),
});
