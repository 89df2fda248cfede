import { beforeAll, expect, test } from 'vitest';
import { terminalLayoutAt, outputAt } from '../../../src/core/terminal/terminalLayout';
import { stopAt, type Timeline } from '../../../src/core/timeline';
import { demoTimeline } from '../../support/demoTimeline';
import { createHeadlessTerminal, bufferRows, writeChunks } from '../../support/headlessTerminal';

let timeline: Timeline;
beforeAll(async () => {
  timeline = await demoTimeline();
});

/**
 * Compares the screen at every terminal stop with a text file. After an intended change, `npm run test:unit -- -u` updates the
 * files, and their diff shows what changes on screen.
 */
test.each([92, 48].flatMap((cols) => [0, 1, 5, 6, 7, 8, 9].map((index) => [index, cols] as const)))(
  'stop %i at %i columns matches its file',
  async (index, cols) => {
    const stop = stopAt(timeline, index);
    const terminal = createHeadlessTerminal(cols);
    await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, stop, cols))]);
    const name = `${String(index).padStart(2, '0')}-${stop.scene.id}-${stop.step}.${cols}.txt`;
    await expect(`${bufferRows(terminal).join('\n')}\n`).toMatchFileSnapshot(`golden/${name}`);
    terminal.dispose();
  },
);
