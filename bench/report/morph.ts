import { MORPH_PAGES, type MorphPage, type MorphResults } from '../measure/morph';
import { formatNumber, formatTable } from './format';
import type { TargetResult } from './targetResult';

const SLOW_FRAME_MS = 20;
const MAX_SLOW_OF_100 = 2;

const LABELS: Readonly<Record<MorphPage, string>> = {
  ours: 'Understudy',
  slidev: 'Slidev, magic move',
  long: 'Understudy, 300 lines and seven edits',
};

const isSlow = (frame: number): boolean => frame > SLOW_FRAME_MS;

function slowOf100({ frames }: MorphResults, page: MorphPage): number {
  return (100 * frames[page].filter(isSlow).length) / frames[page].length;
}

/** Returns the targets of morphs of code. */
export function morphTargets(results: MorphResults): TargetResult[] {
  const { exactBursts, bursts } = results;
  const [ours, slidev, long] = MORPH_PAGES.map((page) => slowOf100(results, page)) as [number, number, number];
  const most = `at most ${MAX_SLOW_OF_100} of 100 frames over ${SLOW_FRAME_MS} ms`;
  return [
    { text: `Code: ${most}`, found: formatNumber(ours, 1), met: ours <= MAX_SLOW_OF_100 },
    { text: `Code: ${most}, 300 lines`, found: formatNumber(long, 1), met: long <= MAX_SLOW_OF_100 },
    { text: 'Code: as smooth as Slidev’s magic move', found: `${formatNumber(ours, 1)}; ${formatNumber(slidev, 1)}`, met: ours <= slidev },
    { text: 'Code: every burst of presses exact', found: `${exactBursts.ours} of ${bursts}`, met: exactBursts.ours === bursts },
  ];
}

/** Returns a table of the pages with morphs. */
export function formatMorph(results: MorphResults): string {
  const { frames, exactBursts, bursts } = results;
  return formatTable(
    ['page, CPU ×1', 'frames', `over ${SLOW_FRAME_MS} ms`, 'of 100', 'longest, ms', 'bursts, exact of tried'],
    MORPH_PAGES.map((page) => [
      LABELS[page],
      String(frames[page].length),
      String(frames[page].filter(isSlow).length),
      formatNumber(slowOf100(results, page), 1),
      formatNumber(Math.max(...frames[page])),
      `${exactBursts[page]}/${bursts}`,
    ]),
  );
}
