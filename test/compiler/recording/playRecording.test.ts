import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRecording } from '../../../src/compiler/recording/splitRecording';
import { playRecording, ResizeError } from '../../../src/compiler/recording/playRecording';
import { readScreen } from '../../../src/compiler/recording/screen';
import { screenAnsi, type TerminalSize } from '../../../src/core/terminal/recordedStep';
import { terminalLayoutAt, outputAt } from '../../../src/core/terminal/terminalLayout';
import { palettes } from '../../../src/styles/palette';
import { styledCells, recordingTimeline, asciicastV3 } from '../../support/recording';
import { createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

const GRID: TerminalSize = { cols: 20, rows: 5 };

/** Terminal output: text of all widths, colours, and sequences that move, scroll and erase. */
const output = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('word ', 'a', '漢字', '💀', 'é', 'e\u0301', 'x'.repeat(25), '字'.repeat(12), '\t', '⚠️', '👩‍💻', '\u202e'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '❤',
      '\ufe0f',
      '🇩',
      '🇪',
      '👍',
      '🏽',
      '\u200d',
      '\u0301',
      '1️⃣',
      'ที่',
      'क',
      '\u094d',
      'क्ष',
      'ᄒ',
      'ᅡ',
      '\u0600',
      '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
      '🫠',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('\r\n', '\n', '\r', '\b', '\x1bM', '\x1bD', '\x1bE', '\x1b7', '\x1b8') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...'ABCDEFGHJKLMPSTX@dZ'), fc.integer({ min: 0, max: 9 }))
      .map(([final, count]) => `\x1b[${count}${final}`),
  },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 21 })).map(([y, x]) => `\x1b[${y};${x}H`) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        '0',
        '1',
        '2',
        '3',
        '4',
        '7',
        '8',
        '9',
        '31',
        '92',
        '37;41',
        '30',
        '97;100',
        '38;5;20',
        '48;5;238',
        '38;2;1;2;3',
        '48;2;250;240;230',
      )
      .map((code) => `\x1b[${code}m`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\x1b[2J',
      '\x1b[?1049h',
      '\x1b[?1049l',
      '\x1b[?25l',
      '\x1b[?25h',
      '\x1b[2;4r',
      '\x1b[r',
      '\x1b[?6h',
      '\x1b[4h',
      '\x1b[?7l',
      '\x1bc',
      '\x1b[!p',
      '\x1b(0',
      '\x1b(B',
    ),
  },
);
const size = fc.record({ cols: fc.integer({ min: 2, max: 30 }), rows: fc.integer({ min: 1, max: 9 }) });
const part = fc.oneof({ weight: 12, arbitrary: output }, { weight: 1, arbitrary: size });

