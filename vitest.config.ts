import { defineConfig } from 'vitest/config';
import path from 'node:path';
import { builtInKindsPlugin, publicAliases } from './src/project/loadModule.mjs';
import { understudyStoryModules } from './src/vite/plugin.ts';

/** Inspects dist/, so it runs after the build. */
const BUILT = 'test/vite/dist.test.ts';

/** Files that take seconds: they build pages, start commands or check thousands of values. `npm run test:quick` leaves them out. */
const SLOW = [
  'test/check/command.test.ts',
  'test/compiler/recording/playRecording.test.ts',
  'test/compiler/sizeLimits.test.ts',
  'test/fonts/listStoryFonts.test.ts',
  'test/terminal/activateGraphemeWidths.test.ts',
  'test/vite/{assetsPlugin,build,card,devServer,firstDev,siteFiles}.test.ts',
];
const excluded = ['test/e2e/**', BUILT, ...(process.env['UNDERSTUDY_QUICK'] ? SLOW : [])];

export default defineConfig({
  plugins: [builtInKindsPlugin, understudyStoryModules(path.resolve('scenes'))],
  // Kinds of the examples import the package by its name. Without this, the tests would need a compiled lib/.
  resolve: { alias: publicAliases('index') },
  test: {
    // A fresh module graph per test file took twice as long as the tests. docs/decisions/031-tests-in-eight-minutes.md
    isolate: false,
    pool: 'threads',
    // Vitest's default leaves one core idle.
    maxWorkers: '100%',
    // Some tests start a dev server or a build, which takes a while on a slow machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: excluded } },
      { extends: true, test: { name: 'dom', include: ['test/**/*.test.tsx'], exclude: ['test/e2e/**'], environment: 'jsdom' } },
      { extends: true, test: { name: 'dist', include: [BUILT] } },
    ],
  },
});
