import { describe, expect, test } from 'vitest';
import { secretsRule } from '../../src/check/rules/secrets';
import { compileStory } from '../../src/compiler/compileStory';
import { collectTextsToScan } from '../../src/compiler/recording/textsToScan';
import { seededRandom } from '../../src/core/terminal/seededRandom';
import { recordingScene, asciicastV3 } from '../support/recording';
import { makeFolder, STORY } from '../support/folder';
import { found, storyOf } from './runRule';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const random = seededRandom(1);
/** Generated, so that secret scanners do not find it in this file. */
const made = (length: number): string => Array.from({ length }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
const KEY = `ghp_${made(36)}`;
const [HEAD, TAIL] = [KEY.slice(0, 15), KEY.slice(15)];
const PEM = `-----BEGIN RSA PRIVATE ${'KEY'}-----\r\n${made(40)}\r\n${made(40)}\r\n${made(20)}`;

type Events = readonly (readonly unknown[])[];

/** Returns the files of a story that plays `events` in a terminal of 42 columns and 6 rows. */
const filesOf = (events: Events, header: object = {}): Readonly<Record<string, string>> => ({
  'story.json': STORY,
  'a.json': recordingScene(),
  'demo.cast': asciicastV3(events, { term: { cols: 42, rows: 6 }, ...header }),
});

const CLEAR: Events = [
  [1.5, 'o', '\x1b[H\x1b[2J$ '],
  [0.5, 'o', 'npm run deploy\r\n'],
];
const box = (...rows: readonly string[]): string =>
  ['╭────────────────────╮', ...rows.map((row) => `│ ${row.padEnd(18)} │`), '╰────────────────────╯'].join('\r\n');

describe('a recording that shows a secret', () => {
  test.each<[name: string, at: string, events: Events]>([
    ['at the end', '0.0', [[0, 'o', `TOKEN=${KEY}\r\n$ `]]],
    ['and clears it', '0.5', [[0, 'o', '$ '], [0.5, 'o', `TOKEN=${KEY}\r\n$ `], ...CLEAR]],
    ['wrapped by the terminal', '0.0', [[0, 'o', `GITHUB_TOKEN_FOR_DEPLOY=${KEY}\r\n`], ...CLEAR]],
    [
      'wrapped in a box',
      '0.0',
      [[0, 'o', box('Your new token is', `key=${KEY.slice(0, 14)}`, KEY.slice(14, 32), KEY.slice(32))], ...CLEAR],
    ],
    ['wrapped in a pane beside another', '0.0', [[0, 'o', `${HEAD} │ log line 1\r\n${TAIL} │ log line 2`], ...CLEAR]],
    ['indented where it goes on', '0.0', [[0, 'o', `  ⎿ ${HEAD}\r\n    ${TAIL}`], ...CLEAR]],
    ['typed letter by letter', '0.8', [...Array.from(KEY).map((letter): readonly unknown[] => [0.02, 'o', letter]), ...CLEAR]],
    ['drawn from the end to the start', '0.5', [[0, 'o', `\x1b[2;16H${TAIL}`], [0.5, 'o', `\x1b[2;1H${HEAD}`], ...CLEAR]],
    [
      'and writes over it',
      '0.0',
      [
        [0, 'o', KEY],
        [0.5, 'o', `\r${'*'.repeat(40)}\r\n`],
      ],
    ],
    [
      'that scrolls away',
      '0.2',
      [[0.2, 'o', KEY], ...Array.from({ length: 9 }, (_, line): readonly unknown[] => [0.1, 'o', `\r\nline ${line}`])],
    ],
    [
      'whose first row scrolls away as the second comes',
      '0.1',
      [[0, 'o', `\x1b[5;6r\x1b[5;1Hone\r\n${HEAD}`], [0.1, 'o', `\r\n${TAIL}`], ...CLEAR],
    ],
    [
      'on the other screen',
      '0.0',
      [
        [0, 'o', `\x1b[?1049h${KEY}`],
        [1, 'o', '\x1b[?1049l$ '],
      ],
    ],
    ['in several colours', '0.0', [[0, 'o', `\x1b[31m${HEAD}\x1b[1;34m${TAIL}\x1b[0m`], ...CLEAR]],
    ['when its synchronized block ends', '0.3', [[0, 'o', `\x1b[?2026h${KEY}`], [0.3, 'o', '\x1b[?2026l'], ...CLEAR]],
  ])('%s', async (_, at, events) => {
    const findings = await found(secretsRule, filesOf(events));
    expect(findings).toEqual([
      `error a.json:6:11  file: ghp_… looks like a GitHub token, which the recording shows ${at} s into its stop 1, ` +
        'and everybody who gets the page gets it. If it is real, revoke it now; ' +
        'in any case replace it in demo.cast by “ghp_…”, or record again without it',
    ]);
  });

  test('finds a private key in several rows', async () => {
    expect(await found(secretsRule, filesOf([[0, 'o', PEM], ...CLEAR]))).toEqual([
      expect.stringContaining('looks like a private key, which the recording shows 0.0 s into its stop 1'),
    ]);
  });

  test('points to the step of the stop that shows the secret', async () => {
    const files = {
      ...filesOf([[0, 'o', 'a\r\n'], [1, 'm', 'B'], [0.2, 'o', KEY], ...CLEAR]),
      'a.json': recordingScene({ steps: [{}, { title: 'Mine' }] }),
    };
    expect(await found(secretsRule, files)).toEqual([
      expect.stringMatching(/^error a\.json:9:5 {2}steps\[1\]: ghp_… .* 0\.2 s into its stop 2,/u),
    ]);
  });

  test('finds a secret in a marker’s label', async () => {
    const findings = await found(
      secretsRule,
      filesOf([
        [0, 'm', KEY],
        [0, 'o', 'a'],
      ]),
    );
    expect(findings).toEqual([
      expect.stringMatching(
        /^error a\.json:6:11 {2}file: ghp_… looks like a GitHub token, which a marker of the recording holds, .*replace it in demo\.cast/u,
      ),
    ]);
    expect(findings.join()).not.toContain(KEY);
  });
});

test('ignores a secret in a part that is not published', async () => {
  const hidden: Events = [
    [0, 'o', `\x1b]0;${KEY}\x07\x1b]2;${KEY}\x1b\\\x1b]8;;https://x.test/${KEY}\x1b\\link\x1b]8;;\x1b\\\x1b]52;c;${KEY}\x07`],
    [0, 'i', KEY],
    [0, 'z', KEY],
    [0, 'o', `\x1b[8m${KEY}\x1b[0m`],
    // Erased within one frame.
    [0.1, 'o', `${KEY}\r${' '.repeat(40)}\r`],
  ];
  const files = filesOf(hidden, { title: KEY, env: { TOKEN: KEY }, command: KEY });
  expect(await found(secretsRule, files)).toEqual([]);
  const { story } = await compileStory(await makeFolder(files));
  expect(JSON.stringify(story)).not.toContain(TAIL);
});

test('finds nothing in ordinary output whose rows join by chance', async () => {
  const rows = [
    'commit 9f416a9d06522e1c2b7c0d4a5f6e7d8c9b0a',
    '1f2e (HEAD -> main)',
    '/home/ann/secret-santa/node_modules/@scope',
    '/package/dist/index.js',
    'task-1',
    'ghp_',
    'gh auth token | pbcopy',
    'sk-…',
    'sha512-abc',
  ];
  expect(await found(secretsRule, filesOf(rows.map((row) => [0.1, 'o', `${row}\r\n`])))).toEqual([]);
});

test('joins lines that break a token', async () => {
  const findings = await found(secretsRule, storyOf({ blocks: [{ type: 'text', lines: [`token: ${HEAD}`, TAIL] }] }));
  expect(findings).toEqual([expect.stringMatching(/^error a\.json:7:3 {2}steps\[0\]: ghp_… looks like a GitHub token/u)]);
});

test('joins rows only where characters of a token meet', () => {
  const rows = [
    'words that end in npm_a-long-token-1',
    'token-2-goes-on',
    'and-ends here',
    'npm_left-side-abcdef | npm_right-side-abcdef',
    'goes-on | stops …',
    'nothing to see',
  ];
  expect(
    collectTextsToScan(
      rows,
      (row) => row,
      (row) => row === 1,
    ),
  ).toEqual(['words that end in npm_a-long-token-1token-2-goes-onand-ends']);
  expect(
    collectTextsToScan(
      rows,
      (row) => row,
      (row) => row === 4,
    ),
  ).toEqual(['npm_left-side-abcdefgoes-on', 'npm_right-side-abcdefstops']);
  expect(
    collectTextsToScan(
      rows,
      (row) => row,
      (row) => row === 5,
    ),
  ).toEqual([]);
});
