import { defineKind } from '../kind';
import { given } from '../parts/definedTexts';
import type { CognitoScene } from './model';
import { CognitoPage } from './CognitoPage';

export const cognito = defineKind<CognitoScene>({
  View: CognitoPage,
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
            ...given(scene.tagline, scene.pill && `${scene.pill.mark} ${scene.pill.text}`),
            ...scene.fields.map((field) => `${field.label}: ${field.placeholder}`),
            ...given(scene.submit, scene.divider, `${scene.sso.icon} ${scene.sso.label}`, scene.hint),
            ...scene.foot,
          ],
  }),
});
