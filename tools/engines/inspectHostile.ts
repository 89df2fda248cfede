import { HOSTILE_HOST, playableHostilePages } from '../../test/support/hostilePages';
import { WEBDRIVER_KEYS, type BrowserDriver } from './browserDriver';

/** Milliseconds until a stop has settled; a frame that loads nothing is given up after 5 s. */
const SETTLE_TIMEOUT_MS = 10_000;

/** Steps through captured hostile pages. Returns what ran or was asked for, a line each. */
export async function inspectHostile(browser: BrowserDriver, address: string): Promise<readonly string[]> {
  const problems: string[] = [];
  await browser.open(`${address}?motion=off`);
  for (const [index, { name }] of playableHostilePages.entries()) {
    if (index > 0) await browser.press(WEBDRIVER_KEYS.ArrowRight);
    if (!(await isSettled(browser, index))) problems.push(`${name}: the stop does not settle`);
    const found = await browser.evaluate(ESCAPES);
    if (typeof found === 'string' && found !== '') problems.push(`${name}: ${found}`);
  }
  return problems;
}

async function isSettled(browser: BrowserDriver, stop: number): Promise<boolean> {
  const deadline = Date.now() + SETTLE_TIMEOUT_MS;
  const wanted = `document.documentElement.matches('[data-stop="${stop}"][data-state="settled"]')`;
  while (Date.now() < deadline) {
    if ((await browser.evaluate(wanted)) === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

/** What code of a hostile page leaves, and what it has asked for. */
const ESCAPES = `[
  ...('escaped' in window ? ['code has run'] : []),
  ...[window, ...Array.from(frames)].flatMap((each) => each.performance.getEntriesByType('resource'))
    .map(({ name }) => name).filter((name) => name.includes(${JSON.stringify(HOSTILE_HOST)})),
].join(', ')`;
