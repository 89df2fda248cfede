/**
 * Runs a TypeScript tool: `node tools/run.mjs tools/<name>.ts [args]`. The oldest supported Node cannot
 * run TypeScript by itself, and Vite, which builds the page anyway, can.
 */
import path from 'node:path';
import process from 'node:process';
import { runnerImport } from 'vite';

const [file, ...argv] = process.argv.slice(2);

try {
  if (!file) throw new Error('Usage: node tools/run.mjs tools/<name>.ts [args]');
  const { module } = await runnerImport(path.resolve(file), { logLevel: 'error' });
  if (typeof module.main !== 'function') throw new Error(`${file} exports no main(argv).`);
  process.exitCode = (await module.main(argv)) ?? 0;
} catch (error) {
  const detail = process.env.DEBUG ? error?.stack : error?.message;
  console.error(detail ?? String(error));
  process.exitCode = 1;
}
