import path from 'node:path';
import type { HtmlTagDescriptor, Rolldown } from 'vite';

/** Entry modules of the chunks that the first stop needs: the player and the terminal. */
export const PLAYER_MODULE = '/src/app/main.tsx';
export const TERMINAL_MODULE = '/src/terminal/xterm.ts';

/**
 * Returns preload links. Fonts load at once. Scripts have a `media` that matches nothing until `src/app/start.ts` removes it, because
 * their bytes would delay the first paint (ADR 005). `fontNames` are file names without extension. A story that prints
 * nothing in the terminal does not load it.
 */
export function preloadTags(bundle: Rolldown.OutputBundle, fontNames: readonly string[], usesTerminal: boolean): HtmlTagDescriptor[] {
  const files = Object.values(bundle);
  const isEntry = (fileName: string): boolean => files.some((file) => file.type === 'chunk' && file.fileName === fileName && file.isEntry);
  const chunksOf = (module: string): string[] =>
    files.flatMap((file) =>
      file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(module))
        ? [file.fileName, ...file.imports.filter((fileName) => !isEntry(fileName))]
        : [],
    );
  const player = chunksOf(PLAYER_MODULE);
  const terminal = (usesTerminal ? chunksOf(TERMINAL_MODULE) : []).filter((fileName) => !player.includes(fileName));
  const fonts = fontNames.flatMap((name) => files.filter((file) => file.type === 'asset' && file.names.includes(`${name}.woff2`)));
  const font = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true };
  const script = { as: 'script', media: 'not all', crossorigin: true };
  return [
    ...fonts.map(({ fileName }) => ({ tag: 'link', attrs: { ...font, href: `./${fileName}` } })),
    // Chromium compiles these off the main thread (ADR 030).
    ...player.map((fileName) => ({ tag: 'link', attrs: { rel: 'modulepreload', ...script, href: `./${fileName}` } })),
    // Pages without a stage do not load it. Not `modulepreload`: a failed one makes every later import of the file fail (ADR 006).
    ...terminal.map((fileName) => ({ tag: 'link', attrs: { rel: 'preload', ...script, href: `./${fileName}`, 'data-stage': true } })),
  ];
}

/** Moves the style sheet from its file into the page, which saves a request before the first paint. */
export function inlineStyleSheet(html: string, bundle: Rolldown.OutputBundle): string {
  return html.replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]*)">/gu, (link, fileName: string) => {
    const asset = bundle[fileName];
    if (asset?.type !== 'asset') throw new Error(`The build has no ${fileName}, which the page links to: ${link}`);
    delete bundle[fileName];
    // URLs in the style sheet are relative to its file and must become relative to the page.
    const css = asset.source.toString().replaceAll(/url\((["']?)(?:\.\/)?(?!["'#]|[\w-]+:)/gu, `url($1./${path.posix.dirname(fileName)}/`);
    return `<style>${css.trim()}</style>`;
  });
}
