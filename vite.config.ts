import react from '@vitejs/plugin-react';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { seal, understudy } from './src/build/plugin.ts';

/** The story takes the time it takes; no advice on it in every build. */
const checks = { bundlerTimings: false };

/** dist/: static files for any place on any server. */
const site: BuildEnvironmentOptions = {
  cssCodeSplit: false,
  assetsInlineLimit: 0,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    checks,
    output: {
      codeSplitting: {
        // Else the entry would find what it asks for the player with inside the player.
        includeDependenciesRecursively: false,
        groups: [
          // The story in a file of its own: an edit changes no other, and its length is nobody else's.
          { name: 'story', test: /virtual:story$/u },
          // What the stage needs comes in one file, whoever else needs parts of it: each request more delays the first picture.
          { name: 'player', test: /node_modules\/(?:react|react-dom|scheduler|framer-motion|motion-dom|motion-utils)\/|src\/(?:core|player|stage|kinds|styles)\/|src\/terminal\/(?!xterm)/u },
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
  plugins: [react(), understudy(), mode === 'standalone' && viteSingleFile({ outputFileName: 'standalone.html' }), seal()],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: mode === 'standalone' ? standalone : site,
}));
