import { defineKind } from '../kind';
import { definedTexts } from '../parts/definedTexts';
import { MARK_ANIMATION_MS, type CallbackScene } from './model';
import { CallbackPage } from './CallbackPage';

export const callback = defineKind<CallbackScene>({
  View: CallbackPage,
  describeStep: (scene, step) => ({
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    playMs: step === 0 ? MARK_ANIMATION_MS : 0,
    textLines:
      step > 0
        ? []
        : [
            `🔒 ${scene.address}`,
            `${scene.mark} ${scene.heading}`,
            ...definedTexts(scene.tagline),
            ...scene.rows.map((row) => `${row.label}: ${row.value ?? row.tags?.join(' ') ?? ''}`),
            ...definedTexts(scene.done),
          ],
  }),
});
