import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compileStory';
import { terminalLayoutAt, outputAt } from '../../src/core/terminal/terminalLayout';
import { printsToTerminal, createTimeline, type Stop, type Timeline } from '../../src/core/timeline';
import { fillStory } from '../../src/core/variables';
import { describeStep } from '../../src/kinds/registry';
import { formatAsciicast } from '../../src/export/asciicast';
import { run, type CastOptions } from '../../src/export/cast';
import { makeFolder } from '../support/folder';
import { styledCells, recordingTimeline } from '../support/recording';
import { createHeadlessTerminal, writeChunks } from '../support/headlessTerminal';

async function load(folder: string): Promise<Timeline> {
  return createTimeline(fillStory((await compileStory(folder)).story), describeStep);
}

/** Returns the rows of a stop, without trailing empty cells, and the cursor, in a terminal of the stop's size. */
async function screenAt(timeline: Timeline, stop: Stop): Promise<{ picture: readonly string[]; cursor: readonly number[] }> {
  const terminal = createHeadlessTerminal(92);
  const { cols, rows } = stop.recorded?.grid ?? { cols: 92, rows: 24 };
  terminal.resize(cols, rows);
  await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, stop, cols))]);
  const { cursorX, cursorY } = terminal.buffer.active;
  const screen = {
    picture: styledCells(terminal).map((row) => row.replace(/[ |]+$/u, '')),
    cursor: [Math.min(cursorX, cols - 1), cursorY],
  };
  terminal.dispose();
  return screen;
}

const STORIES = ['scenes', 'examples/tour', 'examples/hello', 'examples/recording'] as const;

test.each(STORIES.flatMap((folder) => [[folder, 3] as const, [folder, 2] as const]))(
  '%s, exported as version %i and played as a recording, shows the same at every stop',
  async (folder, version) => {
    const timeline = await load(folder);
    const stops = timeline.stops.filter(printsToTerminal);
    const again = await recordingTimeline(formatAsciicast(timeline, stops, version));
    expect(again.stops.map((stop) => stop.source.title)).toEqual(stops.map((stop) => stop.source.title));
    for (const [index, stop] of stops.entries()) {
      const copy = again.stops[index]!;
      expect(await screenAt(again, copy), `${folder}, ${stop.source.title}`).toEqual(await screenAt(timeline, stop));
      // Changes within one frame are joined.
      expect(Math.abs(copy.playMs - stop.playMs), `time of ${stop.source.title}`).toBeLessThan(20);
    }
  },
);

test('exporting an exported recording changes nothing', async () => {
  const timeline = await load('examples/recording');
  const once = await recordingTimeline(formatAsciicast(timeline, timeline.stops, 3));
  const twice = await recordingTimeline(formatAsciicast(once, once.stops, 3));
  expect(twice.stops.map(({ recorded: played }) => played?.screen)).toEqual(once.stops.map(({ recorded: played }) => played?.screen));
});

test('exports a scene, single stops, and both versions', async () => {
  const file = path.join(await makeFolder({}), 'out.cast');
  const lines = async (options: CastOptions = {}): Promise<unknown[][]> => {
    await run('scenes', { output: file, ...options });
    return (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown[]);
  };
  const markers = (events: unknown[][]): unknown[] => events.filter((event) => event[1] === 'm').map((event) => event[2]);
  const all = await lines();
  expect(all[0]).toMatchObject({ version: 3, term: { cols: 92, rows: 24 } });
  expect(markers(all)).toHaveLength(7);
  const agent = await lines({ scene: 'agent', v2: true });
  expect(agent[0]).toMatchObject({ version: 2, width: 92, height: 24 });
  expect(markers(agent)).toEqual(['The agent starts, tavily is not signed in', '401, and the browser opens']);
  expect(markers(await lines({ stop: ['1.2'] }))).toEqual(['401, and the browser opens']);
  // No colour index that only the stage's terminal defines.
  expect(JSON.stringify(all)).not.toMatch(/[34]8;5/u);
});

test.each<[CastOptions, string]>([
  [{ scene: 'agnt' }, 'Did you mean "agent"?'],
  [{ scene: 'cognito' }, 'Stops that print, as the overview names them: 1.1, 1.2, 5.1, 5.2, 5.3, 5.4, 5.5.'],
  [{ stop: ['1.2', '3.1'] }, 'Nothing is printed in the terminal at stop 3.1.'],
  [{ stop: ['x'] }, 'There is no stop x in this story.'],
])('rejects %j', async (options, reason) => {
  await expect(run('scenes', options)).rejects.toThrow(reason);
});
