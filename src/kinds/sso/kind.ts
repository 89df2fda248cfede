import { defineKind } from '../kind';
import { describePage } from '../parts/describeStep';
import { schema, type SsoScene } from './schema';
import { SsoPage } from './SsoPage';

export default defineKind<SsoScene>({
  name: 'sso',
  schema,
  View: SsoPage,
  describe: (scene, step) =>
    describePage(scene, step, [
      scene.name,
      scene.tagline,
      scene.pill,
      scene.note,
      ...scene.fields.map((field) => `${field.label}: ${field.value}`),
      scene.remember && `☑ ${scene.remember}`,
      scene.forgot,
      scene.submit,
      scene.hint,
      scene.foot,
    ]),
});
