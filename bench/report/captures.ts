import type { CaptureResults } from '../measure/captures';
import { formatNumber, formatTable } from './format';
import { median } from './stats';
import type { TargetResult } from './targetResult';

const MAX_PAINT_MS = 100;
const MAX_BUILD_S = 30;
const MAX_HEAP_GROWTH_MIB = 4;

/** Returns the targets of captured pages. */
export function captureTargets({ paints, preloaded, buildMs, heap, pages, walks }: CaptureResults): TargetResult[] {
  const slowest = Math.max(...paints);
  const grown = heap.after - heap.before;
  const seconds = buildMs / 1000;
  return [
    {
      text: `Captured pages of 3 MB: key → paint within ${MAX_PAINT_MS} ms`,
      found: `${formatNumber(slowest)} ms`,
      met: slowest <= MAX_PAINT_MS && preloaded === paints.length,
    },
    { text: `${pages} captured pages build within ${MAX_BUILD_S} s`, found: `${formatNumber(seconds, 1)} s`, met: seconds <= MAX_BUILD_S },
    {
      text: `Captured pages: less than ${MAX_HEAP_GROWTH_MIB} MiB more after ${walks} walks`,
      found: `${formatNumber(grown, 2)} MiB`,
      met: grown < MAX_HEAP_GROWTH_MIB,
    },
  ];
}

/** Returns a table of the steps to captured pages. */
export function formatCaptures({ paints, preloaded, buildMs, heap }: CaptureResults): string {
  return formatTable(
    ['steps, CPU ×1', 'at once', 'median, ms', 'slowest, ms', 'build, s', 'heap before, MiB', 'after'],
    [
      [
        String(paints.length),
        String(preloaded),
        formatNumber(median(paints)),
        formatNumber(Math.max(...paints)),
        formatNumber(buildMs / 1000, 1),
        formatNumber(heap.before, 2),
        formatNumber(heap.after, 2),
      ],
    ],
  );
}
