import { defineKind } from '../kind';
import { definedTexts } from '../parts/definedTexts';
import type { CognitoScene } from './model';
import { CognitoPage } from './CognitoPage';

export const cognito = defineKind<CognitoScene>({
  View: CognitoPage,
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
            ...definedTexts(scene.tagline, scene.pill && `${scene.pill.mark} ${scene.pill.text}`),
            ...scene.fields.map((field) => `${field.label}: ${field.placeholder}`),
            ...definedTexts(scene.submit, scene.divider, `${scene.sso.icon} ${scene.sso.label}`, scene.hint),
            ...scene.foot,
          ],
  }),
});
