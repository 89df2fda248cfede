import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFolderAtomically, writeFileAtomically } from '../../src/export/atomicWrite';
import { parseBytes, parseLoop, parseScale, parseSize } from '../../src/export/options';
import { showProgress } from '../../src/project/progress';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('sizes and scales are parsed, and wrong ones rejected', () => {
  expect(parseSize('1920x1080')).toEqual({ width: 1920, height: 1080 });
  expect(parseScale('1.5')).toBe(1.5);
  expect(() => parseSize('12')).toThrow('It is written as 1920x1080.');
  expect(() => parseScale('0')).toThrow('It is a number from 0.5 to 8.');
  expect(['8MB', '500kB', '1.5 mb', '20k'].map(parseBytes)).toEqual([8_000_000, 500_000, 1_500_000, 20_000]);
  for (const wrong of ['8', '0MB', '-1MB', '8GB', '']) expect(() => parseBytes(wrong), wrong).toThrow('It is written as 8MB or 500kB.');
  expect(['0', '3'].map(parseLoop)).toEqual([0, 3]);
  for (const wrong of ['-1', '1.5', 'ever', '70000', ''])
    expect(() => parseLoop(wrong), wrong).toThrow('It is a whole number; 0 is for ever.');
});

test('writeFolderAtomically keeps other files in the folder', async () => {
  const target = path.join(folder, 'deep/pictures');
  await writeFolderAtomically(target, async (draft) => writeFileSync(path.join(draft, 'b.png'), 'b'));
  const files = await writeFolderAtomically(target, async (draft) =>
    ['d', 'c'].forEach((name) => writeFileSync(path.join(draft, `${name}.png`), name)),
  );
  expect(files).toEqual(['c.png', 'd.png'].map((name) => path.join(target, name)));
  expect(readdirSync(target)).toEqual(['b.png', 'c.png', 'd.png']);
});

test('writeFolderAtomically leaves nothing when it fails', async () => {
  const work = async (draft: string): Promise<void> => {
    writeFileSync(path.join(draft, 'a.png'), 'a');
    throw new Error('Interrupted');
  };
  await expect(writeFolderAtomically(path.join(folder, 'pictures'), work)).rejects.toThrow('Interrupted');
  expect(readdirSync(folder)).toEqual([]);
});

test('writeFileAtomically replaces a file, and never a folder', async () => {
  const file = path.join(folder, 'a/talk.pdf');
  await writeFileAtomically(file, 'old');
  await writeFileAtomically(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(path.dirname(file))).toEqual(['talk.pdf']);
  await expect(writeFileAtomically(folder, 'new')).rejects.toThrow('is a folder');
  await expect(writeFolderAtomically(file, async () => {})).rejects.toThrow('is a file');
});

test.each([
  [true, '\r\u001B[2K\u001B[?7l1/2 agent 0 …\u001B[?7h\r\u001B[2K'],
  [false, '1/2 agent 0\n'],
])('shows progress on one line in a terminal (%s), on several in a log', (isTTY, expected) => {
  let written = '';
  const progress = showProgress({ isTTY, write: (text: string | Uint8Array) => ((written += String(text)), true) });
  progress.step('1/2 agent 0');
  progress.clear();
  expect(written).toBe(expected);
});
