import type { Rolldown } from 'vite';
import type { StoryFace } from '../fonts/faces.ts';

/** The bundled faces the first stop shows; the others (emoji, Braille) come when they are needed. */
const FONTS = ['mono-400.woff2', 'mono-700.woff2', 'sans.woff2'];

/** The sources of the chunks the page loads by itself: the player, and the terminal when it opens. */
const CHUNKS = ['/src/app/main.tsx', '/src/terminal/xterm.ts'];

/**
 * Links that start the downloads of what the page needs at once but would otherwise find late. Scripts come as mere
 * bytes and after all else: `modulepreload` would compile them too, while the first picture is still to be painted.
 */
export function preloadTags(bundle: Rolldown.OutputBundle, faces: readonly StoryFace[]): string[] {
  const files = Object.values(bundle);
  const scripts = new Set(CHUNKS.flatMap((source) => files.flatMap((file) => (file.type === 'chunk' && file.facadeModuleId?.endsWith(source) ? [file.fileName, ...file.imports.filter((each) => !isEntry(bundle, each))] : []))));
  const fonts = [...FONTS, ...faces.map(({ name }) => `${name}.woff2`)].flatMap((name) => files.filter((file) => file.type === 'asset' && file.names.includes(name)));
  return [
    ...fonts.map(({ fileName }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${fileName}" />`),
    ...[...scripts].map((fileName) => `<link rel="preload" as="script" fetchpriority="low" crossorigin href="./${fileName}" />`),
  ];
}

/** Whether the page names a chunk as its script already. */
function isEntry(bundle: Rolldown.OutputBundle, fileName: string): boolean {
  const chunk = bundle[fileName];
  return chunk?.type === 'chunk' && chunk.isEntry;
}

/** The file an asset was written to. */
export function assetFile(bundle: Rolldown.OutputBundle, name: string): string {
  const asset = Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes(name));
  if (!asset) throw new Error(`The build has no ${name}.`);
  return asset.fileName;
}
