import { defineKind } from '../kind';
import { describePage } from '../parts/describeStep';
import { CognitoPage } from './CognitoPage';
import { schema, type CognitoScene } from './schema';

export default defineKind<CognitoScene>({
  name: 'cognito',
  schema,
  View: CognitoPage,
  describe: (scene, step) =>
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
