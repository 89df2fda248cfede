import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface StateFile {
  readonly id: string;
  readonly html: string | Uint8Array;
}

const notes = { say: 'Say.', point: 'Point.' };

/** Writes a story with a scene of captured pages, a step for each. Returns its folder, in test-results/. */
export async function writeCaptureStory(
  states: readonly StateFile[],
  scene: object = {},
  story: object = {},
  assets: readonly Uint8Array[] = [],
): Promise<string> {
  await mkdir('test-results', { recursive: true });
  const folder = await mkdtemp(path.resolve('test-results', 'capture-'));
  for (const [name, content] of Object.entries(captureStory(states, scene, story, assets))) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** Returns the files of a story with a scene of captured pages, a step for each unless `scene` has others. */
export function captureStory(
  states: readonly StateFile[],
  scene: object = {},
  story: object = {},
  assets: readonly Uint8Array[] = [],
): Readonly<Record<string, string | Uint8Array>> {
  const steps = states.map(({ id }) => ({ title: id, notes, state: id }));
  const files = states.map(({ id, html }) => [`shop/${id}.html`, html] as const);
  return {
    'story.json': JSON.stringify({
      id: 'captured',
      title: 'Captured',
      description: 'Captured pages.',
      status: { topic: 'Captured', hint: 'n', end: 'End' },
      footer: [],
      scenes: ['shop.json'],
      ...story,
    }),
    'shop.json': JSON.stringify({ kind: 'snapshot', id: 'shop', title: 'Shop', capture: 'shop', steps, ...scene }, null, 1),
    'shop/capture.json': JSON.stringify({
      version: 1,
      address: 'https://shop.example/',
      width: 1280,
      height: 800,
      states: states.map(({ id }) => ({ id, title: `Page ${id}`, file: `${id}.html`, address: `https://shop.example/${id}` })),
    }),
    ...Object.fromEntries(files),
    ...Object.fromEntries(assets.map((bytes) => [`shop/${assetName(bytes)}`, bytes])),
  };
}

/** Returns the name of a picture in a capture. */
export function assetName(bytes: Uint8Array, extension = 'png'): string {
  return `assets/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
}
