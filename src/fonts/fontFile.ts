import { createRequire } from 'node:module';
import path from 'node:path';
import { IS_PACKAGED, ROOT } from '../project/project.mjs';

const require = createRequire(import.meta.url);

/** The source fonts. The installed package has copies in `lib/fonts`, since it needs few files of each font package. */
export const FONT_FILES = [
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  '@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-400-normal.woff2',
  '@fontsource/noto-sans-symbols/files/noto-sans-symbols-symbols-700-normal.woff2',
  '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2',
  '@azurity/pure-nerd-font/PureNerdFont.woff2',
  'inter-ui/variable/InterVariable.woff2',
  'twemoji-colr-font/twemoji.woff2',
] as const;

export type FontFile = (typeof FONT_FILES)[number];

export function fontFilePath(file: FontFile): string {
  return IS_PACKAGED ? path.join(ROOT, 'lib/fonts', path.basename(file)) : require.resolve(file);
}
