import path from 'node:path';
import react from '@vitejs/plugin-react';
import { mergeConfig, type BuildEnvironmentOptions, type InlineConfig, type UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { publicAliases } from '../project/loadModule.mjs';
import { defaultOutDir, IS_PACKAGED, ROOT } from '../project/project.mjs';
import { finalizeBuildPlugin } from './finalizeBuildPlugin.ts';
import { understudy, type PluginSettings } from './plugin.ts';
import { staticImportChunk } from './staticImportChunk.ts';

/** The input and output of a page's build. Folders are absolute paths. */
export interface PageSettings extends PluginSettings {
  /** @default `dist` in the project's folder */
  readonly outDir?: string | undefined;
  /** Makes the page one file that plays from a disk. */
  readonly isStandalone?: boolean | undefined;
  /** Merged over everything else. */
  readonly vite?: UserConfig | undefined;
}

const APP_FOLDER = path.join(ROOT, 'src/app');

/** Rolldown's advice on build times does not help the author of a story. */
const checks = { bundlerTimings: false };

const site: BuildEnvironmentOptions = {
  cssCodeSplit: false,
  assetsInlineLimit: 0,
  // With Vite's preloads a failed download fails every later import of the file (ADR 006).
  modulePreload: false,
  rolldownOptions: {
    checks,
    output: {
      codeSplitting: {
        // Otherwise the player's chunk would contain modules that the entry needs too, such as the one that loads this chunk.
        includeDependenciesRecursively: false,
        groups: [
          // A file of its own, so that an edit of the story leaves every other file as it was.
          { name: 'story', test: /virtual:story$/u },
          { name: staticImportChunk('player', path.join(APP_FOLDER, 'main.tsx'), path.join(APP_FOLDER, 'start.ts')) },
        ],
      },
      chunkFileNames: ({ name }) => `assets/${name === 'xterm' ? 'terminal' : '[name]'}-[hash].js`,
    },
  },
};

const standalone: BuildEnvironmentOptions = {
  chunkSizeWarningLimit: Infinity,
  emptyOutDir: false,
  copyPublicDir: false,
  modulePreload: false,
  rolldownOptions: { checks },
};

/** The packages that the page imports. Listed, because a story that is broken when the server starts hides some from Vite. */
const PAGE_PACKAGES = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'framer-motion',
  '@xterm/xterm',
  '@xterm/addon-fit',
];

/** Returns Vite's configuration for a story's page. */
export function viteConfig(settings: PageSettings): InlineConfig {
  const { storyFolder, outDir = defaultOutDir(storyFolder), isStandalone = false, vite = {} } = settings;
  const config: InlineConfig = {
    root: ROOT,
    // Relative addresses, so that the files can be moved; finalizeBuildPlugin() puts the base into the page.
    base: './',
    configFile: false,
    ...(isStandalone && { mode: 'standalone' }),
    plugins: [
      // By default the plugin ignores node_modules, which contains the installed package.
      react({ exclude: /\/node_modules\/(?!.*understudy-demo\/src\/)/u }),
      understudy(settings),
      isStandalone && viteSingleFile({ outputFileName: 'standalone.html' }),
      finalizeBuildPlugin(settings.base),
    ],
    server: { host: '127.0.0.1', fs: { allow: [ROOT, storyFolder, ...packageFolders()] } },
    resolve: { alias: publicAliases('page'), dedupe: ['react', 'react-dom'] },
    // Only the page is searched for packages, not the benchmark's decks, which have their own.
    optimizeDeps: { entries: ['index.html'], include: PAGE_PACKAGES },
    preview: { host: '127.0.0.1' },
    build: { ...(isStandalone ? standalone : site), outDir },
    ...(IS_PACKAGED && { cacheDir: path.join(ROOT, '../.cache/understudy/vite') }),
  };
  return mergeConfig(config, vite);
}

/** Returns the folder of installed packages, some of which contain fonts; none in the repository. */
function packageFolders(): readonly string[] {
  return IS_PACKAGED ? [path.dirname(ROOT)] : [];
}
