import type { CompileContext } from '../compileContext';
import { compileMappedPage, presentParts } from '../page/compile/compileMappedPage';
import type { PageScene } from '../page/scene';
import type { CallbackScene } from './schema';

/** Makes the local page that says that the sign-in worked. */
export function compileCallback(scene: CallbackScene, context: CompileContext): Promise<PageScene | undefined> {
  const { mark, heading, tagline, rows, done } = scene;
  const head = presentParts(
    { type: 'logo', text: mark, springs: true },
    { type: 'heading', level: 1, text: [heading] },
    !!tagline && { type: 'text', text: [tagline] },
  );
  const cells = rows.map(({ label, value, tags }) => [
    [label],
    tags ? { type: 'row', parts: tags.map((tag) => ({ type: 'badge', text: tag })) } : [value ?? ''],
  ]);
  const card = presentParts(
    { type: 'section', id: 'head', parts: head },
    { type: 'table', rows: cells },
    !!done && { type: 'text', id: 'done', text: [done] },
  );
  return compileMappedPage(
    scene,
    {
      skin: 'callback',
      parts: [{ type: 'card', parts: card }],
      lines: [`${mark} ${heading}`, tagline, ...rows.map(({ label, value, tags }) => `${label}: ${value ?? tags?.join(' ') ?? ''}`), done],
    },
    context,
  );
}
