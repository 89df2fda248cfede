import { expect, test } from 'vitest';
import { playRecording, type PlayedStop } from '../../../src/compiler/recording/playRecording';
import { terminalLayoutAt } from '../../../src/core/terminal/terminalLayout';
import { screenAnsi, screenRows } from '../../../src/core/terminal/recordedStep';
import { recordingTimeline, asciicastV3 } from '../../support/recording';
import { createHeadlessTerminal, writeChunks } from '../../support/headlessTerminal';

const GRID = { cols: 40, rows: 6 };

/** Plays these outputs, 100 ms apart, as one stop. */
async function played(...outputs: readonly string[]): Promise<PlayedStop> {
  const frames = outputs.map((output, index) => ({ at: index * 100, parts: [output] }));
  const [stop] = await playRecording(GRID, [{ start: 0, frames }]);
  return stop!;
}

const rowsOf = ({ recorded: { screen } }: PlayedStop): readonly string[] =>
  screen.rows.map(({ runs }) => runs.map(([text]) => text).join(''));

test.each([
  ['a word', 'שלום', 'םולש'],
  ['a sentence with a Latin word, a path and its full stop', 'שלום, world! נשמר ב- ~/a.txt.', '.~/a.txt -ב רמשנ !world ,םולש'],
  ['a number in a sentence', 'נשמרו 12 קבצים, 3.5 MB', 'MB 3.5 ,םיצבק 12 ורמשנ'],
  ['brackets are mirrored', 'שלום (עולם)', '(םלוע) םולש'],
  ['words in a command', '$ echo "שלום עולם" > a.txt', '$ echo "םלוע םולש" > a.txt'],
  ['a prompt, a bullet, a number and a time stay where they are', '❯ שלום', '❯ םולש'],
  ['a number of a list', '1. אב (2)', '1. (2) בא'],
  ['the time of a log', '[12:30] אב 7%', '[12:30] 7% בא'],
  ['cells of a frame with numbers', '│ אב 12 │ גד │ 34 │', '│ 12 בא │ דג │ 34 │'],
  ['cells of a frame of ASCII', '| אב | גד|ab|', '| בא | דג|ab|'],
  ['columns with blanks between them', 'אב  גד   12  הו', 'בא  דג   12  וה'],
  ['columns with tabs between them', 'אבגדהוז\tחט\tab', 'זוהדגבא טח      ab'],
  ['cells that the cursor was moved between', 'אב\x1b[Cגד', 'בא דג'],
  ['a wide character between words', 'אב 漢字 גד', 'דג 漢字 בא'],
  ['pointed letters keep their points', 'שָׁלוֹם', 'םוֹלשָׁ'],
  ['Arabic letters in joined forms', 'سبب', '\uFE90\uFE92\uFEB3'],
  ['a lam and an alef keep a cell each', 'سلام', '\uFEE1\uFE8E\uFEE0\uFEB3'],
  ['Arabic digits read from left to right', 'بب ١٢', '١٢ \uFE90\uFE91'],
  ['marks of direction are not shown', 'אב\u200F \u202Bגד\u202C', 'דג בא'],
  ['text without such letters', 'a (b) ─ 12', 'a (b) ─ 12'],
])('%s', async (_, printed, seen) => {
  expect(rowsOf(await played(`\x1b[H${printed}`))).toEqual([seen]);
});

test('moves the style with its letters, and keeps it on blanks', async () => {
  const {
    recorded: { screen },
  } = await played('\x1b[31mאב\x1b[0m גד');
  expect(screen.rows[0]!.runs).toEqual([['דג '], ['בא', { fg: 'error' }]]);
});

test('keeps borders and columns in their cells while text is typed and scrolls', async () => {
  const frame = ['╭──────┬──────╮\r\n', '│ שלום │ 1234 │\r\n', '│ ab   │ سلام │\r\n', '╰──────┴──────╯\r\n'];
  const { recorded: stop, lines } = await played(...frame, '$ שלום', '\b\b', '\r\n', 'a\r\nb\r\nc\r\n');
  const stage = createHeadlessTerminal(stop.grid.cols);
  stage.resize(stop.grid.cols, stop.grid.rows);
  const edges: string[] = [];
  for (const [, output] of stop.events) {
    await writeChunks(stage, [output]);
    for (let y = 0; y < stage.rows; y += 1) {
      const text = stage.buffer.active.getLine(stage.buffer.active.baseY + y)!.translateToString();
      if (text.includes('│')) edges.push([...text].flatMap((char, x) => (char === '│' ? [x] : [])).join(' '));
    }
  }
  expect(new Set(edges)).toEqual(new Set(['0 7 14']));
  expect(lines).toEqual(['╭──────┬──────╮', '│ שלום │ 1234 │', '│ ab   │ سلام │', '╰──────┴──────╯', '$ שלום', 'a', 'b', 'c']);
  const still = createHeadlessTerminal(stop.grid.cols);
  still.resize(stop.grid.cols, stop.grid.rows);
  await writeChunks(still, [screenAnsi(stop.screen)]);
  const textOf = (terminal: typeof still) =>
    Array.from({ length: stop.grid.rows }, (_, y) =>
      terminal.buffer.active.getLine(terminal.buffer.active.baseY + y)!.translateToString(true),
    );
  expect(textOf(still)).toEqual(textOf(stage));
});

test('places the cursor at the same letter as the program, or after the text', async () => {
  const {
    recorded: { events },
  } = await played('$ שלום', '\b');
  // oxlint-disable-next-line no-control-regex
  expect(events.map(([, output]) => /\x1b\[1;(\d+)H\x1b\[\?25h$/u.exec(output)![1])).toEqual(['7', '3']);
});

test('gives readers the text in printed order; stage and snapshots show the same cells', async () => {
  const timeline = await recordingTimeline(asciicastV3([[0, 'o', '│ שלום (1) │\r\nab\r\n']]));
  const [stop] = timeline.stops;
  expect(stop!.textLines).toContain('│ שלום (1) │');
  const rows = terminalLayoutAt(timeline, stop!, 92).rows;
  expect(rows).toEqual(screenRows(stop!.recorded!.screen));
  expect(rows[0]!.map(({ logicalText }) => logicalText).join('')).toBe('│ שלום (1) │');
  expect(rows[0]!.map(({ text }) => text).join('')).toBe('│ (1) םולש │');
  expect(rows[1]!.map(({ logicalText }) => logicalText)).toEqual([undefined]);
});
