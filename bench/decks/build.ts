import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, runnerImport, type Plugin } from 'vite';
import { loadPipeline } from '../../src/vite/pipelineLoader';
import { builtInKindsPlugin, stubStylesPlugin } from '../../src/project/loadModule.mjs';
import { ROOT } from '../../src/project/project.mjs';
import { slideHtml } from './html';
import type * as Slides from './slides';
import type { Slide } from './slides';

const DECKS = fileURLToPath(new URL('.', import.meta.url));

export const DECK_OUTPUT_FOLDER = path.join(ROOT, 'bench/dist');

/** The tools to compare with, and two minimal pages. */
export type DeckName = 'static' | 'xterm' | 'reveal' | 'slidev' | 'spectacle';

/** Decks that need the packages of bench/. */
export const DECKS_WITH_PACKAGES: ReadonlySet<string> = new Set<DeckName>(['reveal', 'slidev', 'spectacle']);

export async function loadSlides(): Promise<readonly Slide[]> {
  const { compileProject } = await loadPipeline();
  const { story } = await compileProject(path.join(ROOT, 'scenes'));
  const { module } = await runnerImport<typeof Slides>(path.join(DECKS, 'slides.ts'), {
    root: ROOT,
    logLevel: 'error',
    plugins: [stubStylesPlugin, builtInKindsPlugin],
  });
  return module.slidesOf(story);
}

/** Builds a deck of `slides` into {@link DECK_OUTPUT_FOLDER}. */
export async function buildDeck(name: DeckName, slides: readonly Slide[]): Promise<void> {
  const outDir = path.join(DECK_OUTPUT_FOLDER, name);
  if (name === 'slidev') return buildSlidev(slides, outDir);
  await build({
    root: path.join(DECKS, name),
    base: './',
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [slidesPlugin(name, slides)],
    oxc: { jsx: { runtime: 'automatic' } },
    // The bare page uses this project's React; Spectacle has its own, older one.
    resolve:
      name === 'xterm'
        ? { alias: ['react', 'react-dom'].map((find) => ({ find, replacement: path.join(ROOT, 'node_modules', find) })) }
        : {},
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 },
  });
}

/** Provides the slides as `virtual:slides`, or as HTML in place of a comment. */
function slidesPlugin(name: DeckName, slides: readonly Slide[]): Plugin {
  const html: Partial<Record<DeckName, () => string>> = {
    reveal: () =>
      slides
        .map((slide) => `<section>${slideHtml(slide, (stop) => (stop === 0 ? '<div>' : '<div class="fragment">'))}</section>`)
        .join('\n'),
    static: () =>
      slides
        .map(
          (slide, at) =>
            `<div class="stop">${slideHtml({ ...slide, stops: at === 0 ? slide.stops.slice(0, 1) : slide.stops }, () => '<div>')}</div>`,
        )
        .join('\n'),
  };
  return {
    name: 'bench:slides',
    resolveId: { filter: { id: /^virtual:slides$/u }, handler: () => '\0slides' },
    // oxlint-disable-next-line no-control-regex
    load: { filter: { id: /^\0slides$/u }, handler: () => `export const slides = JSON.parse(${JSON.stringify(JSON.stringify(slides))});` },
    transformIndexHtml: { order: 'pre', handler: (page) => page.replace('<!--slides-->', () => html[name]?.() ?? '') },
  };
}

/** Disables the features of Slidev that a talk does not need. */
const SLIDEV_HEADER = `theme: none
title: Slidev
routerMode: hash
remoteAssets: false
drawings:
  enabled: false
record: false
presenter: false
monaco: false
fonts:
  provider: none
layout: none`;

function buildSlidev(slides: readonly Slide[], outDir: string): Promise<void> {
  const pages = slides.map((slide) => slideHtml(slide, (stop) => (stop === 0 ? '<div>' : `<div v-click="${stop}">`)));
  return buildSlidevSource(pages, '/slidev/', outDir);
}

/** Builds a Slidev deck of one slide whose code has these versions, one for each click. */
export function buildSlidevMorph(versions: readonly string[], base: string, outDir: string): Promise<void> {
  const blocks = versions.map((code) => `\`\`\`ts\n${code}\`\`\``).join('\n');
  return buildSlidevSource([`\`\`\`\`md magic-move {lines: true}\n${blocks}\n\`\`\`\``], base, outDir);
}

async function buildSlidevSource(pages: readonly string[], base: string, outDir: string): Promise<void> {
  const source = path.join(DECKS, 'slidev', 'slides.md');
  await writeFile(source, `---\n${SLIDEV_HEADER}\n---\n\n${pages.join('\n\n---\nlayout: none\n---\n\n')}\n`);
  try {
    const cli = path.join(ROOT, 'bench/node_modules/@slidev/cli/bin/slidev.mjs');
    const { status, stderr, stdout } = spawnSync(process.execPath, [cli, 'build', source, '--out', outDir, '--base', base], {
      encoding: 'utf8',
      cwd: path.dirname(source),
    });
    if (status !== 0) throw new Error(`Slidev did not build its deck:\n${stderr || stdout}`);
  } finally {
    await rm(source, { force: true });
    // Slidev's own copies of its modules.
    await rm(path.join(DECKS, 'slidev/node_modules'), { recursive: true, force: true });
  }
}
