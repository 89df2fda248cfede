import path from 'node:path';
import react from '@vitejs/plugin-react';
import { isRunnableDevEnvironment, runnerImport, type Plugin, type ViteDevServer } from 'vite';
import type { Pen } from '../prerender/fontRuns';
import type * as App from '../prerender/prerender';
import { ROOT } from '../project/root.ts';
import { storyModule } from './storyModulePlugin.ts';
import type { StorySource } from './storyLoader';

const ENTRY = path.join(ROOT, 'src/prerender/prerender.tsx');

/** Renders the page as it is before any script runs. @throws what the page's code throws */
export async function prerender(source: StorySource, server?: ViteDevServer): Promise<App.Prerendered> {
  await source.ready();
  if (!source.story) throw source.error ?? new Error('There is no story to render.');
  const { render } = server ? await loadFrom(server) : await load(source);
  return render(source.story, source.wire);
}

/** The picture of a shared link, as SVG. @throws what the page's code throws */
export async function drawCard(source: StorySource, pen: Pen): Promise<ReturnType<typeof App.card>> {
  await source.ready();
  if (!source.story) throw source.error ?? new Error('There is no story to draw.');
  return (await load(source)).card(source.story, pen);
}

/** On the dev server, with the modules it has already and their latest changes. */
function loadFrom(server: ViteDevServer): Promise<typeof App> {
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('The dev server cannot run code.');
  return ssr.runner.import<typeof App>(ENTRY);
}

/** Style sheets say nothing about the page's elements, and Vite's own handling of them does not work in {@link runnerImport}. */
export const withoutStyles: Plugin = {
  name: 'understudy:without-styles',
  enforce: 'pre',
  resolveId: { filter: { id: /\.css$/u }, handler: () => '\0no-styles' },
  load: { filter: { id: /^\0no-styles$/u }, handler: () => '' },
};

/** Loaded once for each build. */
const loaded = new WeakMap<StorySource, Promise<typeof App>>();

function load(source: StorySource): Promise<typeof App> {
  const known = loaded.get(source) ?? loadFresh(source);
  loaded.set(source, known);
  return known;
}

async function loadFresh(source: StorySource): Promise<typeof App> {
  const { module } = await runnerImport<typeof App>(ENTRY, {
    root: ROOT,
    logLevel: 'error',
    plugins: [react(), withoutStyles, storyModule(source)],
  });
  return module;
}
