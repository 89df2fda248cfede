import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { buildStoryFont } from '../fonts/buildStoryFont.ts';
import { listStoryFonts, type StoryFont } from '../fonts/listStoryFonts.ts';
import { fontFaceCss } from '../fonts/fontFaceCss.ts';
import { convertFont } from '../fonts/subsetFont.ts';
import { ROOT } from '../project/project.mjs';
import { themeFontCss, type ThemeFont } from '../fonts/themeFontCss.ts';
import type { StoryLoader } from './storyLoader';

const NAME = 'virtual:story-fonts.css';
const ID = `\0${NAME}`;

/** Font files are written here, and Vite reads them as it reads any asset. */
const FOLDER = path.join(ROOT, 'node_modules/.cache/understudy/fonts');

/** Provides `virtual:story-fonts.css`: fonts with the characters of the story that the bundled fonts lack, and those of its theme. */
export function storyFontsPlugin(source: StoryLoader): Plugin {
  const subsetFiles = new Map<string, Promise<string>>();
  /** The fonts that each environment has loaded last, as JSON. */
  const loadedFonts = new Map<string, string>();

  /** Returns the file of a font, which is built at the first call. */
  const subsetFileOf = (font: StoryFont): Promise<string> => {
    const key = createHash('sha256').update(JSON.stringify(font)).digest('hex').slice(0, 16);
    const file = subsetFiles.get(key) ?? writeSubset(path.join(FOLDER, key), font);
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
        const fonts = fontsOf(source);
        const { themeFonts } = source;
        loadedFonts.set(this.environment.name, JSON.stringify([fonts, themeFonts]));
        const files = new Map(await Promise.all(fonts.map(async (font) => [font, await subsetFileOf(font)] as const)));
        const themeFiles = new Map(await Promise.all(themeFonts.map(async (font) => [font, await writeThemeFont(font)] as const)));
        const css = [themeFontCss(themeFonts, (font) => themeFiles.get(font) ?? ''), fontFaceCss(fonts, (font) => files.get(font) ?? '')];
        return css.filter(Boolean).join('\n');
      },
    },

    // Runs after storyModulePlugin() has compiled the story again. Most edits need no other characters.
    async hotUpdate({ file, modules }) {
      if (!source.dependsOn(file)) return undefined;
      await source.ready();
      const module = this.environment.moduleGraph.getModuleById(ID);
      return module && loadedFonts.get(this.environment.name) !== JSON.stringify([fontsOf(source), source.themeFonts])
        ? [...modules, module]
        : undefined;
    },
  };
}

function fontsOf({ story }: StoryLoader): readonly StoryFont[] {
  return story ? listStoryFonts(story) : [];
}

async function writeSubset(folder: string, font: StoryFont): Promise<string> {
  const file = path.join(folder, `${font.name}.woff2`);
  const bytes = await buildStoryFont(font);
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  return file;
}

/** Writes a theme's font as woff2, once for each content. */
async function writeThemeFont({ name, file, digest }: ThemeFont): Promise<string> {
  const folder = path.join(FOLDER, digest);
  const written = path.join(folder, `${name}.woff2`);
  if (existsSync(written)) return written;
  const bytes = await readFile(file);
  await mkdir(folder, { recursive: true });
  await writeFile(written, /\.woff2$/iu.test(file) ? bytes : await convertFont(bytes, 'woff2'));
  return written;
}
