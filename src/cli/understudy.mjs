#!/usr/bin/env node
/** The command `understudy`. Checks Node's version and the project's path, which all other modules depend on, then runs `main.ts`. */
import process from 'node:process';
import { checkNodeVersion, checkProjectPath } from '../project/requirements.mjs';
import { systemErrorMessage } from '../project/systemErrorMessage.mjs';

try {
  checkNodeVersion();
  checkProjectPath();
  // React reads it when it is loaded, and Vite when it builds: both must know before anything is loaded.
  // A recorded shell has the user's own value.
  if (process.argv[2] !== 'record') process.env.NODE_ENV = process.argv[2] === 'dev' ? 'development' : 'production';
  const { loadModule } = await import('../project/loadModule.mjs');
  const { module } = await loadModule('cli/main.ts');
  process.exitCode = await module.main(process.argv.slice(2));
} catch (error) {
  const problem = error instanceof Error ? error : new Error(String(error));
  console.error(process.env.DEBUG ? problem.stack : (systemErrorMessage(problem) ?? problem.message));
  process.exitCode = 1;
}
