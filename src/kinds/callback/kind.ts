import { defineKind } from '../kind';
import { given } from '../parts/definedTexts';
import { POP_MS, type CallbackScene } from './model';
import { CallbackPage } from './CallbackPage';

export const callback = defineKind<CallbackScene>({
  View: CallbackPage,
  describe: (scene, step) => ({
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    playMs: step === 0 ? POP_MS : 0,
    lines:
      step > 0
        ? []
        : [
            `🔒 ${scene.address}`,
            `${scene.mark} ${scene.heading}`,
            ...given(scene.tagline),
            ...scene.rows.map((row) => `${row.label}: ${row.value ?? row.tags?.join(' ') ?? ''}`),
            ...given(scene.done),
          ],
  }),
});
