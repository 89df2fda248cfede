import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { staticImportChunk } from './src/vite/staticImportChunk.ts';
import { finalizeBuildPlugin, understudy } from './src/vite/plugin.ts';

const SRC = path.join(import.meta.dirname, 'src/app');

/** No advice on slow plugins: compiling a long story takes a while. */
const checks = { bundlerTimings: false };

/** dist/: static files for any folder on any server. */
const site: BuildEnvironmentOptions = {
  cssCodeSplit: false,
  assetsInlineLimit: 0,
  // Not Vite's own preloads: see src/vite/dynamicImportPlugin.ts.
  modulePreload: false,
  rolldownOptions: {
    checks,
    output: {
      codeSplitting: {
        // Otherwise importChunk(), with which the entry loads the player, would be part of the player.
        includeDependenciesRecursively: false,
        groups: [
          // The story has a file of its own, so that an edit of it changes no other file.
          { name: 'story', test: /virtual:story$/u },
          { name: staticImportChunk('player', path.join(SRC, 'main.tsx'), path.join(SRC, 'start.ts')) },
        ],
      },
      chunkFileNames: ({ name }) => `assets/${name === 'xterm' ? 'terminal' : '[name]'}-[hash].js`,
    },
  },
};

/** dist/standalone.html: everything in one file, which can be opened from a disk. */
const standalone: BuildEnvironmentOptions = { emptyOutDir: false, copyPublicDir: false, modulePreload: false, rolldownOptions: { checks } };

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react(), understudy(), mode === 'standalone' && viteSingleFile({ outputFileName: 'standalone.html' }), finalizeBuildPlugin()],
  server: { host: '127.0.0.1' },
  // Named, because Vite does not find them while the story has problems, and would reload the page when it finds them later.
  // Only index.html is scanned for packages: the decks of the benchmark have packages of their own.
  optimizeDeps: {
    entries: ['index.html'],
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'framer-motion',
      '@xterm/xterm',
      '@xterm/addon-fit',
    ],
  },
  preview: { host: '127.0.0.1' },
  build: mode === 'standalone' ? standalone : site,
}));
