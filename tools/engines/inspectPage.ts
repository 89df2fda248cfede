import { FONT_METRICS } from '../../src/terminal/grid';
import { WEBDRIVER_KEYS, type BrowserDriver } from './browserDriver';
import { findLayoutProblems } from './findLayoutProblems';

/** Milliseconds a stop may take to stand. The first one types. */
const STOP_TIMEOUT_MS = 60_000;

const VIEWPORT_SIZES = [
  [1366, 768],
  [1024, 768],
] as const;

/** Keys that open something over the stage or beside it. */
const OVERLAY_KEYS = ['o', '?', 'g', 'c', 'r', 'x'];

/**
 * Plays the page at `address` in `engine`: on and back through all stops with all motion, then everything that opens over
 * them. Returns what is wrong, a line each.
 */
export async function inspectPage(engine: BrowserDriver, address: string): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [width, height] of VIEWPORT_SIZES) {
    const recordProblems = async (where: string): Promise<void> => {
      const found = (await engine.evaluate(
        `(${findLayoutProblems.toString()})(${FONT_METRICS.lineHeight + FONT_METRICS.overlap})`,
      )) as string[];
      problems.push(...found.map((fault) => `${width}×${height}, ${where}: ${fault}`));
    };
    await engine.resize(width, height);
    await engine.open('about:blank');
    await engine.open(address);
    const last = Number(await engine.evaluate('document.documentElement.dataset.stops')) - 1;
    await waitForStop(engine, 0);
    await recordProblems('stop 1');
    for (let stop = 1; stop <= last; stop += 1) {
      await engine.press(WEBDRIVER_KEYS.ArrowRight);
      await waitForStop(engine, stop);
      await recordProblems(`stop ${stop + 1}`);
    }
    for (let stop = last - 1; stop >= 0; stop -= 1) {
      await engine.press(WEBDRIVER_KEYS.ArrowLeft);
      await waitForStop(engine, stop);
    }
    for (const key of OVERLAY_KEYS) {
      await engine.press(key);
      await waitUntil(engine, 'document.querySelector("dialog[open], .wire") !== null', `"${key}" opens nothing`);
      await recordProblems(`after "${key}"`);
      await engine.press(WEBDRIVER_KEYS.Escape);
      await waitUntil(engine, 'document.querySelector("dialog[open], .wire") === null', `Esc does not close what "${key}" opened`);
    }
  }
  return problems;
}

const waitForStop = (engine: BrowserDriver, stop: number): Promise<void> =>
  waitUntil(
    engine,
    `document.documentElement.dataset.state === 'settled' && document.documentElement.dataset.stop === '${stop}'`,
    `stop ${stop + 1} does not come to stand`,
  );

/** Waits for a condition in the page. @throws `otherwise` if it does not come true */
async function waitUntil(engine: BrowserDriver, condition: string, otherwise: string): Promise<void> {
  const end = Date.now() + STOP_TIMEOUT_MS;
  while (!(await engine.evaluate(condition))) {
    if (Date.now() > end) throw new Error(`${engine.name}: ${otherwise}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
