import { spawnSync } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { describe as group, expect, test } from 'vitest';
import { parseAsciicast } from '../../src/compiler/recording/parseAsciicast';
import { compileStory } from '../../src/compiler/compileStory';
import { makeFolder } from '../support/folder';
import { startInTerminal } from '../support/typedTerminal';

const F8 = '\x1b[19~';
const BELL = '\x07';

async function makeStory(): Promise<string> {
  const folder = await makeFolder({});
  await cp('examples/hello', folder, { recursive: true });
  return folder;
}

async function readCast(file: string) {
  const { value, problems } = parseAsciicast(file, await readFile(file));
  expect(problems).toEqual([]);
  const events = value?.events ?? [];
  return {
    grid: value?.grid,
    output: events.map((event) => (event.type === 'output' ? event.data : '')).join(''),
    markers: events.flatMap((event) => (event.type === 'marker' ? [event.label] : [])),
    sizes: events.flatMap((event) => (event.type === 'resize' ? [event.grid] : [])),
  };
}

const newFiles = async (folder: string) => (await readdir(folder)).filter((file) => !/^(?:story|terminal|comparison)\.json$/u.test(file));

// Signals and pseudo-terminals are other ones there.
group.skipIf(process.platform === 'win32')('a recording in a pseudo-terminal', () => {
  test('a session with two stops becomes a scene that plays it', { timeout: 60_000 }, async () => {
    const folder = await makeStory();
    const shell = startInTerminal(['record', folder], folder);
    await shell.waitFor('F8 sets a stop');
    await shell.waitFor('$ ');
    shell.type(F8);
    await shell.waitFor(BELL);
    shell.type('stty -echo; echo one; read secret; stty echo; echo two\r');
    await shell.waitFor('one\r\n');
    shell.type('hunter2\r');
    await shell.waitFor('two\r\n');
    await shell.waitFor('$ ');
    shell.resize(100, 30);
    shell.type('echo three; sleep 60\r');
    await shell.waitFor('three\r\n');
    // A shell may miss Ctrl+C while it starts a program.
    const interrupting = setInterval(() => shell.type('\x03'), 300);
    await shell.waitFor('$ ').finally(() => clearInterval(interrupting));
    shell.type(F8);
    await shell.waitFor(BELL);
    shell.type('exit\r');
    await shell.waitFor('Title of stop 1');
    shell.type('It “begins”\r');
    await shell.waitFor('Title of stop 2, at 0:0');
    shell.type('\r');
    await shell.waitFor('recording, scene or cast');
    shell.type('r\r');
    await shell.waitFor('Title of the scene');
    shell.type('My session\r');
    expect(await shell.exitCode).toBe(0);

    expect((await newFiles(folder)).toSorted()).toEqual(['my-session.cast', 'my-session.json']);
    const cast = await readCast(path.join(folder, 'my-session.cast'));
    expect(cast.grid).toEqual({ cols: 80, rows: 24 });
    expect(cast.markers).toEqual(['It “begins”', 'exit']);
    expect(cast.sizes).toEqual([{ cols: 100, rows: 30 }]);
    expect(cast.output).toContain('two\r\n');
    for (const hidden of ['hunter2', 'Title of', 'F8 sets', '\x1b[19~']) expect(cast.output).not.toContain(hidden);
    const { story } = await compileStory(folder);
    const scene = story.scenes.at(-1) as {
      readonly id: string;
      readonly title: string;
      readonly steps: readonly { readonly title: string }[];
    };
    expect(scene).toMatchObject({ id: 'my-session', title: 'My session' });
    expect(scene.steps.map(({ title }) => title).slice(-2)).toEqual(['It “begins”', 'exit']);
  });

  test('a command that prints fast is recorded to its end, without a question', { timeout: 60_000 }, async () => {
    const folder = await makeStory();
    const out = path.join(folder, 'fast.cast');
    const command = startInTerminal(['record', folder, '--as', 'cast', '--out', out, '--', 'sh', '-c', 'seq 100000; echo END'], folder);
    expect(await command.exitCode).toBe(0);
    const { output } = await readCast(out);
    expect(output.split('\r\n').slice(-3)).toEqual(['100000', 'END', '']);
    expect(output.split('\r\n')).toHaveLength(100_002);
    expect(await newFiles(folder)).toEqual(['fast.cast']);
  });

  test('a signal keeps what was recorded, and gives the terminal back', { timeout: 60_000 }, async () => {
    const folder = await makeStory();
    const shell = startInTerminal(['record', folder], folder);
    await shell.waitFor('$ ');
    shell.type(String.raw`printf '\033[?1049h\033[?25l'; echo on; sleep 60` + '\r');
    await shell.waitFor('on\r\n');
    process.kill(shell.pid, 'SIGTERM');
    expect(await shell.exitCode).toBe(143);
    expect(shell.printed().endsWith('\x1b[?1049l\x1b[?25h\x1b[0m\r\nsession.cast\r\n')).toBe(true);
    expect((await readCast(path.join(folder, 'session.cast'))).output).toContain('on\r\n');
    expect(await newFiles(folder)).toEqual(['session.cast']);
  });

  test('the end of the shell by a signal, and of the questions by Ctrl+C, lose nothing', { timeout: 60_000 }, async () => {
    const folder = await makeStory();
    const shell = startInTerminal(['record', folder], folder);
    await shell.waitFor('$ ');
    shell.type('kill -9 $$\r');
    await shell.waitFor('recording, scene or cast');
    shell.type('\x03');
    expect(await shell.exitCode).toBe(0);
    expect(await newFiles(folder)).toEqual(['session.cast']);
  });

  test.each([
    ['a program that is not there', ['--', 'no-such-program'], 1, 'There is no program "no-such-program" to record.'],
    ['a key that shells need', ['--key', 'Ctrl+C'], 2, 'It is F5 to F12'],
    ['a file that is there', ['--out', 'old.cast'], 1, 'old.cast is there already.'],
    ['a scene whose recording is elsewhere', ['--out', '../far.cast', '--as', 'recording'], 1, 'is outside the story’s folder'],
  ])('refuses %s before anything is recorded', { timeout: 60_000 }, async (_, args, exitCode, message) => {
    const parent = await makeFolder({ 'talk/old.cast': '' });
    const folder = path.join(parent, 'talk');
    await cp('examples/hello', folder, { recursive: true });
    const command = startInTerminal(['record', folder, ...args], folder);
    expect(await command.exitCode).toBe(exitCode);
    expect(command.printed()).toContain(message);
    expect(await newFiles(folder)).toEqual(['old.cast']);
  });
});

test('without a terminal it says so', () => {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/understudy.mjs', 'record', 'examples/hello'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('Recording needs a terminal for its input and its output');
});
