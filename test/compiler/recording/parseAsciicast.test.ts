import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseAsciicast } from '../../../src/compiler/recording/parseAsciicast';
import { MAX_RECORDING_BYTES } from '../../../src/compiler/recording/limits';
import { compileStory } from '../../../src/compiler/compileStory';
import { StoryError } from '../../../src/compiler/story/problem';
import { makeFolder, STORY } from '../../support/folder';
import { terminalLayoutAt, outputAt } from '../../../src/core/terminal/terminalLayout';
import type { Timeline } from '../../../src/core/timeline';
import { recordingTimeline, recordingScene, asciicastV3 } from '../../support/recording';
import { createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
const V1 = {
  version: 1,
  width: 80,
  height: 24,
  duration: 1,
  stdout: [
    [0.25, 'a'],
    [1, 'b'],
  ],
};
const V2 = { version: 2, width: 80, height: 24 };
const V3 = { version: 3, term: { cols: 80, rows: 24 } };
const read = (text: string | Uint8Array) => parseAsciicast('demo.cast', typeof text === 'string' ? Buffer.from(text) : text);

describe('reads version', () => {
  const EVENTS = [
    { time: 0.25, type: 'output', data: 'a' },
    { time: 1.25, type: 'output', data: 'b' },
  ];
  test('1: one object on one or more lines, times since the previous event', () => {
    for (const text of [JSON.stringify(V1), JSON.stringify(V1, null, 2), `${JSON.stringify(V1)}\n`])
      expect(read(text).value).toEqual({ grid: { cols: 80, rows: 24 }, idle: undefined, events: EVENTS });
  });
  test('2: one event per line, times since the start', () => {
    expect(read(lines({ ...V2, idle_time_limit: 3 }, [0.25, 'o', 'a'], [1.25, 'o', 'b'], ''))).toMatchObject({
      value: { grid: { cols: 80, rows: 24 }, idle: 3, events: EVENTS },
    });
  });
  test('3: times since the previous event of any type, and comments', () => {
    const text = lines(
      V3,
      '# a comment',
      [0.25, 'o', 'a'],
      [0.5, 'i', 'x'],
      '#[',
      [0.25, '?', { any: 'thing' }],
      [0.25, 'o', 'b'],
      [1, 'x', '0'],
      '',
    );
    const [first, ...rest] = EVENTS;
    const input = { time: 0.75, type: 'input', data: 'x' };
    expect(read(text)).toMatchObject({ value: { grid: { cols: 80, rows: 24 }, events: [first, input, ...rest] }, problems: [] });
  });
  test('2 with markers, resizes, CRLF and a byte order mark', () => {
    const text = `\uFEFF${lines(V3, [1, 'm', 'Here'], [1, 'r', '100x30'], [0, 'o', 'a'])}`.replaceAll('\n', '\r\n');
    expect(read(text).value?.events).toEqual([
      { time: 1, type: 'marker', label: 'Here' },
      { time: 2, type: 'resize', grid: { cols: 100, rows: 30 } },
      { time: 2, type: 'output', data: 'a' },
    ]);
  });
});

/** Invalid files and all problems that must be reported. */
const BAD: readonly (readonly [name: string, text: string | Uint8Array, problems: readonly string[]])[] = [
  ['an empty file', '', ['1:1  the file: found nothing, expected an asciicast, which begins with "version": 1, 2 or 3']],
  [
    'no JSON',
    'hello',
    [
      '1:1  the file: found text that is no JSON ("hello"), expected an asciicast, which begins with "version": 1, 2 or 3, as ' +
        '`asciinema rec` saves it',
    ],
  ],
  ['another kind of file', '[1, 2]', ['1:1  version: found a list, expected an asciicast, which begins with "version": 1, 2 or 3']],
  ['another version', lines({ version: 4 }), ['1:12  version: found 4, expected an asciicast, which begins with "version": 1, 2 or 3']],
  ['no version', lines({ width: 80 }), ['1:1  version: found nothing, expected an asciicast, which begins with "version": 1, 2 or 3']],
  ['no width', lines({ version: 2, height: 24 }, [0, 'o', 'a']), ['1:1  width: found nothing, expected a number']],
  [
    'no cells',
    lines({ version: 3, term: { cols: 0, rows: 0 } }, [0, 'o', 'a']),
    [
      '1:29  term: found 0×0 cells, which recorders write where there is no terminal, expected the columns and rows it was made ' +
        'for, for example "term": {"cols": 80, "rows": 24}',
    ],
  ],
  [
    'no cells in version 2',
    lines({ ...V2, width: 0, height: 0 }, [0, 'o', 'a']),
    [
      '1:22  width, height: found 0×0 cells, which recorders write where there is no terminal, expected the columns and rows it ' +
        'was made for, for example "width": 80, "height": 24',
    ],
  ],
  ['no cells in version 1', JSON.stringify({ ...V1, width: 0, height: 0 }), ['1:22  width, height: found 0×0 cells']],
  [
    'too many cells',
    lines({ version: 3, term: { cols: 80, rows: 1000 } }, [0, 'o', 'a']),
    ['1:29  term: found 80×1000 cells, expected at most 500×200; record in a smaller terminal'],
  ],
  [
    'half a cell',
    lines({ ...V2, width: 1.5 }, [0, 'o', 'a']),
    ['1:22  width, height: found 1.5×24 cells, expected whole numbers of columns and rows'],
  ],
  [
    'the size of version 2 in version 3',
    lines({ version: 3, width: 80, height: 24 }, [0, 'o', 'a']),
    [
      '1:12  version: found the size as version 2 has it, "width": 80, "height": 24, expected "term": {"cols": 80, "rows": 24} ' +
        'under version 3',
    ],
  ],
  [
    'the size of version 3 in version 2',
    lines({ version: 2, term: { cols: 80, rows: 24 } }, [0, 'o', 'a']),
    [
      '1:12  version: found the size as version 3 has it, "term": {"cols": 80, "rows": 24}, expected "width": 80, "height": 24 ' +
        'under version 2',
    ],
  ],
  [
    'a pause that is none',
    lines({ ...V2, idle_time_limit: '2' }, [0, 'o', 'a']),
    ['1:55  idle_time_limit: found "2", expected seconds, 0 or more'],
  ],
  [
    'a header over several lines',
    `${JSON.stringify(V2, null, 2)}\n`,
    ['1:1  the file: found a header over several lines, expected it on the first line, and an event on each other one'],
  ],
  [
    'times that go back',
    lines(V2, [2, 'o', 'a'], [3, 'i', 'x'], [1, 'o', 'b']),
    ['4:2  event: found 1, after 3 on line 3, expected times that never go back'],
  ],
  [
    'the times of version 3 in version 2',
    lines(V2, [2, 'o', 'a'], [0.1, 'o', 'b'], [3, 'o', 'c'], [0.1, 'o', 'd'], [0.2, 'o', 'e']),
    [
      '3:2  event: found 0.1, after 2 on line 2, expected times that never go back; if each counts from the event before, the ' +
        'file is of version 3; the same in 2 more places',
    ],
  ],
  [
    'two of version 2',
    lines(V2, [1, 'o', 'a'], { ...V2, width: 100 }, [0.1, 'o', 'b'], [-1, 'o', 'c']),
    [
      '3:1  the file: found the start of another recording, expected one recording in a file; save what follows as a file of ' +
        'its own, for a scene of its own',
    ],
  ],
  [
    'two of version 3, the second with a byte order mark',
    lines(V3, [1, 'o', 'a'], `\uFEFF${JSON.stringify(V3)}`, [0.1, 'o', 'b']),
    ['3:1  the file: found the start of another recording'],
  ],
  [
    'two without a line break between',
    lines(V2, `[1, "o", "a"]${JSON.stringify(V2)}`, [0.1, 'o', 'b']),
    ['2:14  the file: found the start of another recording'],
  ],
  ['two of version 1', lines(V1, V1), ['2:1  the file: found the start of another recording']],
  ['version 1, then version 2', lines(V1, V2, [1, 'o', 'a']), ['2:1  the file: found the start of another recording']],
  [
    'an event first',
    lines([1, 'o', 'a'], [2, 'o', 'b']),
    ['1:1  the file: found an event without a header before it, expected an asciicast'],
  ],
  [
    'escape bytes as they are',
    lines(V2, ...Array.from({ length: 11 }, (_, line) => `[${line}, "o", "\u001b[1mhello\u001b[0m\r\n"]`)),
    [
      '2:11  event: found the control character U+001B as it is, expected it escaped, \\u001b, as `asciinema rec` writes it; ' +
        'record again, or escape it in the file; the same in 21 more places',
    ],
  ],
  [
    'the output of a terminal itself',
    'Script started on 2026-01-01\n\u001b[1m$ ls\u001b[0m\n',
    [
      '1:1  the file: found what a terminal was sent, as `script` saves it, expected an asciicast, which begins with "version": ' +
        '1, 2 or 3, as `asciinema rec` saves it',
    ],
  ],
  ['a time below 0', lines(V3, [-1, 'o', 'a']), ['2:2  event: found -1, expected seconds since the event before, 0 or more']],
  ['a time that is none', lines(V2, ['1', 'o', 'a']), ['2:2  event: found "1", expected seconds since the start, 0 or more']],
  ['no code', lines(V3, [1, 2, 'a']), ['2:4  event: found 2, expected the code of an event, for example "o"']],
  ['no text', lines(V3, [1, 'o', 7]), ['2:8  event: found 7, expected a text']],
  [
    'a size that is none',
    lines(V3, [1, 'r', '80*24'], [1, 'r', '9999x1'], [1, 'r', '9999x2'], [1, 'r', '0x0'], [1, 'o', 'a']),
    [
      '2:8  event: found "80*24", expected columns and rows, for example "80x24"',
      '3:8  event: found 9999×1 cells, expected at most 500×200; record in a smaller terminal, or no such line; the same in 1 more place',
      '5:8  event: found 0×0 cells, which recorders write where there is no terminal, expected the columns and rows it was made ' +
        'for, or no such line',
    ],
  ],
  [
    'events that are none',
    lines(V3, { o: 'a' }, [1, 'o']),
    [
      '2:1  event: found an object with "o", expected a list of a time, a code and its data, for example [1.5, "o", "hello"]; ' +
        'the same in 1 more place',
    ],
  ],
  ['a comment in version 2', lines(V2, '# no', [1, 'o', 'a']), ['2:1  event: found #, expected JSON']],
  [
    'a line in the middle that breaks off',
    lines(V3, '[1, "o", "a', [1, 'o', 'b']),
    ['2:12  event: found the end of the line, expected every bracket and quotation mark closed before it'],
  ],
  [
    'a last line that breaks off',
    lines(V3, [1, 'o', 'a'], '[1, "o", "b'),
    ['3:1  event: found a last line that breaks off, expected a whole event; the recording was cut short, so take the line out'],
  ],
  [
    'no output',
    lines(V3, [1, 'm', 'a'], [1, 'o', '']),
    ['1:1  the file: found no output, expected a recording in which something is printed'],
  ],
  [
    'bytes that are no text',
    Buffer.concat([Buffer.from(`${JSON.stringify(V3)}\n[1,"o","`), Buffer.from([0xff]), Buffer.from('"]')]),
    ['2:9  the file: found a byte that is not valid UTF-8, expected text saved as UTF-8'],
  ],
  [
    'UTF-16',
    Buffer.from(`\uFEFF${JSON.stringify(V3)}`, 'utf16le'),
    ['1:1  the file: found text saved as UTF-16, expected text saved as UTF-8'],
  ],
  [
    'version 1 of another structure',
    JSON.stringify({ ...V1, stdout: [[0.1, 'a'], ['x', 'b'], [1], [-1, 'c'], [2, 3]] }),
    [
      '1:71  stdout[1][0]: found "x", expected seconds since the event before, 0 or more; the same in 1 more place',
      '1:80  stdout[2]: found a list, expected a pair of a time and a text, for example [1.5, "hello"]',
      '1:96  stdout[4][1]: found 3, expected a text',
    ],
  ],
  ['version 1 with a width that is none', JSON.stringify({ ...V1, width: '80' }), ['1:22  width: found "80", expected a number']],
  ['version 1 without output', JSON.stringify({ version: 1, width: 80, height: 24 }), ['1:1  stdout: found nothing, expected a list']],
  [
    'version 1 cut short',
    JSON.stringify(V1, null, 2).slice(0, 40),
    ['4:8  the file: found the end of the file, expected every bracket and quotation mark closed before it; the recording was cut short'],
  ],
  ['version 1 with a syntax error', JSON.stringify(V1).replace('0.25', '.25'), ['1:61  the file: found .25, expected JSON']],
];

describe('reports an invalid file', () => {
  test.each(BAD)('%s', (_, text, expected) => {
    const { value, problems } = read(text);
    expect(value).toBeUndefined();
    const found = problems.map(({ line, column, message }) => `${line}:${column}  ${message}`);
    expect(found).toHaveLength(expected.length);
    expected.forEach((message, index) => expect(found[index]).toContain(message));
  });

  test('with one problem for all lines, and their number', () => {
    const { problems } = read(lines(V3, ...Array.from({ length: 500 }, () => [-1, 'o', 'a'])));
    expect(problems.map(({ message }) => message)).toEqual([
      'event: found -1, expected seconds since the event before, 0 or more; the same in 499 more places',
    ]);
  });

  test('with CR as line ends', () => {
    expect(read(lines(V3, [0.25, 'o', 'a'], [1, 'o', 'b']).replaceAll('\n', '\r')).value?.events).toHaveLength(2);
  });
});

/** Every problem of a story with one recording, as `file:line:column  message`. */
async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const folder = await makeFolder(files);
  const error = await compileStory(folder).catch((reason: unknown) => reason);
  if (!(error instanceof StoryError)) throw new Error('The story has no problem.');
  return error.problems.map(({ file, line, column, message }) => `${path.basename(file)}:${line}:${column}  ${message}`);
}

