import { expect, test } from 'vitest';
import { castOf, imported, told, typed, type Event } from './castOf';

const ESC = '\u001b';
const ON = `${ESC}[?2004h`;
const OFF = `${ESC}[?2004l`;
const BACKSPACE = `\b${ESC}[K`;

/** What zsh prints before each prompt. */
const ZSH_MARK = `${ESC}[1m${ESC}[7m%${ESC}[27m${ESC}[1m${ESC}[0m${' '.repeat(79)}\r \r`;
const zshPrompt = (right = ''): string =>
  `${ZSH_MARK}\r${ESC}[0m${ESC}[27m${ESC}[24m${ESC}[J${ESC}[36mshop${ESC}[39m % ${ESC}[K${right}${ESC}[?1h${ESC}=${ON}`;
const ZSH_ENTER = `${ESC}[?1l${ESC}>${OFF}\r\r\n`;
const starship = (branch: string): string =>
  `\r\n${ESC}[1;36m~/shop${ESC}[0m on ${ESC}[1;35m ${branch}${ESC}[0m\r\n${ESC}[1;32m❯${ESC}[0m ${ON}`;
const mark = (letter: string): string => `${ESC}]133;${letter}${ESC}\\`;

test.each<[name: string, events: readonly Event[], lines: readonly string[]]>([
  [
    'bash 5 with bracketed paste, backspaces and a corrected word',
    [
      `${ON}ann@laptop:~/shop$ `,
      ...'npm tets'.split(''),
      BACKSPACE,
      BACKSPACE,
      's',
      't',
      `\r\n${OFF}\r`,
      '14 passed\r\n',
      `${ON}ann@laptop:~/shop$ `,
      ...typed('exit', `\r\n${OFF}\r`),
    ],
    ['ann@laptop:~/shop$ npm test', '  14 passed', 'ann@laptop:~/shop$ exit'],
  ],
  [
    'bash 3 without it, with history',
    ['bash-3.2$ ', ...typed('ls'), 'a.txt\r\n', 'bash-3.2$ ', 'ls', `\b\b${ESC}[Kpwd`, '\r\n', '/tmp\r\n', 'bash-3.2$ '],
    ['bash-3.2$ ls', '  a.txt', 'bash-3.2$ pwd', '  /tmp'],
  ],
  [
    'a command over several lines',
    ['$ ', ...typed("echo 'one"), '> ', ...typed("two'"), 'one\r\ntwo\r\n', '$ ', ...typed('ls'), '$ '],
    ["$ echo 'one", "> two'", '  one', '  two', '$ ls'],
  ],
  [
    'a command longer than the terminal is wide',
    ['$ ', ...typed('echo aaaaaaaaaaaaaaaaaaaaaaaa'), 'ok\r\n', '$ '],
    ['$ echo aaaaaaaaaaaaaaaaaaaaaaaa', '  ok'],
  ],
  [
    'zsh with a prompt at the right edge, and a line given up',
    [
      zshPrompt(`${ESC}[60C12:00${ESC}[65D`),
      ...'ls'.split(''),
      ZSH_ENTER,
      'a.txt\r\n',
      zshPrompt(),
      ...'oops'.split(''),
      `${OFF}\r\r\n`,
      zshPrompt(),
      ...'pwd'.split(''),
      ZSH_ENTER,
      '/tmp\r\n',
      zshPrompt(),
    ],
    ['shop % ls', '  a.txt', 'shop % pwd', '  /tmp'],
  ],
  [
    'a theme with a line above the prompt',
    [
      starship('main'),
      ...typed('ls', `${OFF}\r\n`),
      'a.txt\r\n',
      starship('main'),
      ...typed('git switch -c two', `${OFF}\r\n`),
      starship('two'),
    ],
    ['  ~/shop on  main', '❯ ls', '  a.txt', '  ~/shop on  main', '❯ git switch -c two'],
  ],
  [
    'oh-my-zsh',
    ['➜  shop git:(main) ', ...typed('ls'), 'a.txt\r\n', '➜  shop git:(main) ✗ ', ...typed('pwd'), '/tmp\r\n', '➜  ~ '],
    ['➜  shop git:(main) ls', '  a.txt', '➜  shop git:(main) ✗ pwd', '  /tmp'],
  ],
  [
    'marks of shell integration, with a prompt that says nothing',
    [
      `${mark('A')}shop: ${mark('B')}`,
      ...typed('ls'),
      `${mark('C')}a.txt\r\n${mark('D;0')}`,
      `${mark('A')}shop: ${mark('B')}`,
      ...typed('pwd'),
      `${mark('C')}/tmp\r\n${mark('D;0')}`,
      `${mark('A')}shop: ${mark('B')}`,
    ],
    ['shop: ls', '  a.txt', 'shop: pwd', '  /tmp'],
  ],
  [
    'PowerShell',
    ['PS C:\\shop> ', ...typed('Get-Date'), 'Monday\r\n', 'PS C:\\shop\\src> ', ...typed('cls'), `${ESC}[2J${ESC}[H`, 'PS C:\\shop\\src> '],
    ['PS C:\\shop> Get-Date', '  Monday'],
  ],
  [
    'Python in a shell',
    [
      '$ ',
      ...typed('python3 -q'),
      '>>> ',
      ...typed('for i in [1, 2]:'),
      '... ',
      ...typed('  print(i)'),
      '... ',
      '\r\n',
      '1\r\n2\r\n>>> ',
      ...typed('exit()'),
      '$ ',
    ],
    ['$ python3 -q', '>>> for i in [1, 2]:', '...   print(i)', '  1', '  2', '>>> exit()'],
  ],
  [
    'a script that prints prompts and commands at once',
    ['$ airtap init\n', '✓ ready\n\n', '$ airtap run\n', 'done\n', '$ '],
    ['$ airtap init', '  ✓ ready', '$ airtap run', '  done'],
  ],
  [
    'prompts that end with those of other shells',
    [
      '$ ',
      ...typed('ssh box'),
      'ann@laptop:~$ ',
      ...typed('. v/bin/activate'),
      '(v) ann@laptop:~$ ',
      ...typed('exit'),
      '$ ',
      ...typed('git init'),
      '➜  shop ',
      ...typed('ls'),
      '➜  shop git:(main) ',
      ...typed('exit'),
      '$ ',
    ],
    ['$ ssh box', 'ann@laptop:~$ . v/bin/activate', '(v) ann@laptop:~$ exit', '$ git init', '➜  shop ls', '➜  shop git:(main) exit'],
  ],
  [
    'a question without a line end, and the prompt in another folder behind an answer that is not shown',
    ['ann@laptop:~$ ', ...typed('cd shop; read -s'), 'Name: ', 1, 'ann@laptop:~/shop$ ', ...typed('ls'), 'ann@laptop:~/shop$ '],
    ['ann@laptop:~$ cd shop; read -s', '  Name:', 'ann@laptop:~/shop$ ls'],
  ],
  [
    'output that looks like a prompt',
    ['~/shop $ ', ...typed('npm run build'), '\r\n> build\r\n> vite build\r\n\r\n# done\r\n', '~/shop $ ', ...typed('ls'), '~/shop $ '],
    ['~/shop $ npm run build', '  > build', '  > vite build', '  ', '  # done', '~/shop $ ls'],
  ],
])('reads %s', async (_, events, lines) => {
  expect(told(await imported(castOf(events, { width: 80 }), { kept: ['ann', 'laptop'] }))).toEqual(lines);
});
