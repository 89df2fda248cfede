import { defineKind } from '../kind';
import { given } from '../parts/definedTexts';
import type { SsoScene } from './model';
import { SsoPage } from './SsoPage';

export const sso = defineKind<SsoScene>({
  View: SsoPage,
  describe: (scene, step) => ({
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    lines:
      step > 0
        ? []
        : [
            `🔒 ${scene.address}`,
            scene.name,
            ...given(scene.tagline, scene.pill, scene.note),
            ...scene.fields.map((field) => `${field.label}: ${field.value}`),
            ...given(scene.remember && `☑ ${scene.remember}`, scene.forgot, scene.submit, scene.hint, scene.foot),
          ],
  }),
});
