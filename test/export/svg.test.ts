import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dwellMs } from '../../src/core/dwellMs';
import { MARGIN_COLS } from '../../src/core/terminal/ansi';
import { SPINNER_FRAME_MS } from '../../src/core/terminal/outputScheduler';
import { outputAt, terminalLayoutAt } from '../../src/core/terminal/terminalLayout';
import { splitGraphemes } from '../../src/core/terminal/width';
import { printsToTerminal, type Stop } from '../../src/core/timeline';
import { trackCursorVisibility } from '../../src/compiler/recording/trackCursorVisibility';
import { changeTimes } from '../../src/export/asciicast';
import { selectStops, type SelectedStops, type Selection } from '../../src/export/selection';
import { run } from '../../src/export/svg';
import { formatSvg, type SvgOptions } from '../../src/export/svg/formatSvg';
import { readCmap, readTables } from '../../src/fonts/sfnt';
import { convertFont } from '../../src/fonts/subsetFont';
import { makeFolder, STORY } from '../support/folder';
import { createHeadlessTerminal, writeChunks } from '../support/headlessTerminal';
import { elementsOf, readSvg, type ReadSvg } from '../support/readSvg';
import { RTL_CAST, RTL_FILES } from '../support/rightToLeftStory';

const OPTIONS: SvgOptions = { theme: 'both', cols: 92, speed: 1, loops: true, still: false };

/** A story whose characters take one cell and two, join, and scroll. */
const WIDE_STORY = {
  'story.json': STORY,
  'a.json': JSON.stringify({
    kind: 'terminal',
    id: 'a',
    title: 'A',
    window: 'Terminal <&> "x"',
    steps: [
      {
        title: 'One',
        notes: { say: 'Say.', point: 'Point.' },
        blocks: [
          { type: 'text', lines: ['中文 and 한국어', '✅ ready  👩‍💻 typing 🇫🇷', 'e\u0301 <b>&amp;</b> ⠋ ░▒▓█'] },
          { type: 'say', who: 'You:', role: 'user', typed: true, text: ['typed 日本 slowly'] },
        ],
      },
      {
        title: 'Two',
        notes: { say: 'Say.', point: 'Point.' },
        blocks: [
          { type: 'text', lines: Array.from({ length: 30 }, (_, line) => `line ${line}`) },
          { type: 'spinner', frames: ['◠', '◝', '◞'], role: 'warn', text: 'Waiting' },
        ],
      },
    ],
  }),
};

const OWN_STORIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'wide characters': WIDE_STORY,
  'right to left': {
    ...Object.fromEntries(Object.entries(RTL_FILES).map(([name, content]) => [name, JSON.stringify(content)])),
    'demo.cast': RTL_CAST,
  },
};

async function folderOf(name: string): Promise<string> {
  const files = OWN_STORIES[name];
  return files ? makeFolder(files) : name;
}

interface Drawn {
  readonly svg: string;
  readonly read: ReadSvg;
  readonly selected: SelectedStops;
  readonly stops: readonly Stop[];
}

const pictures = new Map<string, Promise<Drawn>>();

/** Draws a story, once for the same arguments. */
function draw(name: string, options: Partial<SvgOptions> = {}, selection: Selection = {}): Promise<Drawn> {
  const key = JSON.stringify([name, { ...OPTIONS, ...options }, selection]);
  const drawn = pictures.get(key) ?? drawAgain(name, options, selection);
  pictures.set(key, drawn);
  return drawn;
}

async function drawAgain(name: string, options: Partial<SvgOptions> = {}, selection: Selection = {}): Promise<Drawn> {
  const selected = await selectStops(await folderOf(name), selection, { visualOrder: true });
  const stops = selected.stops.filter(printsToTerminal);
  const planned = stops.map((stop) => ({ stop, dwellMs: dwellMs(stop) }));
  const svg = await formatSvg({ ...selected, stops: planned }, { ...OPTIONS, ...options });
  return { svg, read: readSvg(svg), selected, stops };
}

