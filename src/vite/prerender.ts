import path from 'node:path';
import react from '@vitejs/plugin-react';
import { isRunnableDevEnvironment, runnerImport, type ViteDevServer } from 'vite';
import type { CardFonts } from '../prerender/fontRuns';
import type * as App from '../prerender/prerender';
import { ROOT } from '../project/root.ts';
import { stubStylesPlugin } from '../project/stubStylesPlugin.mjs';
import { storyModulePlugin } from './storyModulePlugin.ts';
import type { StoryLoader } from './storyLoader';

const ENTRY = path.join(ROOT, 'src/prerender/prerender.tsx');

/** Renders the page as it is before any script runs. @throws what the page's code throws */
export async function prerender(source: StoryLoader, server?: ViteDevServer): Promise<App.Prerendered> {
  const story = await source.lastGoodStory();
  const { renderPage } = server ? await loadFromDevServer(server) : await load(source);
  return renderPage(story, source.wire);
}

/** Renders the picture of a shared link as SVG. @throws what the page's code throws */
export async function renderCard(source: StoryLoader, fonts: CardFonts): Promise<ReturnType<typeof App.renderSocialCard>> {
  const story = await source.lastGoodStory();
  return (await load(source)).renderSocialCard(story, fonts);
}

/** Loads the page's code through the dev server, which shares its modules and sees their latest changes. */
function loadFromDevServer(server: ViteDevServer): Promise<typeof App> {
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('The dev server cannot run code.');
  return ssr.runner.import<typeof App>(ENTRY);
}

/** Loaded once for each build. */
const modules = new WeakMap<StoryLoader, Promise<typeof App>>();

function load(source: StoryLoader): Promise<typeof App> {
  const plugins = [react(), stubStylesPlugin, storyModulePlugin(source)];
  const loaded =
    modules.get(source) ?? runnerImport<typeof App>(ENTRY, { root: ROOT, logLevel: 'error', plugins }).then(({ module }) => module);
  modules.set(source, loaded);
  return loaded;
}
