import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { staticImportChunk } from './src/vite/staticImportChunk.ts';
import { finalizeBuildPlugin, understudy } from './src/vite/plugin.ts';

const SRC = path.join(import.meta.dirname, 'src/app');

/** The story takes the time it takes; no advice on it in every build. */
const checks = { bundlerTimings: false };

/** dist/: static files for any place on any server. */
const site: BuildEnvironmentOptions = {
  cssCodeSplit: false,
  assetsInlineLimit: 0,
  // Vite's preloads would make a failed download a failed import (vite/parts.ts).
  modulePreload: false,
  rolldownOptions: {
    checks,
    output: {
      codeSplitting: {
        // Else the entry would find what it asks for the player with inside the player.
        includeDependenciesRecursively: false,
        groups: [
          // The story in a file of its own: an edit changes no other, and its length is nobody else's.
          { name: 'story', test: /virtual:story$/u },
          { name: staticImportChunk('player', path.join(SRC, 'main.tsx'), path.join(SRC, 'start.ts')) },
        ],
      },
      chunkFileNames: ({ name }) => `assets/${name === 'xterm' ? 'terminal' : '[name]'}-[hash].js`,
    },
  },
};

/** dist/standalone.html: everything in one file, which plays from a disk. */
const standalone: BuildEnvironmentOptions = { emptyOutDir: false, copyPublicDir: false, modulePreload: false, rolldownOptions: { checks } };

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react(), understudy(), mode === 'standalone' && viteSingleFile({ outputFileName: 'standalone.html' }), finalizeBuildPlugin()],
  server: { host: '127.0.0.1' },
  // Named, since a story that is broken when the server starts hides them: found later, they would be bundled in the midst of a page.
  // The page alone is looked through for packages, not the benchmark's decks, which have some of their own.
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
