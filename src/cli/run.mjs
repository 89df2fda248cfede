/** Runs `main(argv)` of a TypeScript file: `node src/cli/run.mjs tools/<name>.ts [args]`. The oldest supported Node has no TypeScript. */
import path from 'node:path';
import process from 'node:process';
import { checkProjectPath } from '../project/checkProjectPath.mjs';
import { stubStylesPlugin } from '../project/stubStylesPlugin.mjs';

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
