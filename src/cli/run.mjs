/**
 * Runs a TypeScript tool: `node src/cli/run.mjs tools/<name>.ts [args]`. The oldest supported Node cannot
 * run TypeScript by itself, and Vite, which builds the page anyway, can.
 */
import path from 'node:path';
import process from 'node:process';
import { checkProjectPath } from '../project/checkProjectPath.mjs';

/** Tools may ask the kinds of scenes about their steps, and a kind's view brings its style sheet, which has no meaning here. */
const stubStylesPlugin = {
  name: 'understudy:without-styles',
  enforce: 'pre',
  resolveId: { filter: { id: /\.css$/u }, handler: () => '\0no-styles' },
  load: { filter: { id: /^\0no-styles$/u }, handler: () => '' },
};

const [file, ...argv] = process.argv.slice(2);

try {
  checkProjectPath();
  const { runnerImport } = await import('vite');
  if (!file) throw new Error('Usage: node src/cli/run.mjs tools/<name>.ts [args]');
  const { module } = await runnerImport(path.resolve(file), { logLevel: 'error', plugins: [stubStylesPlugin] });
  if (typeof module.main !== 'function') throw new Error(`${file} exports no main(argv).`);
  process.exitCode = (await module.main(argv)) ?? 0;
} catch (error) {
  const { stack, message } = error instanceof Error ? error : new Error(String(error));
  console.error(process.env.DEBUG ? stack : message);
  process.exitCode = 1;
}
