/** Runs a maintenance script of this repository: `node tools/run.mjs tools/<name>.ts [args]`, which calls its `main(args)`. */
import path from 'node:path';
import process from 'node:process';
import { checkProjectPath } from '../src/project/requirements.mjs';

const [file = '', ...argv] = process.argv.slice(2);

try {
  checkProjectPath();
  const [{ runnerImport }, { builtInKindsPlugin, stubStylesPlugin }] = await Promise.all([
    import('vite'),
    import('../src/project/loadModule.mjs'),
  ]);
  const { module } = await runnerImport(path.resolve(file), { logLevel: 'error', plugins: [stubStylesPlugin, builtInKindsPlugin] });
  if (typeof module.main !== 'function') throw new Error(`${file} exports no main(argv).`);
  process.exitCode = (await module.main(argv)) ?? 0;
} catch (error) {
  const { stack, message } = error instanceof Error ? error : new Error(String(error));
  console.error(process.env.DEBUG ? stack : message);
  process.exitCode = 1;
}