/** Returns what xterm.js shows at a time of a stop, and the stage's spinner after it has settled. */
async function stageAt({ timeline }: SelectedStops, stop: Stop, cols: number, at: number): Promise<ReturnType<ReadSvg['screenAt']>> {
  const grid = stop.recorded?.grid ?? { cols, rows: 24 };
  const layout = terminalLayoutAt(timeline, stop, grid.cols);
  const terminal = createHeadlessTerminal(grid.cols, { rows: grid.rows, scrollback: 0 });
  const isCursorShown = trackCursorVisibility(terminal);
  await writeChunks(terminal, [outputAt(layout, at >= stop.playMs ? undefined : at)]);
  const { active } = terminal.buffer;
  const rows = Array.from({ length: grid.rows }, (_, y) =>
    active
      .getLine(active.baseY + y)!
      .translateToString(true)
      .trimEnd(),
  );
  const { spinner } = layout;
  if (spinner && at >= stop.playMs) {
    const cells = [...splitGraphemes(rows[active.cursorY]!)];
    cells[MARGIN_COLS + spinner.column] = spinner.frames[Math.floor((at - stop.playMs) / SPINNER_FRAME_MS) % spinner.frames.length]!;
    rows[active.cursorY] = cells.join('');
  }
  const cursor = isCursorShown() ? `${active.cursorY}:${Math.min(active.cursorX, grid.cols - 1)}` : undefined;
  terminal.dispose();
  return { rows, cursor };
}

function withoutEmptyEnd(rows: readonly string[]): readonly string[] {
  const end = rows.findLastIndex((row) => row !== '') + 1;
  return Array.from({ length: end }, (_, y) => (rows[y] ?? '').normalize('NFC'));
}

