import type { CDPSession, Page } from '@playwright/test';
import type { Pending } from './countTimers';

export interface PageMetrics extends Pending {
  /** Bytes after garbage collection. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Returns a function that measures a page after garbage collection. The page must have been opened with `countTimers()`. */
export async function createMeasure(page: Page): Promise<() => Promise<PageMetrics>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const pending = await page.evaluate(() => (window as unknown as { pending(): Pending }).pending());
    return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners'), ...pending };
  };
}

/** Returns how `now` differs from `before`, as one line. */
export function formatGrowth(before: PageMetrics, now: PageMetrics): string {
  const grown = (name: keyof PageMetrics): string => `${name} ${formatSigned(now[name] - before[name])}`;
  const megabytes = Number(((now.heap - before.heap) / 1_048_576).toFixed(2));
  const heap = `heap ${formatSigned(megabytes)} MB (${(now.heap / before.heap).toFixed(3)}×)`;
  return [heap, ...(['nodes', 'listeners', 'timers', 'intervals', 'frames', 'sockets'] as const).map(grown)].join(', ');
}

function formatSigned(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
