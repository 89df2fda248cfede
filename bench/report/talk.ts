import type { TalkResults } from '../measure/talk';
import { CPU_SLOWDOWNS, type CpuSlowdown } from '../measure/withPage';
import { cpuName, formatNumber, formatRatio, formatTable } from './format';
import { median, p95, pairedRatio } from './stats';
import type { TargetResult } from './targetResult';

const MAX_BUILD_S = 20;
/** How many times as long as the demo's the start of the talk may take. */
const MAX_START_RATIO = 1.15;
const MAX_HEAP_GROWTH_MIB = 1;

export const describeTalk = ({ size, walks }: TalkResults): string =>
  `A talk of ${size.pages} pages, ${size.pictures} pictures and ${size.slides} slides, ${walks} walks`;

const startRatio = ({ talk, demo }: TalkResults, cpu: CpuSlowdown): number =>
  pairedRatio(
    talk.starts[cpu].map(({ settled }) => settled),
    demo.starts[cpu].map(({ settled }) => settled),
  );

type Summary = (values: readonly number[]) => number;

/** Returns the summary of the times from key to paint of each walk. */
const walkTimes = (walks: TalkResults['talk']['keys'][CpuSlowdown], summary: Summary): number[] =>
  walks.map((keys) => summary(keys.map(({ paint }) => paint)));

const keyRatio = ({ talk, demo }: TalkResults, cpu: CpuSlowdown, summary: Summary): number =>
  pairedRatio(walkTimes(talk.keys[cpu], summary), walkTimes(demo.keys[cpu], summary));

/** Returns the targets of a talk. */
export function talkTargets(results: TalkResults): TargetResult[] {
  const { buildMs, heap, walks } = results;
  const seconds = buildMs / 1000;
  const grown = heap.after - heap.before;
  const ratios = (text: string, ratioOf: (cpu: CpuSlowdown) => number, most: number): TargetResult[] =>
    CPU_SLOWDOWNS.map((cpu) => {
      const ratio = ratioOf(cpu);
      return { text: `Talk: ${text}, ${cpuName(cpu)}`, found: formatRatio(ratio), met: ratio <= most };
    });
  return [
    { text: `Talk: builds within ${MAX_BUILD_S} s`, found: `${formatNumber(seconds, 1)} s`, met: seconds <= MAX_BUILD_S },
    ...ratios(`starts within ${MAX_START_RATIO}× of the demo`, (cpu) => startRatio(results, cpu), MAX_START_RATIO),
    ...ratios('key → paint within the demo’s', (cpu) => keyRatio(results, cpu, median), 1),
    {
      text: `Talk: less than ${MAX_HEAP_GROWTH_MIB} MiB more after ${walks} walks`,
      found: `${formatNumber(grown, 2)} MiB`,
      met: grown < MAX_HEAP_GROWTH_MIB,
    },
  ];
}

/** Returns the tables of a talk, beside the demo. */
export function formatTalk(results: TalkResults): string {
  const { buildMs, heap } = results;
  const heaps = [heap.before, heap.after].map((mib) => formatNumber(mib, 2));
  const startRow = (name: 'talk' | 'demo'): string[] => [
    name,
    formatNumber(median(results[name].starts[1].map(({ kib }) => kib))),
    ...CPU_SLOWDOWNS.flatMap((cpu) => [
      formatNumber(median(results[name].starts[cpu].map(({ settled }) => settled))),
      ...[median, p95].map((summary) => formatNumber(median(walkTimes(results[name].keys[cpu], summary)))),
    ]),
  ];
  const ratioRow = [
    'ratio',
    '',
    ...CPU_SLOWDOWNS.flatMap((cpu) => [
      formatRatio(startRatio(results, cpu)),
      ...[median, p95].map((summary) => formatRatio(keyRatio(results, cpu, summary))),
    ]),
  ];
  const columns = CPU_SLOWDOWNS.flatMap((cpu) => [`first stop settled, ms, ${cpuName(cpu)}`, 'key → paint, median', 'p95']);
  return [
    formatTable(['', 'KiB at the first stop', ...columns], [startRow('talk'), startRow('demo'), ratioRow]),
    `Build: ${formatNumber(buildMs / 1000, 1)} s. Heap of the talk: ${heaps.join(' → ')} MiB.`,
  ].join('\n\n');
}
