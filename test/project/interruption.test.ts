import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { makeFolder } from '../support/folder';

const SOURCE = path.resolve(import.meta.dirname, '../../src');

/** Runs a module that prints a line when it works, interrupts it then, and returns its exit code. */
async function interrupt(code: string, cwd: string, signal: NodeJS.Signals): Promise<number> {
  const script = `import { runnerImport } from ${JSON.stringify(import.meta.resolve('vite'))};
    const load = async (file) => (await runnerImport(${JSON.stringify(`${SOURCE}/`)} + file)).module;
    ${code}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  await once(child.stdout, 'data');
  child.kill(signal);
  const [status] = (await once(child, 'exit')) as [number];
  return status;
}

const WAIT = `console.log('working'); await new Promise(() => setInterval(() => {}, 1000));`;

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s during a build leaves the folder as it was', async (signal, status) => {
  const folder = await makeFolder({ 'dist/index.html': '<meta name="understudy-build" content="1">' });
  const code = `const { replaceFolder } = await load('cli/replaceFolder.ts');
    await replaceFolder(${JSON.stringify(path.join(folder, 'dist'))}, '/story', async () => { ${WAIT} });`;
  expect(await interrupt(code, folder, signal)).toBe(status);
  expect(await readdir(folder)).toEqual(['dist']);
  expect(await readdir(path.join(folder, 'dist'))).toEqual(['index.html']);
});

test('Ctrl+C during an export leaves nothing', async () => {
  const folder = await makeFolder({});
  const code = `const { writeFolderAtomically } = await load('export/atomicWrite.ts');
    await writeFolderAtomically(${JSON.stringify(path.join(folder, 'png'))}, async () => { ${WAIT} });`;
  expect(await interrupt(code, folder, 'SIGINT')).toBe(130);
  expect(await readdir(folder)).toEqual([]);
});
