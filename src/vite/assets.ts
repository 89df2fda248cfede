import path from 'node:path';
import type { Rolldown } from 'vite';

/** The sources of the chunks the page loads by itself: the player, and the terminal when it opens. */
export const PLAYER_MODULE = '/src/app/main.tsx';
export const TERMINAL_MODULE = '/src/terminal/xterm.ts';

/**
 * Links that start the downloads of what the page needs at once but would otherwise find late: the faces now, the scripts
 * when the first picture is painted, which would else wait for their bytes. `start.ts` gives them their cue. `faces` are
 * names of font files, without ending.
 */
export function preloadTags(bundle: Rolldown.OutputBundle, fontNames: readonly string[]): string[] {
  const files = Object.values(bundle);
  const chunksOf = (source: string): string[] =>
    files.flatMap((file) =>
      file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(source))
        ? [file.fileName, ...file.imports.filter((each) => !isEntry(bundle, each))]
        : [],
    );
  const player = chunksOf(PLAYER_MODULE);
  const terminal = chunksOf(TERMINAL_MODULE).filter((each) => !player.includes(each));
  const early = (fileName: string, rel: string, mark = ''): string =>
    `<link rel="${rel}" as="script" media="not all" crossorigin href="./${fileName}"${mark} />`;
  const fonts = fontNames.flatMap((name) => files.filter((file) => file.type === 'asset' && file.names.includes(`${name}.woff2`)));
  return [
    ...fonts.map(({ fileName }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./${fileName}" />`),
    // Chromium compiles these off the main thread (ADR 030).
    ...player.map((fileName) => early(fileName, 'modulepreload')),
    // Pages without a stage do not load it. A failed module preload would make every later import of it fail.
    ...terminal.map((fileName) => early(fileName, 'preload', ' data-stage')),
  ];
}

/** Whether the page names a chunk as its script already. */
function isEntry(bundle: Rolldown.OutputBundle, fileName: string): boolean {
  const chunk = bundle[fileName];
  return chunk?.type === 'chunk' && chunk.isEntry;
}

/**
 * Puts the style sheet in the page, and takes its file out of the build: the first paint waits for every byte of it
 * either way, but not for a second request.
 */
export function inlineStyleSheet(html: string, bundle: Rolldown.OutputBundle): string {
  return html.replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]*)">/gu, (link, fileName: string) => {
    const asset = bundle[fileName];
    if (asset?.type !== 'asset') throw new Error(`The build has no ${fileName}, which the page links to: ${link}`);
    delete bundle[fileName];
    // What a style sheet names lies beside it; what a page names, beside the page.
    const css = asset.source.toString().replaceAll(/url\((["']?)(?:\.\/)?(?!["'#]|[\w-]+:)/gu, `url($1./${path.posix.dirname(fileName)}/`);
    return `<style>${css.trim()}</style>`;
  });
}
