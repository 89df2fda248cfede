import type { Rolldown } from 'vite';
import type { StoryFace } from '../fonts/faces.ts';

/** The bundled faces the first stop shows; the others (emoji, Braille) come when they are needed. */
const FONTS = ['mono-400.woff2', 'mono-700.woff2', 'sans.woff2'];

/** The source of the chunk the terminal loads when it opens. */
const TERMINAL = '/src/terminal/xterm.ts';

/** Links that start the downloads of what the page needs at once but would otherwise find late, `faces` of the story's own among it. */
export function preloadTags(bundle: Rolldown.OutputBundle, faces: readonly StoryFace[]): string[] {
  const files = Object.values(bundle);
  const terminal = files.filter((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(TERMINAL));
  const fonts = [...FONTS, ...faces.map(({ name }) => `${name}.woff2`)].flatMap((name) => files.filter((file) => file.type === 'asset' && file.names.includes(name)));
  return [
    ...terminal.map(({ fileName }) => `<link rel="modulepreload" crossorigin href="./${fileName}" />`),
    ...fonts.map(({ fileName }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${fileName}" />`),
  ];
}

/** The file an asset was written to. */
export function assetFile(bundle: Rolldown.OutputBundle, name: string): string {
  const asset = Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes(name));
  if (!asset) throw new Error(`The build has no ${name}.`);
  return asset.fileName;
}
