import { defineKind } from '../kind';
import { describePage } from '../parts/describeStep';
import { CallbackPage, MARK_ANIMATION_MS } from './CallbackPage';
import { schema, type CallbackScene } from './schema';

export default defineKind<CallbackScene>({
  name: 'callback',
  schema,
  View: CallbackPage,
  describe: (scene, step) => ({
    ...describePage(scene, step, [
      `${scene.mark} ${scene.heading}`,
      scene.tagline,
      ...scene.rows.map((row) => `${row.label}: ${row.value ?? row.tags?.join(' ') ?? ''}`),
      scene.done,
    ]),
    playMs: step === 0 ? MARK_ANIMATION_MS : 0,
  }),
});
