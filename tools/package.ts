import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { FONT_FILES, fontFilePath } from '../src/fonts/fontFile';
import { stubStylesPlugin } from '../src/project/loadModule.mjs';
import { ROOT } from '../src/project/project.mjs';

/** Modules that the installed package loads by their names: see `loadModule()`. */
const ENTRIES = [
  'cli/main.ts',
  ...['build', 'check', 'dev', 'export', 'new', 'preview'].map((name) => `cli/commands/${name}.ts`),
  ...['cast', 'html', 'mermaid', 'pdf', 'png'].map((name) => `export/${name}.ts`),
  'compiler/pipeline.ts',
  'prerender/prerender.tsx',
];

/** Modules that the story's page has and the compiled code never reads. */
const stubPagePlugin: Plugin = {
  name: 'understudy:stub-page-modules',
  enforce: 'pre',
  resolveId: { filter: { id: /^virtual:/u }, handler: () => '\0no-page-module' },
  // oxlint-disable-next-line no-control-regex
  load: { filter: { id: /^\0no-page-module$/u }, handler: () => 'export const wire = undefined;' },
};

/** Compiles the code that runs in Node into `lib`, for the package: Node does not run TypeScript from node_modules. */
export async function main(): Promise<void> {
  // JSX is compiled for React's production build.
  process.env['NODE_ENV'] = 'production';
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [stubStylesPlugin, stubPagePlugin, react()],
    build: {
      ssr: true,
      outDir: 'lib',
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(ENTRIES.map((entry) => [entry.replace(/\.tsx?$/u, ''), path.join(ROOT, 'src', entry)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  const fonts = path.join(ROOT, 'lib/fonts');
  await mkdir(fonts, { recursive: true });
  for (const file of FONT_FILES) await copyFile(fontFilePath(file), path.join(fonts, path.basename(file)));
}
