import { compileScene, type SceneSettings } from '../../../src/compiler/story/compileScene';
import { parseJsonFile } from '../../../src/compiler/story/parseJsonFile';
import slideKind from '../../../src/kinds/slide/kind';
import type { SlideScene } from '../../../src/kinds/slide/scene';

const STEP = { title: 'A stop', notes: { say: 'Words.', point: 'At it.' } };

/** Compiles a slide with these fields. Returns it, and the messages of its problems. */
export async function compileSlide(
  fields: object,
  settings?: SceneSettings,
): Promise<{ readonly slide: SlideScene | undefined; readonly problems: readonly string[] }> {
  const source = { kind: 'slide', id: 'a', title: 'A', steps: [STEP], ...fields };
  const document = parseJsonFile('slide.json', Buffer.from(JSON.stringify(source)));
  const { value, problems } = await compileScene(document, new Map([['slide', slideKind]]), new Map(), settings);
  return { slide: value as SlideScene | undefined, problems: problems.map(({ message }) => message) };
}

/** Compiles a valid slide. @throws its problems */
export async function validSlide(fields: object, settings?: SceneSettings): Promise<SlideScene> {
  const { slide, problems } = await compileSlide(fields, settings);
  if (!slide) throw new Error(problems.join('\n'));
  return slide;
}

export const steps = (count: number, fields: object = {}): object[] => Array.from({ length: count }, () => ({ ...STEP, ...fields }));
