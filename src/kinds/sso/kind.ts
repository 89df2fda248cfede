import { defineKind } from '../kind';
import { definedTexts } from '../parts/definedTexts';
import type { SsoScene } from './model';
import { SsoPage } from './SsoPage';

export const sso = defineKind<SsoScene>({
  View: SsoPage,
  describeStep: (scene, step) => ({
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    textLines:
      step > 0
        ? []
        : [
            `🔒 ${scene.address}`,
            scene.name,
            ...definedTexts(scene.tagline, scene.pill, scene.note),
            ...scene.fields.map((field) => `${field.label}: ${field.value}`),
            ...definedTexts(scene.remember && `☑ ${scene.remember}`, scene.forgot, scene.submit, scene.hint, scene.foot),
          ],
  }),
});