const CAST = asciicastV3([
  [0, 'm', 'One'],
  [1, 'o', 'a'],
  [1, 'm', 'Two'],
  [1, 'o', 'b'],
]);

describe('a scene with a recording', () => {
  test('reports problems of the recording together with all others', async () => {
    expect(
      await problemsOf({
        'story.json': STORY.replace('"demo"', '"Demo"'),
        'a.json': recordingScene(),
        'demo.cast': lines(V3, [-1, 'o', 'a']),
      }),
    ).toEqual([expect.stringMatching(/^story\.json:2:9 {2}id: /u), expect.stringMatching(/^demo\.cast:2:2 {2}event: found -1/u)]);
  });

  test('reports a resize at which xterm.js throws', async () => {
    const cast = lines(
      '{"version":3,"term":{"cols":20,"rows":5}}',
      [0, 'o', `\x1b[1;6H${'字'.repeat(12)}`],
      [1, 'r', '9x3'],
      [1, 'o', '\r\n'],
      [1, 'r', '10x4'],
    );
    expect(await problemsOf({ 'story.json': STORY, 'a.json': recordingScene(), 'demo.cast': cast })).toEqual([
      'a.json:6:11  file: found a resize to 10×4 at 3 s, which xterm.js cannot follow, expected a recording whose terminal keeps its size',
    ]);
  });

  test('reports a missing file and suggests the closest name', async () => {
    expect(await problemsOf({ 'story.json': STORY, 'a.json': recordingScene({ file: 'dmo.cast' }), 'demo.cast': CAST })).toEqual([
      expect.stringMatching(/^a\.json:6:11 {2}file: found "dmo\.cast", expected a file in .+\/\. Did you mean "demo\.cast"\?$/u),
    ]);
  });

  test('rejects files in other folders', async () => {
    expect(await problemsOf({ 'story.json': STORY, 'a.json': recordingScene({ file: '../demo.cast' }), 'demo.cast': CAST })).toEqual([
      'a.json:6:11  file: found "../demo.cast", expected the name of a file beside this one, without a folder',
    ]);
  });

  test('rejects a file that is too large without reading it', async () => {
    expect(
      await problemsOf({ 'story.json': STORY, 'a.json': recordingScene(), 'demo.cast': new Uint8Array(MAX_RECORDING_BYTES * 5) }),
    ).toEqual(['demo.cast:1:1  the file: found 50.0 MB, expected at most 10.0 MB; record a shorter session, or cut this one']);
  });

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'a PNG picture', 'an asciicast, as `asciinema rec` saves it'],
    [
      'a drawing',
      Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'an SVG picture',
      'an asciicast, as `asciinema rec` saves it',
    ],
    ['a page', Buffer.from('<!DOCTYPE html><title>asciinema</title>'), 'a web page', 'an asciicast, as `asciinema rec` saves it'],
    ['a video', Buffer.from('0000002066747970', 'hex'), 'an MP4 or QuickTime video', 'an asciicast, as `asciinema rec` saves it'],
    ['a compressed recording', gzipSync(CAST), 'a file compressed with gzip', 'the recording in it, unpacked'],
    ['other bytes', Uint8Array.from([1, 0, 0, 0, 7]), 'a binary file', 'an asciicast, as `asciinema rec` saves it'],
  ])('reports the format of a file that is %s', async (_, bytes, found, expected) => {
    expect(await problemsOf({ 'story.json': STORY, 'a.json': recordingScene(), 'demo.cast': bytes })).toEqual([
      `a.json:6:11  file: found "demo.cast", ${found}, expected ${expected}`,
    ]);
  });

  test('plays recordings of every version up to the size limit', async () => {
    const output = 'x'.repeat(60);
    const count = 40_000;
    const V1_LARGE = JSON.stringify({ version: 1, width: 80, height: 24, stdout: Array.from({ length: count }, () => [0.0005, output]) });
    const V2_LARGE = lines(V2, ...Array.from({ length: count }, (_, index) => [index * 0.0005, 'o', output]));
    const V3_LARGE = lines(V3, ...Array.from({ length: count }, () => [0.0005, 'o', output]));
    for (const text of [V1_LARGE, V2_LARGE, V3_LARGE]) {
      expect(text.length).toBeGreaterThan(2_700_000);
      expect(read(text).value?.events).toHaveLength(count);
    }
    expect((await recordingTimeline(V1_LARGE)).stops).toHaveLength(1);
    // Problems near the end are found, too, also of a file that breaks off.
    expect(read(V1_LARGE.replace(/"x+"\]\]\}$/u, '1]]}')).problems.map(({ column, message }) => [column, message])).toEqual([
      [V1_LARGE.length - 64, 'stdout[39999][1]: found 1, expected a text'],
    ]);
    expect(read(V1_LARGE.slice(0, -9)).problems.map(({ column, message }) => [column, message])).toEqual([
      [V1_LARGE.length - 8, expect.stringContaining('the end of the file')],
    ]);
  });

  test('requires one step for each stop and lists the stops', async () => {
    expect(
      await problemsOf({ 'story.json': STORY, 'a.json': recordingScene({ steps: [{ title: 'Only one' }] }), 'demo.cast': CAST }),
    ).toEqual([
      'a.json:7:12  steps: found 1 step, expected 2, one for each stop of the recording in which something is printed ("One" at ' +
        '0 s, "Two" at 2 s)',
    ]);
  });

  test('requires ascending times on all steps', async () => {
    const steps = [{ at: 0 }, {}, { at: 3 }, { at: 2 }];
    expect(await problemsOf({ 'story.json': STORY, 'a.json': recordingScene({ steps }), 'demo.cast': CAST })).toEqual([
      expect.stringContaining('steps[1]: found no "at", expected "at" on every step but the first, or on none'),
      expect.stringContaining('steps[3].at: found 2, expected more than 3, where the step before begins'),
    ]);
  });

  test('rejects a terminal scene that continues it', async () => {
    const after = JSON.stringify(
      {
        kind: 'terminal',
        id: 'b',
        title: 'B',
        window: 'T',
        continues: true,
        steps: [{ title: 'x', notes: { say: 's', point: 'p' }, blocks: [{ type: 'rule' }] }],
      },
      null,
      2,
    );
    const story = STORY.replace('["a.json"]', '["a.json", "b.json"]');
    expect(await problemsOf({ 'story.json': story, 'a.json': recordingScene(), 'b.json': after, 'demo.cast': CAST })).toEqual([
      'b.json:6:16  continues: found true, expected false or nothing, since the recording in a.json stands in the terminal before it',
    ]);
  });

  test('takes titles, notes and times from steps, then from markers, then from defaults', async () => {
    const titles = async (cast: string, scene: object = {}): Promise<unknown[]> =>
      (await recordingTimeline(cast, scene)).stops.map(({ source }) => [source.title, source.notes.say, source.notes.point]);
    const notes = { say: 'Say.', point: 'Point.' };
    expect(await titles(CAST)).toEqual([
      ['One', 'One', 'Terminal'],
      ['Two', 'Two', 'Terminal'],
    ]);
    expect(await titles(CAST, { steps: [{ notes }, { title: 'Mine' }] })).toEqual([
      ['One', 'Say.', 'Point.'],
      ['Mine', 'Mine', 'Terminal'],
    ]);
    expect(
      await titles(
        asciicastV3([
          [0, 'o', 'a'],
          [1, 'm', '\u0007 '],
          [0, 'o', 'b'],
        ]),
      ),
    ).toEqual([
      ['A 1', 'A 1', 'Terminal'],
      ['A 2', 'A 2', 'Terminal'],
    ]);
    expect(await titles(asciicastV3([[0, 'o', 'a']]))).toEqual([['A', 'A', 'Terminal']]);
    expect(await titles(CAST, { steps: [{ title: 'x' }, { title: 'y', at: 2.5 }] })).toEqual([
      ['x', 'x', 'Terminal'],
      ['y', 'y', 'Terminal'],
    ]);
  });

  test('limits pauses to the value in the scene, else in the file, else to two seconds', async () => {
    const cast = (header: object): string =>
      asciicastV3(
        [
          [0, 'o', 'a'],
          [60, 'o', 'b'],
        ],
        header,
      );
    const time = async (header: object, scene: object): Promise<number | undefined> =>
      (await recordingTimeline(cast(header), scene)).stops[0]?.recorded?.events.at(-1)?.[0];
    expect(await time({}, {})).toBe(2000);
    expect(await time({ idle_time_limit: 5 }, {})).toBe(5000);
    expect(await time({ idle_time_limit: 5 }, { idle: 0.5 })).toBe(500);
  });

  test.each<[name: string, size: string, events: readonly (readonly unknown[])[], cols: number, rows: number]>([
    ['a small terminal keeps its size, the largest it takes', '20x5', [[1, 'r', '30x4']], 30, 5],
    ['a tall one is cut to the rows the story has', '80x60', [], 48, 24],
    ['a wide one that is used in part, to the columns used', '200x24', [[1, 'o', `${'x'.repeat(95)}\r\n`]], 97, 24],
    [
      'what is used for a moment only counts',
      '80x60',
      [
        [1, 'o', '\x1b[40;70Hx'],
        [1, 'o', '\x1b[2J\x1b[H'],
      ],
      71,
      40,
    ],
    ['a colour counts as well', '80x60', [[1, 'o', '\x1b[?25l\x1b[44m\x1b[2J\x1b[0m']], 80, 60],
    [
      'the cursor counts',
      '80x60',
      [
        [1, 'o', '\x1b[30;60H'],
        [1, 'o', '\x1b[H'],
      ],
      60,
      30,
    ],
    [
      'a hidden cursor does not',
      '80x60',
      [
        [1, 'o', '\x1b[?25l\x1b[60;80H'],
        [1, 'o', '\x1b[H'],
      ],
      48,
      24,
    ],
    ['a terminal that is used throughout stays', '120x40', [[1, 'o', 'x'.repeat(120 * 40)]], 120, 40],
  ])('has the grid of the cells it uses at all stops: %s', async (_, size, events, cols, rows) => {
    const stop = (label: string): readonly (readonly unknown[])[] => [
      [1, 'm', label],
      [1, 'o', '$ '],
    ];
    const [across, down] = size.split('x').map(Number);
    const { stops } = await recordingTimeline(asciicastV3([...stop('a'), ...events, ...stop('b')], { term: { cols: across, rows: down } }));
    expect(stops.map(({ recorded: played }) => played?.grid)).toEqual([
      { cols, rows },
      { cols, rows },
    ]);
    // Nothing is cut off: each stop looks the same in this grid as in the recorded one.
    for (const each of stops) {
      const frame = terminalLayoutAt({ story: {} } as Timeline, each, 92);
      const screens = [];
      for (const room of [
        { cols, rows },
        { cols: Number(across), rows: Number(down) },
      ]) {
        const terminal = createHeadlessTerminal(room.cols, { rows: room.rows, scrollback: 0 });
        await writeChunks(terminal, [outputAt(frame)]);
        screens.push(
          bufferRows(terminal)
            .map((row) => row.trimEnd())
            .join('\n')
            .trimEnd(),
        );
      }
      expect(screens[0]).toBe(screens[1]);
    }
  });
});
