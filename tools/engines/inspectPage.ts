import { FONT_METRICS } from '../../src/terminal/grid';
import { WEBDRIVER_KEYS, type BrowserDriver } from './browserDriver';
import { findLayoutProblems } from './findLayoutProblems';

/** How long a stop may take to settle. The first one types. */
const STOP_TIMEOUT_MS = 60_000;

const VIEWPORT_SIZES = [
  [1366, 768],
  [1024, 768],
] as const;

/** Keys that open an overlay or panel. */
const OVERLAY_KEYS = ['o', '?', 'g', 'c', 'r', 'x'];

/** Walks through all stops and back, then opens every overlay, in two viewports. Returns the layout problems, one per line. */
export async function inspectPage(browser: BrowserDriver, address: string): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [width, height] of VIEWPORT_SIZES) {
    const recordProblems = async (where: string): Promise<void> => {
      const found = (await browser.evaluate(
        `(${findLayoutProblems.toString()})(${FONT_METRICS.lineHeight + FONT_METRICS.overlap})`,
      )) as string[];
      problems.push(...found.map((problem) => `${width}×${height}, ${where}: ${problem}`));
    };
    await browser.resize(width, height);
    await browser.open('about:blank');
    await browser.open(address);
    const last = Number(await browser.evaluate('document.documentElement.dataset.stops')) - 1;
    await waitForStop(browser, 0);
    await recordProblems('stop 1');
    for (let stop = 1; stop <= last; stop += 1) {
      await browser.press(WEBDRIVER_KEYS.ArrowRight);
      await waitForStop(browser, stop);
      await recordProblems(`stop ${stop + 1}`);
    }
    for (let stop = last - 1; stop >= 0; stop -= 1) {
      await browser.press(WEBDRIVER_KEYS.ArrowLeft);
      await waitForStop(browser, stop);
    }
    for (const key of OVERLAY_KEYS) {
      await browser.press(key);
      await waitUntil(browser, 'document.querySelector("dialog[open], .wire") !== null', `"${key}" opens nothing`);
      await recordProblems(`after "${key}"`);
      await browser.press(WEBDRIVER_KEYS.Escape);
      await waitUntil(browser, 'document.querySelector("dialog[open], .wire") === null', `Esc does not close what "${key}" opened`);
    }
  }
  return problems;
}

const waitForStop = (browser: BrowserDriver, stop: number): Promise<void> =>
  waitUntil(
    browser,
    `document.documentElement.dataset.state === 'settled' && document.documentElement.dataset.stop === '${stop}'`,
    `stop ${stop + 1} does not settle`,
  );

/** Waits for a condition in the page. @throws `message` after {@link STOP_TIMEOUT_MS} */
async function waitUntil(browser: BrowserDriver, condition: string, message: string): Promise<void> {
  const end = Date.now() + STOP_TIMEOUT_MS;
  while (!(await browser.evaluate(condition))) {
    if (Date.now() > end) throw new Error(`${browser.name}: ${message}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
