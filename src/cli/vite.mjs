/** Runs Vite's command line (`npm run dev`, `build`, `preview`) after a check that Vite can load the project from its folder. */
import process from 'node:process';
import { checkProjectPath } from '../project/checkProjectPath.mjs';

try {
  checkProjectPath();
  await import(new URL('../../node_modules/vite/bin/vite.js', import.meta.url).href);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
