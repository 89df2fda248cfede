import { PRESS_INTERVALS_MS, BURST_STATES } from '../measure/bursts';
import { CPU_SLOWDOWNS } from '../measure/withPage';
import type { PageResults, BenchResults } from '../measureAll';
import { median, p95, pairedRatio } from './stats';
import { medianPerJump, medianKib, keyPaintTimes, SLOW_FRAME_MS, slowFrames, evaluateTargets, keyTextTimes } from './targets';
import { cpuName, formatNumber, formatTable, formatRatio } from './format';
import { METHOD, NOTES } from './prose';
import { formatCaptures } from './captures';
import { formatMorph } from './morph';
import { formatRemote } from './remote';
import { describeTalk, formatTalk } from './talk';

export interface RunEnvironment {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly node: string;
  readonly versions: readonly string[];
}

/** Returns the text of docs/benchmarks.md. */
export function formatDocument(results: BenchResults, environment: RunEnvironment, tool: string): string {
  const { rounds } = results;
  return `# Benchmarks

Written by \`npm run bench\` on ${environment.date}.

- Machine: ${environment.machine}
- ${environment.browser}, Node.js ${environment.node}
- Measured against: ${environment.versions.join(', ')}

Absolute times belong to this machine on this day; the ratios are what counts. ${METHOD}

Rounds: ${rounds.paints} of first paints, ${rounds.loads} of whole loads, ${rounds.keys} of keys and frames, ${rounds.bursts} of bursts,
${rounds.starts} of growing stories' starts, ${rounds.growth} of their jumps.

${formatSections(results)}

${tool}

${NOTES}
`;
}

/** Returns the tables of all measured parts. */
export function formatSections(results: BenchResults): string {
  const { measured, growth, talk, morph, captures, remote } = results;
  const stepped = measured.filter(({ keys, frames }) => keys[1].length + frames[1].length > 0);
  const targets = evaluateTargets(results);
  return [
    ...(targets.length === 0
      ? []
      : [
          '## Targets',
          formatTable(
            ['target', 'found', ''],
            targets.map(({ text, found, met }) => [text, found, met ? 'met' : '**missed**']),
          ),
        ]),
    ...(measured.some(({ loads }) => loads[1].length > 0) ? ['## Loading', loadTable(measured)] : []),
    ...(stepped.length === 0 ? [] : ['## Stepping', stepTable(stepped)]),
    ...(measured.some(({ bursts }) => bursts.length > 0) ? ['## Bursts of 11 presses, exact of tried', burstTable(measured)] : []),
    ...(measured.some(({ heap }) => heap) ? [`## Heap after ${results.rounds.walks} walks`, heapTable(measured)] : []),
    ...(growth.length === 0 ? [] : ['## Growing stories', growthTable(growth)]),
    ...(talk ? [`## ${describeTalk(talk)}`, formatTalk(talk)] : []),
    ...(morph ? ['## Five edits of code', formatMorph(morph)] : []),
    ...(captures ? [`## ${captures.pages} captured pages of 3 MB, ${captures.walks} walks`, formatCaptures(captures)] : []),
    ...(remote ? ['## Another device', formatRemote(remote)] : []),
  ].join('\n\n');
}

function loadTable(measured: readonly PageResults[]): string {
  const base = measured.find(({ name }) => name === 'static');
  const rows = measured.map((each) => [
    each.label,
    formatNumber(medianKib(each)),
    formatNumber(median(each.loads[1].map(({ requests }) => requests))),
    ...CPU_SLOWDOWNS.flatMap((cpu) => [
      formatNumber(median(each.paints[cpu])),
      ...(base ? [formatRatio(pairedRatio(each.paints[cpu], base.paints[cpu]))] : []),
      formatNumber(median(each.loads[cpu].map(({ lcp }) => lcp))),
      formatNumber(median(each.loads[cpu].map(({ tbt }) => tbt))),
    ]),
  ]);
  const columns = CPU_SLOWDOWNS.flatMap((cpu) => [`FCP, ${cpuName(cpu)}`, ...(base ? ['of static'] : []), 'LCP', 'TBT']);
  return formatTable(['page', 'KiB', 'requests', ...columns], rows);
}

function stepTable(measured: readonly PageResults[]): string {
  const pair = (values: readonly number[]): string => `${formatNumber(median(values))} / ${formatNumber(p95(values))}`;
  const rows = measured.map((each) => [
    each.label,
    ...CPU_SLOWDOWNS.flatMap((cpu) => [
      pair(keyPaintTimes(each, cpu)),
      pair(keyTextTimes(each, cpu)),
      `${slowFrames(each, cpu).length} of ${each.frames[cpu].length}`,
      formatNumber(Math.max(...each.frames[cpu])),
    ]),
  ]);
  return formatTable(
    [
      'median / p95, ms',
      ...CPU_SLOWDOWNS.flatMap((cpu) => [`key → paint, ${cpuName(cpu)}`, 'words in view', `frames > ${SLOW_FRAME_MS} ms`, 'longest']),
    ],
    rows,
  );
}

function burstTable(measured: readonly PageResults[]): string {
  const columns = CPU_SLOWDOWNS.flatMap((cpu) => BURST_STATES.flatMap((state) => PRESS_INTERVALS_MS.map((gap) => ({ cpu, state, gap }))));
  const rows = measured
    .filter(({ bursts }) => bursts.length > 0)
    .map(({ label, bursts }) => [
      label,
      ...columns.map(({ cpu, state, gap }) => {
        const tried = bursts.filter((burst) => burst.cpu === cpu && burst.state === state && burst.gap === gap);
        return `${tried.filter(({ exact }) => exact).length}/${tried.length}`;
      }),
    ]);
  return formatTable(['page', ...columns.map(({ cpu, state, gap }) => `${cpuName(cpu).slice(4)} ${state} ${gap} ms`)], rows);
}

function heapTable(measured: readonly PageResults[]): string {
  const rows = measured.flatMap(({ label, heap }) =>
    heap ? [[label, formatNumber(heap.before, 1), formatNumber(heap.after, 1), formatNumber(heap.after - heap.before, 1)]] : [],
  );
  return formatTable(['page', 'before, MiB', 'after', 'grown'], rows);
}

function growthTable(growth: BenchResults['growth']): string {
  const rows = growth.map(({ size, buildMs, bytes, starts, samples }) => [
    size.label,
    formatNumber(buildMs / 1000, 1),
    formatNumber(bytes),
    ...CPU_SLOWDOWNS.flatMap((cpu) => {
      const cpuSamples = samples.filter((sample) => sample.cpu === cpu);
      const jumps = medianPerJump(cpuSamples.map((sample) => sample.jumps));
      return [
        formatNumber(median(cpuSamples.map(({ fcp }) => fcp))),
        formatNumber(median(starts[cpu])),
        `${formatNumber(median(jumps))} / ${formatNumber(Math.max(...jumps))}`,
      ];
    }),
    formatNumber(median(samples.map(({ heap }) => heap)), 1),
  ]);
  return formatTable(
    [
      'story',
      'build, s',
      'KiB',
      ...CPU_SLOWDOWNS.flatMap((cpu) => [`FCP, ${cpuName(cpu)}`, 'first stop settled', 'jump, median / longest']),
      'heap, MiB',
    ],
    rows,
  );
}
