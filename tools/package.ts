import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';
import { editorSchemas } from '../src/compiler/editorSchemas';
import { FONT_FILES, fontFilePath } from '../src/fonts/fontFile';
import { FORMATS } from '../src/export/formats';
import { IMPORT_FORMATS } from '../src/import/formats';
import { bundleElementModule } from '../src/vite/bundleScripts';
import { builtInKindsPlugin, stubStylesPlugin } from '../src/project/loadModule.mjs';
import { ROOT } from '../src/project/project.mjs';
import { emitTypes } from './package/emitTypes';

/** Modules of `src/package` that users import. */
const PUBLIC_MODULES = ['index', 'kinds', 'testing', 'vite'] as const;

/** Modules for other pages: one file with all of the element, and its types for React. */
const PAGE_MODULES = ['element', 'react'] as const;

/** Modules that `loadModule()` loads by name in the installed package. */
const ENTRIES = [
  'cli/main.ts',
  ...['build', 'capture', 'check', 'dev', 'export', 'import', 'new', 'present', 'preview', 'record', 'reference'].map(
    (name) => `cli/commands/${name}.ts`,
  ),
  ...Object.keys(FORMATS).map((name) => `export/${name}.ts`),
  ...Object.keys(IMPORT_FORMATS).map((name) => `import/${name}.ts`),
  'config/compileProject.ts',
  'prerender/prerender.tsx',
  ...PUBLIC_MODULES.map((name) => `package/${name}.ts`),
];

/** A story's wire data, which the compiled code gets as an argument. */
const stubWirePlugin: Plugin = {
  name: 'understudy:stub-wire',
  enforce: 'pre',
  resolveId: { filter: { id: /^virtual:wire$/u }, handler: () => '\0no-wire' },
  // oxlint-disable-next-line no-control-regex
  load: { filter: { id: /^\0no-wire$/u }, handler: () => 'export const wire = undefined;' },
};

/** Compiles the code that runs in Node into `lib` for the package, as Node does not run TypeScript from node_modules. */
export async function main(): Promise<void> {
  // JSX is compiled for React's production build.
  process.env['NODE_ENV'] = 'production';
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [stubStylesPlugin, stubWirePlugin, builtInKindsPlugin, react()],
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
  await emitTypes(
    [...PUBLIC_MODULES, ...PAGE_MODULES].map((name) => `package/${name}`),
    path.join(ROOT, 'lib/types'),
  );
  await writeFile(path.join(ROOT, 'lib/package/element.js'), await bundleElementModule());
  await writeFile(path.join(ROOT, 'lib/package/react.js'), "export * from './element.js';\n");
  await addAmbientTypes(path.join(ROOT, 'lib/types'));
  const schemas = path.join(ROOT, 'lib/schema');
  await mkdir(schemas, { recursive: true });
  for (const [name, text] of Object.entries(editorSchemas())) await writeFile(path.join(schemas, name.replace('.schema', '')), text);
  const fonts = path.join(ROOT, 'lib/fonts');
  await mkdir(fonts, { recursive: true });
  for (const file of FONT_FILES) await copyFile(fontFilePath(file), path.join(fonts, path.basename(file)));
}

/** Declarations that no module imports: of style sheets, and of what schemas may say of their fields. */
const AMBIENT_TYPES = ['package/styles.d.ts', 'schema/meta.d.ts'];

async function addAmbientTypes(target: string): Promise<void> {
  for (const file of AMBIENT_TYPES) await copyFile(path.join(ROOT, 'src', file), path.join(target, file));
  const index = path.join(target, 'package/index.d.ts');
  const references = AMBIENT_TYPES.map((file) => `/// <reference path="../${file}" />\n`).join('');
  await writeFile(index, references + (await readFile(index, 'utf8')));
}
