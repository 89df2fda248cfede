import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { exportStory } from '../../src/cli/commands/export';
import { makeFolder } from '../support/folder';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['pdf', { ink: 'mine.json' }],
  ['gif', { rehearsal: 'mine.json', fps: 5, speed: 1, size: { width: 80, height: 45 }, theme: 'dark', loop: 0 }],
])('%s finds a file named on the command line where the command was called', async (format, options) => {
  // npm runs scripts in the package's folder and names the caller's.
  vi.stubEnv('INIT_CWD', await makeFolder({ 'mine.json': 'no JSON' }));
  const exporting = exportStory(format, path.resolve('examples/hello'), { ...options, out: 'a.out' });
  await expect(exporting).rejects.toThrow(/mine\.json/u);
  await expect(exporting).rejects.not.toThrow(/There is no file/u);
});
