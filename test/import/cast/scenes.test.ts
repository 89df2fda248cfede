import { expect, test } from 'vitest';
import { castOf, imported, titles, told, typed, type Event } from './castOf';

const ESC = '\u001b';
const stepsOf = ({ scenes }: Awaited<ReturnType<typeof imported>>, scene = 0) =>
  (scenes[scene]!.scene as { steps: readonly { blocks: readonly Record<string, unknown>[] }[] }).steps;

/** A session of one command. */
const session = (...output: readonly Event[]): readonly Event[] => ['$ ', ...typed('run'), ...output, '$ '];

test.each<[name: string, output: readonly Event[], lines: readonly string[]]>([
  ['a progress bar', ['10 %\r', '50 %\r', '100 %\r\n', 'done\r\n'], ['  100 %', '  done']],
  ['lines that are drawn again', ['a 0\r\nb 0\r\n', `${ESC}[2A${ESC}[Ka 9\r\n${ESC}[Kb 9\r\n`], ['  a 9', '  b 9']],
  ['a spinner that is erased', ['- wait', '\r\\ wait', `\r${ESC}[Kready\r\n`], ['  ready']],
  ['a line that the terminal wrapped', [`${'word '.repeat(30).trim()}\r\n`], [`  ${'word '.repeat(30).trim()}`]],
  ['spaces and empty lines at the ends', ['\r\n\r\none   \r\n\r\n\r\ntwo\r\n\r\n'], ['  one', '  ', '  two']],
  ['what was printed before the screen was cleared', ['old\r\n', `${ESC}[2J${ESC}[Hnew\r\n`], ['[clear]', '  new']],
  ['text that looks like a variable', ['hello {{name}}\r\n'], ['  hello \\{{name}}']],
  ['NUL and other controls', ['a\u0000b\u0007\u200ec\r\n'], ['  abc']],
])('folds %s', async (_, output, lines) => {
  expect(told(await imported(castOf(session(...output)))).slice(1)).toEqual(lines);
});

