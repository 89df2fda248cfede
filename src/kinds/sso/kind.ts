import { defineKind } from '../kind';
import type { SsoScene } from './model';
import { SsoPage } from './View';

export const sso = defineKind<SsoScene>({
  View: SsoPage,
  describe: (scene, step) => ({
    surface: 'browser',
    address: scene.address,
    leave: scene.leave,
    lines: step > 0 ? [] : [
      `🔒 ${scene.address}`,
      scene.name,
      scene.tagline,
      scene.pill,
      scene.note,
      ...scene.fields.map((field) => `${field.label}: ${field.value}`),
      `☑ ${scene.remember}`,
      scene.forgot,
      scene.submit,
      scene.hint,
      scene.foot,
    ],
  }),
});