test('events draw the same screen as the terminal that played the recording', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(part, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 }), async (frames) => {
      const pieces = frames.map((parts, index) => ({
        start: index,
        label: '',
        frames: parts.map((each, at) => ({ at: at * 20, parts: [each] })),
      }));
      const played = await playRecording(GRID, pieces).catch((error: unknown) => {
        if (error instanceof ResizeError) return undefined;
        throw error;
      });
      fc.pre(played !== undefined);
      // Opened at its size: xterm.js puts the cursor elsewhere in a later resize where an earlier one came before.
      const original = createHeadlessTerminal(GRID.cols, { rows: GRID.rows, scrollback: 0 });
      for (const [index, { recorded: stop }] of played.entries()) {
        const stage = createHeadlessTerminal(stop.grid.cols);
        stage.resize(stop.grid.cols, stop.grid.rows);
        await writeChunks(stage, [screenAnsi(played[index - 1]?.recorded.screen)]);
        for (const [at, each] of frames[index]!.entries()) {
          if (typeof each === 'string') await writeChunks(original, [each]);
          else original.resize(each.cols, each.rows);
          await writeChunks(stage, [stop.events[at]![1]]);
          const wanted = readScreen(original);
          const drawn = readScreen(stage);
          // The stage has colours of its own: this compares text, the tests below compare colours.
          const words = (lines: typeof wanted): string[] =>
            lines.map(({ cells }) =>
              cells
                .map(({ text }) => text)
                .join('')
                .trimEnd(),
            );
          expect(words(drawn).slice(0, wanted.length)).toEqual(words(wanted));
          expect(words(drawn).slice(wanted.length).join('')).toBe('');
          const { cursorX, cursorY } = original.buffer.active;
          expect([stage.buffer.active.cursorX, stage.buffer.active.cursorY]).toEqual([Math.min(cursorX, original.cols - 1), cursorY]);
        }
        // The last screen is that of the snapshot, however the stop was reached.
        const still = createHeadlessTerminal(stop.grid.cols);
        still.resize(stop.grid.cols, stop.grid.rows);
        await writeChunks(still, [screenAnsi(stop.screen)]);
        expect(styledCells(still)).toEqual(styledCells(stage));
        for (const terminal of [stage, still]) terminal.dispose();
      }
      original.dispose();
    }),
    {
      examples: [
        [
          [
            ['\u001b[4;1H', '\u001b[?1049h', '\u001b[0m'],
            ['\r\n', '\r\n'],
            [
              { cols: 2, rows: 6 },
              { cols: 2, rows: 1 },
            ],
          ],
        ],
      ],
      numRuns: 60,
      interruptAfterTimeLimit: 20_000,
      markInterruptAsFailure: false,
    },
  );
});

test('keeps joiners, and keeps separate characters separate', async () => {
  const shown = async (text: string): Promise<readonly string[]> => {
    const [stop] = await playRecording(
      GRID,
      splitRecording({ grid: GRID, idle: undefined, events: [{ time: 0, type: 'output', data: text }] }, 2),
    );
    return stop!.recorded.screen.rows.flatMap(({ runs }) => runs.map(([run]) => run));
  };
  expect(await shown('⚠️ ❤️‍🔥 👍🏽 🇩🇪 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿')).toEqual(['⚠️ ❤️‍🔥 👍🏽 🇩🇪 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿']);
  expect(await shown('re\u0301sume\u0301 x\u0302 \u1112\u1161\u11ab')).toEqual(['résumé x\u0302 한']);
  expect(await shown('a\u200bb\u202ec\u2066d 1\u{e0041}2')).toEqual(['abcd 12']);
  // Halves of flags that a program has put beside each other, and a skin tone with a colour of its own.
  expect(await shown('\x1b[1;1H🇩\x1b[1;2H🇪')).toEqual(['🇩', '🇪']);
  expect(await shown('\x1b[1;1H👍\x1b[1;3H🏽')).toEqual(['👍', '🏽']);
});

test('throws a ResizeError with its time if xterm.js throws at a resize', async () => {
  const parts = ['\x1b[1;6H', '字'.repeat(12), { cols: 9, rows: 3 }, '\r\n', { cols: 10, rows: 4 }, '\r\n'.repeat(9)];
  const frames = parts.map((each, index) => ({ at: index * 20, parts: [each] }));
  await expect(playRecording(GRID, [{ start: 2, frames }])).rejects.toThrow('a resize to 10×4 at 2.08 s, which xterm.js cannot follow');
});

test('throws a ResizeError if rows are missing after a resize', async () => {
  const wide = '字'.repeat(12);
  const long = 'x'.repeat(25);
  const sizes = [
    [15, 3],
    [25, 9],
    [10, 4],
    [24, 6],
    [10, 6],
    [17, 3],
  ].map(([cols = 1, rows = 1]): TerminalSize => ({ cols, rows }));
  const parts = [
    wide,
    '\r\n',
    sizes[0]!,
    sizes[1]!,
    long,
    'a',
    sizes[2]!,
    sizes[3]!,
    '\x1b7',
    sizes[4]!,
    long,
    '\x1b[5;7H',
    '漢字',
    '\r',
    sizes[5]!,
    long,
  ];
  const frames = parts.map((each, index) => ({ at: index * 20, parts: [each] }));
  await expect(playRecording(GRID, [{ start: 0, frames }])).rejects.toThrow('which xterm.js cannot follow');
});

