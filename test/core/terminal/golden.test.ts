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
 * The screen at every terminal stop, as text one can read: `npm run test:unit -- -u` writes the files anew after an intended
 * change, and the difference shows what an audience would see change.
 */
test.each([92, 48].flatMap((cols) => [0, 1, 5, 6, 7, 8, 9].map((index) => [index, cols] as const)))(
  'stop %i at %i columns',
  async (index, cols) => {
    const stop = stopAt(timeline, index);
    const terminal = createHeadlessTerminal(cols);
    await writeChunks(terminal, [outputAt(terminalLayoutAt(timeline, stop, cols))]);
    const name = `${String(index).padStart(2, '0')}-${stop.scene.id}-${stop.step}.${cols}.txt`;
    await expect(`${bufferRows(terminal).join('\n')}\n`).toMatchFileSnapshot(`golden/${name}`);
    terminal.dispose();
  },
);
