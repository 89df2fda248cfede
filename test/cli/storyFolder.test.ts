import path from 'node:path';
import process from 'node:process';
import { afterEach, expect, test, vi } from 'vitest';
import { findStoryFolder, resolveFromCaller } from '../../src/cli/storyFolder';
import { makeFolder, STORY } from '../support/folder';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Makes `folder` the current one. `process.chdir()` does not work in worker threads. */
function enter(folder: string): void {
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
}

test('the argument comes before SCENES, and SCENES before the current folder', async () => {
  const folder = await makeFolder({ 'story.json': STORY, 'a/story.json': STORY, 'b/story.json': STORY });
  enter(folder);
  expect(findStoryFolder()).toBe(folder);
  vi.stubEnv('SCENES', path.join(folder, 'a'));
  expect(findStoryFolder()).toBe(path.join(folder, 'a'));
  expect(findStoryFolder(path.join(folder, 'b'))).toBe(path.join(folder, 'b'));
});

test('in the repository the demo is the story of a folder without one', async () => {
  enter(await makeFolder({}));
  expect(findStoryFolder()).toBe(path.resolve(import.meta.dirname, '../../scenes'));
});

test.each(['no/such/folder', 'package.json'])('%s is refused, with the command that makes it a story', (name) => {
  vi.stubEnv('SCENES', name);
  expect(() => findStoryFolder()).toThrow(
    `SCENES is "${name}", but there is no such folder (looked for: ${path.resolve(name)}). To start a story there: npm run new`,
  );
});

test('a path is relative to the folder in which the user ran npm', () => {
  vi.stubEnv('INIT_CWD', '/home/ann/talks');
  vi.stubEnv('npm_package_json', path.join(process.cwd(), 'package.json'));
  expect(resolveFromCaller('mine')).toBe(path.resolve('/home/ann/talks/mine'));
  // A child process of an npm script with a folder of its own.
  vi.stubEnv('npm_package_json', '/elsewhere/package.json');
  expect(resolveFromCaller('mine')).toBe(path.resolve('mine'));
});

test('a folder without a story is refused', async () => {
  const folder = await makeFolder({});
  expect(() => findStoryFolder(folder)).toThrow(
    `There is no story.json in ${folder}. Name the folder of a story, or start one: npm run new`,
  );
});
