import { defineConfig } from 'vite';
import { findStoryFolder } from './src/cli/storyFolder.ts';
import { viteConfig } from './src/vite/viteConfig.ts';

/** For `npx vite` and editors; the commands of the package use {@link viteConfig} directly. */
export default defineConfig(({ mode }) =>
  viteConfig({ storyFolder: findStoryFolder(), siteUrl: process.env['SITE_URL'], isStandalone: mode === 'standalone' }),
);
