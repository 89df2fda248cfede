import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { cutFace } from '../fonts/cut.ts';
import { facesOf, type StoryFace } from '../fonts/faces.ts';
import { fontSheet } from '../fonts/sheet.ts';
import { ROOT } from './root.ts';
import type { StorySource } from './story-source';

const NAME = 'virtual:story-fonts.css';
const ID = `\0${NAME}`;

/** Where cut fonts are put for Vite to take them from, as it takes any other file. */
const FOLDER = path.join(ROOT, 'node_modules/.cache/understudy/fonts');

/** Provides `virtual:story-fonts.css`: faces cut from exactly the characters the story uses beyond the bundled fonts. */
export function storyFonts(source: StorySource): Plugin {
  const cut = new Map<string, Promise<string>>();

  /** The file of a face, cut when it is first asked for. */
  const fileOf = (face: StoryFace): Promise<string> => {
    const key = createHash('sha256').update(JSON.stringify(face)).digest('hex').slice(0, 16);
    const file = cut.get(key) ?? cutInto(path.join(FOLDER, key), face);
    cut.set(key, file);
    return file;
  };

  return {
    name: 'understudy:story-fonts',

    resolveId: {
      filter: { id: /^virtual:story-fonts\.css$/u },
      handler: () => ID,
    },

    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0virtual:story-fonts\.css$/u },
      async handler() {
        await source.ready();
        const faces = source.story ? facesOf(source.story) : [];
        const files = new Map(await Promise.all(faces.map(async (face) => [face, await fileOf(face)] as const)));
        return fontSheet(faces, (face) => files.get(face) ?? '');
      },
    },

    hotUpdate({ file, modules }) {
      if (!source.dependsOn(file)) return undefined;
      const module = this.environment.moduleGraph.getModuleById(ID);
      return module ? [...modules, module] : undefined;
    },
  };
}

async function cutInto(folder: string, face: StoryFace): Promise<string> {
  const file = path.join(folder, `${face.name}.woff2`);
  const bytes = await cutFace(face);
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  return file;
}
