import { expect, type CDPSession, type Page } from '@playwright/test';
import { STOP_HASHES } from './demoScript';

/** Opens the demo at a stop and waits until the stop is settled. */
export async function openStop(page: Page, stop = 0, { motion = false, path = './' } = {}): Promise<void> {
  await page.goto(`${path}${motion ? '' : '?motion=off'}${stop === 0 ? '' : STOP_HASHES[stop]}`);
  // The first stop plays its opening; Home settles it.
  if (motion && stop === 0) await page.keyboard.press('Home');
  await expectSettled(page, stop);
}

/** Waits until everything at `stop` is typed, moved, loaded and painted. */
export async function expectSettled(page: Page, stop: number): Promise<void> {
  await expectRoot(page, { 'data-stop': String(stop), 'data-state': 'settled' });
}

/** Waits until the page is at `stop`, settled or not. */
export async function expectStop(page: Page, stop: number): Promise<void> {
  await expectRoot(page, { 'data-stop': String(stop) });
}

/** Waits for attributes of `<html>` in the page itself: `expect()` polls after 100 ms, then 250, 500 and 1000. */
async function expectRoot(page: Page, attributes: Readonly<Record<string, string>>): Promise<void> {
  const isReached = (wanted: Readonly<Record<string, string>>): boolean =>
    Object.entries(wanted).every(([name, value]) => document.documentElement.getAttribute(name) === value);
  try {
    await page.waitForFunction(isReached, attributes, { timeout: 30_000 });
  } catch {
    // For the error message, which names both values.
    for (const [name, value] of Object.entries(attributes))
      await expect(page.locator('html')).toHaveAttribute(name, value, { timeout: 1000 });
  }
}

/** Returns the stop the page is at, without waiting. */
export async function currentStop(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-stop'));
}

/** Goes to a stop by its hash. */
export async function jumpTo(page: Page, stop: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, STOP_HASHES[stop] ?? '');
  await expectSettled(page, stop);
}

type StepKey = keyof typeof KEY_CODES;

/** How a key is pressed. */
interface KeyPressOptions {
  /** Milliseconds after the previous press. @default now, and at least a second after the previous press */
  readonly after?: number;
  readonly repeat?: boolean;
}

const KEY_CODES = { ArrowRight: 39, ArrowLeft: 37 } as const;

interface TimedKeyboard {
  press(key?: StepKey, options?: KeyPressOptions): Promise<void>;
  /** Presses keys 30 ms apart. */
  burst(keys: readonly StepKey[]): Promise<void>;
}

/**
 * Returns a keyboard whose events carry timestamps set by the test, so that a slow machine neither turns two presses into
 * a burst nor a burst into two presses.
 */
export async function createTimedKeyboard(page: Page): Promise<TimedKeyboard> {
  const session: CDPSession = await page.context().newCDPSession(page);
  let last = 0;
  const press = async (key: StepKey = 'ArrowRight', { after, repeat = false }: KeyPressOptions = {}): Promise<void> => {
    last = after === undefined ? Math.max(Date.now(), last + 1000) : last + after;
    const event = { key, code: key, windowsVirtualKeyCode: KEY_CODES[key], timestamp: last / 1000 };
    await Promise.all([
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', autoRepeat: repeat, ...event }),
      ...(repeat ? [] : [session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })]),
    ]);
  };
  const burst = async (keys: readonly StepKey[]): Promise<void> => {
    for (const [index, key] of keys.entries()) await press(key, index === 0 ? {} : { after: 30 });
  };
  return { press, burst };
}

/** Makes the page's processor `times` slower. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** Removes white space and the terminal's box drawing, to compare text however it wraps. */
function normalizeText(text: string): string {
  return text.replaceAll(/[\s▎│╭╮╰╯─]/gu, '');
}

/** Returns which of `texts` are not in `text`, however they wrap and in any order. */
export function missingTexts(text: string, texts: readonly string[]): string[] {
  const squeezed = normalizeText(text);
  return texts.filter((each) => !squeezed.includes(normalizeText(each)));
}

/** Expects `texts` in `text`, in their order, however they wrap. */
export function expectInOrder(text: string, texts: readonly string[]): void {
  const squeezed = normalizeText(text);
  let from = 0;
  const missing: string[] = [];
  for (const each of texts) {
    const at = squeezed.indexOf(normalizeText(each), from);
    if (at < 0) missing.push(each);
    else from = at + normalizeText(each).length;
  }
  expect(missing, `in ${text}`).toEqual([]);
}