test('the text of a stop contains rows that scrolled off, but no rows of earlier stops', async () => {
  const print = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, line): readonly unknown[] => [0.1, 'o', `line ${from + line}\r\n`]);
  const { stops } = await recordingTimeline(asciicastV3([...print(0, 9), [0.1, 'm', 'On'], ...print(9, 20)]));
  const numbers = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, line) => `line ${from + line}`);
  expect(stops.map(({ textLines }) => textLines)).toEqual([['Terminal', ...numbers(0, 9)], numbers(9, 20)]);
});

describe('colours', () => {
  const { window, roles } = palettes.dark;
  const drawn = async (text: string): Promise<string> => {
    const timeline = await recordingTimeline(asciicastV3([[0, 'o', text]]));
    const terminal = createHeadlessTerminal(20);
    await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, timeline.stops[0]!, 92))]);
    return styledCells(terminal)[0]!.split('|')[0]!;
  };
  test.each([
    ['plain text', 'x', `${roles.text}x`],
    ['red', '\x1b[31mx', `${roles.error}x`],
    ['bright red', '\x1b[91mx', `${roles.error}x`],
    ['bold green', '\x1b[1;32mx', `${roles.ok}*x`],
    ['black on nothing can be read', '\x1b[30mx', `${roles.dim}x`],
    ['white on red', '\x1b[97;41mx', `${roles.error}${window}x`],
    ['yellow on blue can be read', '\x1b[33;44mx', `${roles.user}${window}x`],
    ['reversed', '\x1b[7mx', `${roles.text}${window}x`],
    ['red, reversed', '\x1b[31;7mx', `${roles.error}${window}x`],
    ['black, reversed', '\x1b[30;7mx', `${roles.text}x`],
    ['on black', '\x1b[40mx', `${roles.text}x`],
    ['on black, reversed', '\x1b[40;7mx', `${roles.text}${window}x`],
    ['dim', '\x1b[2mx', `${roles.dim}x`],
    ['of the cube, as it is', '\x1b[38;5;208mx', '#ff8700x'],
    ['a grey, as it is', '\x1b[48;5;232m\x1b[38;5;255mx', '#080808#eeeeeex'],
    ['of sixteen million, as it is', '\x1b[38;2;1;2;3mx', '#010203x'],
    ['plain on a light colour', '\x1b[48;2;250;250;250mx', '#fafafa#000000x'],
    ['plain on a dark colour', '\x1b[48;5;17mx', '#00005f#ffffffx'],
    ['lines and slant', '\x1b[3;4;9mx', `${roles.text}_/-x`],
  ])('%s', async (_, text, cell) => {
    expect(await drawn(text)).toBe(cell);
  });
});

/** Sequences with other effects than showing text. */
const HOSTILE = [
  '\x1b]52;c;ZXZpbA==\x07', // Puts something in the clipboard.
  '\x1b]8;;javascript:alert(1)\x1b\\click\x1b]8;;\x1b\\', // A link.
  '\x1b]0;owned\x07\x1b]2;owned\x07', // The title.
  '\x1b[?2004h\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[?1004h', // Pasted text in brackets, the mouse, the focus.
  '\x1b[c\x1b[>c\x1b[5n\x1b[6n\x1b[?6n\x1b[18t\x1b[?1$p\x1bP$qm\x1b\\\x1b]10;?\x07\x1b]4;1;?\x07', // Questions.
  '\x1b]4;1;#000000\x07\x1b]10;#000000\x07\x1b]11;#ffffff\x07', // Other colours.
  '\x1bP+q544e\x1b\\\x1b_payload\x1b\\\x1b^secret\x1b\\\x1bXstring\x1b\\', // Commands of devices and applications.
  '\x9d52;c;ZXZpbA==\x9c\x9b31m', // The same in one byte.
  '\x1b[8;99;999t\x1b[?3h\x1b[3;1;1t', // The size and place of the window.
  '\x1b[?2026h', // No more pictures.
  '\u202eevil\u2066\u200b', // Letters the other way round.
  '\x07\x07\x07', // The bell.
];

