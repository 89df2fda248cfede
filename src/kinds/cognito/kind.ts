import { defineKind } from '../kind';
import { describePage } from '../parts/describeStep';
import { CognitoPage } from './CognitoPage';
import type { CognitoScene } from './schema';

export const cognito = defineKind<CognitoScene>({
  View: CognitoPage,
  describeStep: (scene, step) =>
    describePage(scene, step, [
      scene.name,
      scene.tagline,
      scene.pill && `${scene.pill.mark} ${scene.pill.text}`,
      ...scene.fields.map((field) => `${field.label}: ${field.placeholder}`),
      scene.submit,
      scene.divider,
      `${scene.sso.icon} ${scene.sso.label}`,
      scene.hint,
      ...scene.foot,
    ]),
});
