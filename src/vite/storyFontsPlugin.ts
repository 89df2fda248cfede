import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { buildStoryFont } from '../fonts/buildStoryFont.ts';
import { listStoryFonts, type StoryFont } from '../fonts/listStoryFonts.ts';
import { fontFaceCss } from '../fonts/fontFaceCss.ts';
import { ROOT } from '../project/root.ts';
import type { StoryLoader } from './storyLoader';

const NAME = 'virtual:story-fonts.css';
const ID = `\0${NAME}`;

/** Where cut fonts are put for Vite to take them from, as it takes any other file. */
const FOLDER = path.join(ROOT, 'node_modules/.cache/understudy/fonts');

/** Provides `virtual:story-fonts.css`: faces cut from exactly the characters the story uses beyond the bundled fonts. */
export function storyFontsPlugin(source: StoryLoader): Plugin {
  const subsetFiles = new Map<string, Promise<string>>();
  /** What each environment was last given. */
  const served = new Map<string, string>();

  /** The file of a face, cut when it is first asked for. */
  const subsetFileOf = (face: StoryFont): Promise<string> => {
    const key = createHash('sha256').update(JSON.stringify(face)).digest('hex').slice(0, 16);
    const file = subsetFiles.get(key) ?? writeSubset(path.join(FOLDER, key), face);
    subsetFiles.set(key, file);
    return file;
  };

  return {
    name: 'understudy:story-fonts',

    resolveId: { filter: { id: /^virtual:story-fonts\.css$/u }, handler: () => ID },

    load: {
      // oxlint-disable-next-line no-control-regex
      filter: { id: /^\0virtual:story-fonts\.css$/u },
      async handler() {
        await source.ready();
        served.set(this.environment.name, fontsKey(source));
        const faces = facesFor(source);
        const files = new Map(await Promise.all(faces.map(async (face) => [face, await subsetFileOf(face)] as const)));
        return fontFaceCss(faces, (face) => files.get(face) ?? '');
      },
    },

    // Runs after the story has been compiled again; most edits ask for no other characters.
    async hotUpdate({ file, modules }) {
      if (!source.dependsOn(file)) return undefined;
      await source.ready();
      const module = this.environment.moduleGraph.getModuleById(ID);
      return module && served.get(this.environment.name) !== fontsKey(source) ? [...modules, module] : undefined;
    },
  };
}

function facesFor({ story }: StoryLoader): readonly StoryFont[] {
  return story ? listStoryFonts(story) : [];
}

/** Tells one set of faces from another. */
function fontsKey(source: StoryLoader): string {
  return JSON.stringify(facesFor(source));
}

async function writeSubset(folder: string, face: StoryFont): Promise<string> {
  const file = path.join(folder, `${face.name}.woff2`);
  const bytes = await buildStoryFont(face);
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  return file;
}