test('drops all other effects of a hostile recording', async () => {
  const timeline = await recordingTimeline(
    asciicastV3(
      [
        [0, 'o', HOSTILE.join('')],
        [0.1, 'o', 'harmless'],
      ],
      { title: '\x1b]0;x\x07' },
    ),
  );
  const [stop] = timeline.stops;
  const whole = outputAt(terminalLayoutAt(timeline, stop!, 92));
  // Only colours, cursor moves, erasing, scrolling, and the visibility of the cursor.
  // oxlint-disable-next-line no-control-regex
  expect(whole.replaceAll(/\x1b\[(?:[\d;]*[mHKS]|\?25[hl])/gu, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(whole).toContain('harmless');
  const terminal = createHeadlessTerminal(20);
  const answers: string[] = [];
  terminal.onData((data) => answers.push(data));
  terminal.onBinary((data) => answers.push(data));
  terminal.onTitleChange((title) => answers.push(title));
  terminal.onBell(() => answers.push('bell'));
  await writeChunks(terminal, [whole]);
  expect(answers).toEqual([]);
  expect(terminal.modes).toMatchObject({
    bracketedPasteMode: false,
    mouseTrackingMode: 'none',
    sendFocusMode: false,
    synchronizedOutputMode: false,
  });
  expect(stop!.textLines.join('\n')).not.toMatch(/[\p{Cf}]/u);
});

/** Format characters that change what is seen: joiners, signs that enclose a number, a flag's tags. */
const VISIBLE_FORMAT = /[\u200C\u200D\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]|\u{1F3F4}[\u{E0020}-\u{E007F}]+/gu;

test('emits only known sequences for arbitrary bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\x1b', '\x1b[', '\x1b]', '\x9b', ';', '8', ...HOSTILE)), {
        minLength: 1,
        maxLength: 30,
      }),
      async (parts) => {
        const [stop] = await playRecording(
          GRID,
          splitRecording({ grid: GRID, idle: undefined, events: [{ time: 0, type: 'output', data: `${parts.join('')}.` }] }, 2),
        );
        const sent = stop!.recorded.events.map(([, each]) => each).join('');
        // oxlint-disable-next-line no-control-regex
        expect(sent.replaceAll(/\x1b\[(?:[\d;]*[mHKS]|\?25[hl])/gu, '').replaceAll(VISIBLE_FORMAT, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      },
    ),
    { numRuns: 150 },
  );
});

test('plays sequences with huge counts', async () => {
  const finals = Array.from({ length: 0x7f - 0x40 }, (_, index) => String.fromCharCode(0x40 + index));
  const bombs = finals.flatMap((final) =>
    ['', '?', '>'].flatMap((prefix) =>
      ['', ' ', "'", '$', '!', '"'].map((between) => `x\x1b[${prefix}2147483647;2147483647${between}${final}`),
    ),
  );
  const timeline = await recordingTimeline(asciicastV3([...bombs.map((bomb) => [0.02, 'o', bomb]), [0.1, 'o', '\x1bc\x1b[?7hdone']]));
  const terminal = createHeadlessTerminal(20);
  await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, timeline.stops[0]!, 92))]);
  expect(bufferRows(terminal).join('\n')).toContain('done');
}, 20_000);

test('treats output that looks like a variable as text', async () => {
  const words = '{{user}} \\{{user}} {{none}}';
  const timeline = await recordingTimeline(
    asciicastV3(
      [
        [0, 'm', 'To {{user}}'],
        [0, 'o', words],
      ],
      { term: { cols: 40, rows: 3 } },
    ),
    {},
    (story) => story.replace('"footer": []', '"footer": [], "variables": { "user": { "value": "ann", "open": true } }'),
  );
  const terminal = createHeadlessTerminal(40);
  await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, timeline.stops[0]!, 92))]);
  expect(bufferRows(terminal)).toEqual([words]);
  expect(timeline.stops[0]!.source.title).toBe('To {{user}}');
  expect(timeline.stops[0]!.textLines).toContain(words);
});
