import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { formatJson } from '../compiler/story/formatJson';
import { writeFileAtomically } from '../export/atomicWrite';
import { starterScene } from '../kinds/snapshot/starterScene';
import { swapFolder } from '../project/swapFolder';

/** The index of a capture: capture.json. */
export interface CaptureIndex {
  readonly version: 1;
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly states: readonly {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly address: string;
    readonly scroll: readonly [x: number, y: number];
  }[];
}

export interface CaptureFiles {
  readonly index: CaptureIndex;
  /** Documents, pictures and fonts by their names in the folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

const INDEX = 'capture.json';

/** As the JSON files of stories are written by hand. */
const LAYOUT = { maxLineWidth: 140, inlineObjects: 'all' } as const;

/** Checks that a folder can take a capture, before a browser is opened. @throws if it holds something else */
export async function checkCaptureFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new Error(`${folder} is a file; a capture is a folder. Name another one with -o.`);
    throw error;
  });
  if (names.length > 0 && !(await isCapture(folder)))
    throw new Error(
      `${folder} holds files that no capture wrote, and a capture would replace them. Empty it, or name another folder with -o.`,
    );
}

async function isCapture(folder: string): Promise<boolean> {
  try {
    const index = JSON.parse(await readFile(path.join(folder, INDEX), 'utf8')) as Partial<CaptureIndex> | null;
    return typeof index?.version === 'number' && Array.isArray(index.states);
  } catch {
    return false;
  }
}

/** Writes a capture, in place of one that is there. It appears once it is complete. */
export async function writeCapture(folder: string, { index, files }: CaptureFiles): Promise<void> {
  await checkCaptureFolder(folder);
  await swapFolder(folder, async (draft) => {
    await mkdir(path.join(draft, 'assets'));
    const all = [...files, [INDEX, `${formatJson(index, LAYOUT)}\n`] as const];
    for (const [name, content] of all) {
      await writeFile(path.join(draft, name), content).catch((error: NodeJS.ErrnoException) => {
        // Errors of a full disk name no file.
        throw Object.assign(error, { path: error.path ?? folder });
      });
    }
  });
}

/** Writes a scene to begin with, beside a capture. Returns its file; undefined if there is one already, which stays as it is. */
export async function writeStarterScene(folder: string, index: CaptureIndex, isDark: boolean): Promise<string | undefined> {
  const file = `${folder}.json`;
  const exists = await readFile(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (exists) return undefined;
  const schema = (await readStory(path.dirname(folder)))?.$schema?.replace('story.schema', 'scene.schema');
  const scene = starterScene(path.basename(folder), index.states, { isDark, schema });
  await writeFileAtomically(file, `${formatJson(scene, LAYOUT)}\n`);
  return file;
}

/** Returns whether the story in the folder of a scene lacks the scene; false if there is no story. */
export async function isUnlisted(scene: string): Promise<boolean> {
  const story = await readStory(path.dirname(scene));
  return story?.scenes !== undefined && !story.scenes.includes(path.basename(scene));
}

/** Returns what a story says of itself, as far as it can be read. */
async function readStory(folder: string): Promise<{ readonly $schema?: string; readonly scenes?: readonly unknown[] } | undefined> {
  try {
    const { $schema, scenes } = JSON.parse(await readFile(path.join(folder, 'story.json'), 'utf8')) as Record<string, unknown>;
    return { ...(typeof $schema === 'string' && { $schema }), ...(Array.isArray(scenes) && { scenes: scenes as readonly unknown[] }) };
  } catch {
    return undefined;
  }
}