describe('at any time, the picture shows the rows, the cursor and the title that the stage shows', () => {
  test.each<[string, number]>([
    ['scenes', 92],
    ['scenes', 48],
    ['examples/recording', 92],
    ['examples/tour', 92],
    ['wide characters', 60],
    ['right to left', 92],
  ])('%s, %i columns', async (name, cols) => {
    const { read, selected, stops } = await draw(name, { cols });
    const starts = stops.map((_, index) => stops.slice(0, index).reduce((sum, stop) => sum + Math.round(stop.playMs + dwellMs(stop)), 0));
    const changes = stops.map((stop) => changeTimes(terminalLayoutAt(selected.timeline, stop, stop.recorded?.grid.cols ?? cols)));
    // Times of keyframes are rounded to a millisecond or less; the typing of a stop is drawn more often than its rest.
    const moments = fc.integer({ min: 0, max: stops.length - 1 }).chain((index) => {
      const { playMs } = stops[index]!;
      const end = Math.round(playMs + dwellMs(stops[index]!));
      return fc.record({
        index: fc.constant(index),
        at: fc.oneof(fc.integer({ min: 0, max: Math.ceil(playMs) }), fc.integer({ min: 0, max: end - 3 })),
      });
    });
    await fc.assert(
      fc.asyncProperty(moments, async ({ index, at }) => {
        const stop = stops[index]!;
        fc.pre([0, stop.playMs, ...changes[index]!].every((time) => Math.abs(time - at) > 2));
        fc.pre(at < stop.playMs || Math.abs(((at - stop.playMs) % SPINNER_FRAME_MS) - SPINNER_FRAME_MS / 2) < SPINNER_FRAME_MS / 2 - 2);
        const stage = await stageAt(selected, stop, cols, at);
        const shown = read.screenAt(starts[index]! + at);
        expect(withoutEmptyEnd(shown.rows), `stop ${index} at ${at} ms`).toEqual(withoutEmptyEnd(stage.rows));
        expect(shown.cursor).toBe(stage.cursor);
        expect(read.titleAt(starts[index]! + at)).toBe(stop.window);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(['scenes', 'examples/recording', 'wide characters', 'right to left'])('the picture of %s', (name) => {
  test('is well-formed and refers to nothing', async () => {
    const { svg, read } = await draw(name);
    const names = new Set(elementsOf(read.root).map((element) => element.name));
    expect([...names].toSorted()).toEqual(['circle', 'desc', 'g', 'path', 'rect', 'style', 'svg', 'text', 'title']);
    expect(elementsOf(read.root).flatMap(({ attributes }) => Object.keys(attributes).filter((key) => /href|^on/iu.test(key)))).toEqual([]);
    expect([...svg.matchAll(/url\((.{0,22})/gu)].every(([, target]) => target === 'data:font/woff2;base64')).toBe(true);
    expect(svg.includes('@import')).toBe(false);
  });

  test('contains every character that it draws, in its weight', async () => {
    const { svg, read } = await draw(name);
    const fonts = new Map<string, Set<number>>();
    for (const [, family, weight, data] of svg.matchAll(
      /@font-face\{font-family:([\w-]+);font-weight:([\d ]+);src:url\(data:font\/woff2;base64,([^)]*)\)/gu,
    )) {
      const codes = readCmap(readTables(await convertFont(Buffer.from(data!, 'base64'), 'sfnt'))).keys();
      const kind = `${family![0]} ${weight}`;
      fonts.set(kind, new Set([...(fonts.get(kind) ?? []), ...codes]));
    }
    for (const { name: tag, attributes, text } of elementsOf(read.root)) {
      if (tag !== 'text') continue;
      const classes = (attributes['class'] ?? '').split(' ');
      const kind = classes.includes('e') ? 'e 400 700' : classes.includes('n') ? 's 400' : classes.includes('b') ? 'm 700' : 'm 400';
      const missing = Array.from(text).filter((char) => !/\p{Cf}|\uFE0F/u.test(char) && !fonts.get(kind)!.has(char.codePointAt(0)!));
      // A character that no font of the build has is placed by itself.
      if (missing.length > 0) expect(text).toMatch(/^\p{Script=Hangul}$/u);
    }
  });
});

test('a viewer without motion sees the end; light and dark have the colours of the story', async () => {
  const { svg, selected, stops } = await draw('scenes', {}, { scene: 'agent' });
  const stage = await stageAt(selected, stops[1]!, 92, stops[1]!.playMs);
  const last = readSvg(svg, { motion: false }).screenAt(0);
  expect(withoutEmptyEnd(last.rows)).toEqual(withoutEmptyEnd(stage.rows));
  expect(/#1e1e2e.*@media\(prefers-color-scheme:light\)\{.*#fbfbfd/u.test(svg)).toBe(true);
  const { svg: light } = await draw('scenes', { theme: 'light' }, { scene: 'agent' });
  expect(/#fbfbfd/u.test(light)).toBe(true);
  expect(/prefers-color-scheme|#1e1e2e/u.test(light)).toBe(false);
});

test('the same story gives the same bytes', async () => {
  const [once, again] = [await draw('examples/hello'), await drawAgain('examples/hello')];
  expect(again.svg === once.svg).toBe(true);
});

test('a still picture has no animation and shows the end of the last stop', async () => {
  const { svg, read, selected, stops } = await draw('scenes', { still: true }, { stop: ['5.3'] });
  expect(/animation|@keyframes/u.test(svg)).toBe(false);
  const stage = await stageAt(selected, stops[0]!, 92, stops[0]!.playMs);
  expect(withoutEmptyEnd(read.screenAt(0).rows)).toEqual(withoutEmptyEnd(stage.rows));
});

test('twice the speed halves the time, and --once ends', async () => {
  const { read } = await draw('scenes', {}, { scene: 'agent' });
  const fast = await draw('scenes', { speed: 2, loops: false }, { scene: 'agent' });
  expect(fast.read.duration).toBeCloseTo(read.duration / 2, -1);
  expect(fast.svg.includes('step-end 1}')).toBe(true);
});

test('the shipped demo’s first scene is written in less than 80 kB, with its transcript', async () => {
  const file = path.join(await makeFolder({}), 'demo.svg');
  await run('scenes', { output: file, scene: 'agent', set: { user: 'ann@example.com' } });
  const svg = await readFile(file, 'utf8');
  expect(svg.length).toBeLessThan(80_000);
  const { root } = readSvg(svg);
  expect(root.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'title text' });
  expect(elementsOf(root).find(({ name }) => name === 'desc')?.text).toContain('401 Unauthorized');
});

test.each<[Parameters<typeof run>[1], string]>([
  [{ scene: 'cognito' }, 'Stops that print, as the overview names them: 1.1, 1.2, 5.1'],
  [{ stop: ['3.1'] }, 'Nothing is printed in the terminal at stop 3.1.'],
])('rejects %j', async (options, reason) => {
  await expect(run('scenes', options)).rejects.toThrow(reason);
});
