import { existsSync } from 'node:fs';
import process from 'node:process';
import { startStaticServer } from './staticServer';

/** Serves dist/ to all browser tests, also below another path: the page must work in any folder. Playwright's global setup. */
export default async function serveDist(): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html')) throw new Error('There is no dist/index.html yet: npm run build');
  const { close } = await startStaticServer('dist', { port: Number(process.env['E2E_PORT']), basePaths: ['/', '/talks/2026/demo/'] });
  return close;
}