test('gives words the roles of their colours', async () => {
  const words = ['31', '32', '33', '36', '34', '2', '1', '38;5;203', '38;2;80;200;120', '48;5;2', '90'];
  const result = await imported(castOf(session(`${words.map((code) => `${ESC}[${code}m${code}${ESC}[0m `).join('')}\r\n`)));
  expect(stepsOf(result)[0]!.blocks[1]!['lines']).toEqual([
    [
      { text: '31 ', role: 'error' },
      { text: '32 ', role: 'ok' },
      { text: '33 ', role: 'warn' },
      { text: '36 34 ', role: 'info' },
      { text: '2 ', role: 'dim' },
      { text: '1 ', bold: true },
      { text: '38;5;203 ', role: 'error' },
      { text: '38;2;80;200;120 ', role: 'ok' },
      { text: '48;5;2 ', role: 'ok', bold: true },
      { text: '90', role: 'dim' },
    ],
  ]);
});

test('keeps pauses up to the limit of the recording', async () => {
  const events = session(1, 'one\r\n', 0.1, 'two\r\n', 9, 'three\r\n');
  const pauses = async (header: object) => {
    const { pause, lines } = stepsOf(await imported(castOf(events, { ...header })))[0]!.blocks[1]!;
    return [pause, lines];
  };
  expect(await pauses({})).toEqual([1100, ['one', 'two', { text: 'three', pause: 2000 }]]);
  expect(await pauses({ idle_time_limit: 0.5 })).toEqual([500, ['one', 'two', { text: 'three', pause: 500 }]]);
});

test('begins a step with each command, or with each marker where there are some', async () => {
  const events = ['$ ', ...typed('ls'), 'a\r\n', '$ ', ...typed('pwd'), '/tmp\r\n', '$ ', ...typed('ls'), 'a\r\n', '$ '];
  expect(titles(await imported(castOf(events)))).toEqual(['ls', 'pwd', 'ls (2)']);
  expect(titles(await imported(castOf([{ marker: 'Look' }, ...events.slice(0, 10), { marker: '' }, ...events.slice(10)])))).toEqual([
    'Look',
    'ls',
  ]);
});

test('takes comments that are typed for the titles of the commands after them', async () => {
  const events = ['$ ', ...typed('# First we look'), '$ ', ...typed('ls'), 'a\r\n', '$ ', ...typed('pwd'), '$ '];
  expect(titles(await imported(castOf(events)))).toEqual(['First we look', 'pwd']);
});

test('makes a log of output that streams, and further steps of long output that came at once', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index + 1}\r\n`);
  const streamed = stepsOf(await imported(castOf(session(...lines))));
  expect(streamed.map(({ blocks }) => blocks.map(({ type, fold }) => [type, fold]))).toEqual([
    [
      ['shell', undefined],
      ['log', 10],
    ],
  ]);
  const atOnce = await imported(castOf(session(lines.join(''))));
  expect(stepsOf(atOnce).map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([['shell', 'text'], ['text']]);
  expect(told(atOnce)).toHaveLength(41);
  expect(titles(atOnce)).toEqual(['run', 'run (2)']);
});

test('leaves programs on the whole screen as recordings between terminals', async () => {
  const vim = [`${ESC}[?1049h${ESC}[2J${ESC}[Hhello`, ' world', `${ESC}[?1049l`];
  const result = await imported(castOf(['$ ', ...typed('vim a.txt'), ...vim, '$ ', ...typed('ls'), 'a.txt\r\n', '$ ']));
  expect(told(result)).toEqual(['$ vim a.txt', '[session-2.cast]', '$ ls', '  a.txt']);
  expect(
    result.scenes[1]!.cast!.split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    [0, 'o', `${ESC}[?1049h${ESC}[2J${ESC}[Hhello`],
    [0.1, 'o', ' world'],
  ]);
});

test('keeps the whole recording where there is no prompt, and says so', async () => {
  const result = await imported(castOf(['one\r\n', 'two\r\n']));
  expect(told(result)).toEqual(['[session.cast]']);
  expect(result.notices).toEqual([expect.stringContaining('No prompt was found')]);
  const said = await imported(castOf(['ready: ', ...typed('ls'), 'a\r\n', 'ready: ', ...typed('pwd'), '/tmp\r\n']), {
    prompt: /^ready: /u,
  });
  expect(told(said)).toEqual(['ready: ls', '  a', 'ready: pwd', '  /tmp']);
});

test('markers title the stops of a recording that is kept', async () => {
  const events = ['one\r\n', 1, { marker: 'The build' }, 'two\r\n', 1, { marker: 'The tests' }, 'three\r\n'];
  expect(stepsOf(await imported(castOf(events)))).toMatchObject([{ title: 'Session' }, { title: 'The build' }, { title: 'The tests' }]);
  const named = await imported(castOf([{ marker: 'First' }, 'one\r\n', 1, { marker: 'Second' }, 'two\r\n']));
  expect(stepsOf(named)).toMatchObject([{ title: 'First' }, { title: 'Second' }]);
});

test.each([
  ['a screen that is resized', [['r', '60x20']], ['$ ls', '  a', '$ pwd', '  /tmp']],
  [
    'a resize in the middle of a command',
    [
      ['r', '30x10'],
      ['r', '80x24'],
    ],
    ['$ ls', '  a', '$ pwd', '  /tmp'],
  ],
])('follows %s', async (_, resizes, lines) => {
  const events = new TextDecoder().decode(castOf(['$ ', ...typed('ls'), 'a\r\n', '$ ', ...typed('pwd'), '/tmp\r\n', '$ '])).split('\n');
  events.splice(7, 0, ...resizes.map((resize) => JSON.stringify([0.6, ...resize])));
  expect(told(await imported(new TextEncoder().encode(events.join('\n'))))).toEqual(lines);
});
