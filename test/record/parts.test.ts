import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { freeName, keepRecording } from '../../src/record/keep';
import { loadPty } from '../../src/record/loadPty';
import { programEnvironment, recordedCommand } from '../../src/record/program';
import { defaultAnswers } from '../../src/record/questions';
import { recordedSize } from '../../src/record/runSession';
import { makeFolder } from '../support/folder';

vi.spyOn(console, 'log').mockReturnValue();

test('without the package for pseudo-terminals, says how to install it, and how to do without', () => {
  const requiresOf = () => () => {
    throw new Error('Cannot find module');
  };
  const load = () => loadPty('/talk', requiresOf);
  expect(load).toThrow('npm install --save-dev @lydell/node-pty. Without it, record with asciinema (asciinema rec session.cast)');
  expect(load).toThrow('understudy import cast session.cast');
});

test('takes the package of the story’s project first', () => {
  const asked: string[] = [];
  const pty = { spawn: () => {} };
  expect(loadPty('/talk', (from) => (asked.push(from), () => pty))).toBe(pty);
  expect(asked).toEqual([path.join('/talk', 'story.json')]);
});

test.each([
  ['a terminal that does not know its size', {}, { cols: 80, rows: 24 }],
  ['a terminal of no size', { columns: 0, rows: 0 }, { cols: 80, rows: 24 }],
  ['a wall of screens', { columns: 900, rows: 300 }, { cols: 500, rows: 200 }],
  ['any other', { columns: 100, rows: 30 }, { cols: 100, rows: 30 }],
])('the size of %s', (_, size, expected) => {
  expect(recordedSize(size as { columns: number; rows: number })).toEqual(expected);
});

test('the program has the user’s environment, without what npm adds', () => {
  const env = { PATH: '/bin', npm_config_cache: 'x', INIT_CWD: '/x', TERM: 'screen', NPM_TOKEN_FILE: 'kept' };
  expect(programEnvironment(env, 'a.cast')).toEqual({
    PATH: '/bin',
    TERM: 'screen',
    NPM_TOKEN_FILE: 'kept',
    UNDERSTUDY_RECORDING: 'a.cast',
  });
  expect(programEnvironment({}, 'a.cast')['TERM']).toBe('xterm-256color');
});

test.skipIf(process.platform === 'win32')('records the shell, or a program that is there', () => {
  expect(recordedCommand([], '/', { SHELL: '/bin/bash' })).toEqual({ file: '/bin/bash', args: [] });
  expect(recordedCommand([], '/', {})).toEqual({ file: '/bin/sh', args: [] });
  expect(recordedCommand(['sh', '-c', 'ls'], '/', { PATH: '/bin' })).toEqual({ file: 'sh', args: ['-c', 'ls'] });
  expect(recordedCommand(['./sh'], '/bin', { PATH: '' })).toEqual({ file: './sh', args: [] });
  expect(() => recordedCommand(['shh'], '/', { PATH: '/bin' })).toThrow('There is no program "shh" to record.');
  expect(() => recordedCommand(['/bin'], '/', { PATH: '/bin' })).toThrow('There is no program "/bin" to record.');
});

test('stops have the first words after them as titles, the same words with a number', () => {
  const stops = ['ls', '', 'ls', 'ls'].map((suggestion, at) => ({ at, suggestion }));
  expect(defaultAnswers(stops, 'cast', 'Session').stops).toEqual(['ls', 'Stop 2', 'ls (2)', 'ls (3)']);
});

test('files are named after the title, and never as others', async () => {
  const folder = await makeFolder({ 'deploy.json': '', '.deploy-2.cast': '', 'session.cast': '' });
  expect(freeName(folder, 'Deploy')).toBe('deploy-3');
  expect(freeName(folder, 'Deploy', path.join(folder, '.deploy-2.cast'))).toBe('deploy-2');
  expect(freeName(folder, 'A v1.2 / of it')).toBe('a-v1-2-of-it');
  expect(freeName(folder, '記錄')).toBe('session-2');
});

const CAST = '{"version":3,"term":{"cols":80,"rows":24}}\n[0,"o","hi"]\n';

test('a scene to edit is made by the import, and the recording stays beside it', async () => {
  const folder = await makeFolder({ '.a.cast': CAST, 'story.json': '{"scenes":[]}' });
  const recording = { draft: path.join(folder, '.a.cast'), target: path.join(folder, 'a.cast'), title: 'A', storyFolder: folder };
  let imported: string | undefined;
  await keepRecording('scene', recording, async (file, story) => {
    imported = path.basename(file);
    await writeFile(path.join(story, 'a.json'), await readFile(file));
  });
  expect(imported).toBe('a.cast');
  expect((await readdir(folder)).toSorted()).toEqual(['a.cast', 'a.json', 'story.json']);
  expect(await readFile(path.join(folder, 'a.cast'), 'utf8')).toBe(CAST);
});

test('a recording that cannot be imported is kept, and replaces no other', async () => {
  const folder = await makeFolder({ '.a.cast': CAST, 'story.json': '{"scenes":[]}' });
  const recording = { draft: path.join(folder, '.a.cast'), target: path.join(folder, 'a.cast'), title: 'A', storyFolder: folder };
  const failing = keepRecording('scene', recording, async () => {
    await writeFile(path.join(folder, 'a.cast'), 'of the import');
    throw new Error('no prompt');
  });
  await expect(failing).rejects.toThrow('no prompt');
  expect(await readFile(path.join(folder, 'a-original.cast'), 'utf8')).toBe(CAST);
  expect(await readFile(path.join(folder, 'a.cast'), 'utf8')).toBe('of the import');
});
