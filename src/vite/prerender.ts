import path from 'node:path';
import react from '@vitejs/plugin-react';
import { isRunnableDevEnvironment, runnerImport, type Plugin, type ViteDevServer } from 'vite';
import type { CardFonts } from '../prerender/fontRuns';
import type * as App from '../prerender/prerender';
import { ROOT } from '../project/root.ts';
import { storyModulePlugin } from './storyModulePlugin.ts';
import type { StoryLoader } from './storyLoader';

const ENTRY = path.join(ROOT, 'src/prerender/prerender.tsx');

/** Renders the page as it is before any script runs. @throws what the page's code throws */
export async function prerender(source: StoryLoader, server?: ViteDevServer): Promise<App.Prerendered> {
  await source.ready();
  if (!source.story) throw source.error ?? new Error('There is no story to render.');
  const { renderPage } = server ? await loadFromDevServer(server) : await load(source);
  return renderPage(source.story, source.wire);
}

/** The picture of a shared link, as SVG. @throws what the page's code throws */
export async function renderCard(source: StoryLoader, pen: CardFonts): Promise<ReturnType<typeof App.renderSocialCard>> {
  await source.ready();
  if (!source.story) throw source.error ?? new Error('There is no story to draw.');
  return (await load(source)).renderSocialCard(source.story, pen);
}

/** On the dev server, with the modules it has already and their latest changes. */
function loadFromDevServer(server: ViteDevServer): Promise<typeof App> {
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('The dev server cannot run code.');
  return ssr.runner.import<typeof App>(ENTRY);
}

/** Style sheets say nothing about the page's elements, and Vite's own handling of them does not work in {@link runnerImport}. */
export const stubStylesPlugin: Plugin = {
  name: 'understudy:without-styles',
  enforce: 'pre',
  resolveId: { filter: { id: /\.css$/u }, handler: () => '\0no-styles' },
  load: { filter: { id: /^\0no-styles$/u }, handler: () => '' },
};

/** Loaded once for each build. */
const modules = new WeakMap<StoryLoader, Promise<typeof App>>();

function load(source: StoryLoader): Promise<typeof App> {
  const known = modules.get(source) ?? loadFresh(source);
  modules.set(source, known);
  return known;
}

async function loadFresh(source: StoryLoader): Promise<typeof App> {
  const { module } = await runnerImport<typeof App>(ENTRY, {
    root: ROOT,
    logLevel: 'error',
    plugins: [react(), stubStylesPlugin, storyModulePlugin(source)],
  });
  return module;
}
