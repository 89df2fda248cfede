import type { Browser, CDPSession, Page } from '@playwright/test';
import { installProbe } from './probe';

/** How many times slower the processor is: a good laptop, and an old one. */
export const CPU_SLOWDOWNS = [1, 4] as const;
export type CpuSlowdown = (typeof CPU_SLOWDOWNS)[number];

export const perCpu = <T>(): Record<CpuSlowdown, T[]> => ({ 1: [], 4: [] });

export interface PageSession {
  readonly page: Page;
  readonly session: CDPSession;
}

/** Runs `measure` with a new page and empty caches, on a processor `cpu` times slower. */
export async function withPage<T>(browser: Browser, cpu: CpuSlowdown, measure: (opened: PageSession) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.addInitScript(installProbe);
    return await measure({ page, session });
  } finally {
    await context.close();
  }
}

/** Opens `url` and waits until no long task has run for a while. */
export async function openAndWait(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(() => window.bench.waitForQuiet());
}

const KEY_CODES = { ArrowRight: 39, ArrowLeft: 37, Home: 36 } as const;

/** Presses a key by the browser's own input; `at` sets its time stamp, in milliseconds since 1970. */
export async function pressKey(session: CDPSession, key: keyof typeof KEY_CODES, at?: number): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: KEY_CODES[key], ...(at === undefined ? {} : { timestamp: at / 1000 }) };
  await Promise.all([
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ]);
}

/** Returns the size of the heap after garbage collection, in MiB. */
export async function measureHeapSize(session: CDPSession): Promise<number> {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1_048_576;
}
