import { CPU_SLOWDOWNS, type CpuSlowdown } from '../measure/withPage';
import type { PageResults, BenchResults } from '../measureAll';
import { cpuName } from './format';
import { median, p95, pairedRatio } from './stats';
import { captureTargets } from './captures';
import { morphTargets } from './morph';
import { remoteTargets } from './remote';
import { talkTargets } from './talk';
import type { TargetResult } from './targetResult';

/** Longer frames look like a stutter. */
export const SLOW_FRAME_MS = 25;

export const keyPaintTimes = ({ keys }: PageResults, cpu: CpuSlowdown): number[] => keys[cpu].map(({ paint }) => paint);
/** Infinite for text that never appeared. */
export const keyTextTimes = ({ keys }: PageResults, cpu: CpuSlowdown): number[] =>
  keys[cpu].map(({ text }) => text ?? Number.POSITIVE_INFINITY);
export const slowFrames = ({ frames }: PageResults, cpu: CpuSlowdown): number[] => frames[cpu].filter((ms) => ms > SLOW_FRAME_MS);
export const medianKib = ({ loads }: PageResults): number => median(loads[1].map(({ bytes }) => bytes));

/** Returns the targets of all measured parts. */
export function evaluateTargets({ measured, growth, talk, morph, captures, remote }: BenchResults): readonly TargetResult[] {
  const resultsOf = (name: PageResults['name']): PageResults | undefined => measured.find((each) => each.name === name);
  const ours = resultsOf('ours');
  if (!ours) return [];
  const decks = measured.filter(({ name }) => name === 'reveal' || name === 'slidev' || name === 'spectacle');
  return [
    ...loadTargets(ours, resultsOf('static'), decks),
    ...keyTargets(ours, resultsOf('xterm')),
    ...(ours.bursts.length > 0 ? [burstTarget(ours)] : []),
    ...growthTargets(growth),
    ...(talk ? talkTargets(talk) : []),
    ...(morph ? morphTargets(morph) : []),
    ...(captures ? captureTargets(captures) : []),
    ...(remote ? remoteTargets(remote) : []),
  ];
}

function loadTargets(ours: PageResults, page: PageResults | undefined, decks: readonly PageResults[]): TargetResult[] {
  if (ours.loads[1].length === 0) return [];
  const timeTargets = CPU_SLOWDOWNS.flatMap((cpu): TargetResult[] => {
    const paints = ours.paints[cpu];
    const nearStatic = (what: string, values: readonly number[], base: readonly number[]): TargetResult => {
      const ratio = pairedRatio(values, base);
      return { text: `${what} within 1.25× of the static page, ${cpuName(cpu)}`, found: `${ratio.toFixed(2)}×`, met: ratio <= 1.25 };
    };
    return [
      ...(page
        ? [
            nearStatic('First paint', paints, page.paints[cpu]),
            nearStatic('Largest paint without animations', ours.motionOffLcps[cpu], page.motionOffLcps[cpu]),
          ]
        : []),
      blockingTarget(ours, cpu),
      ...decks.map((deck) => {
        const ratio = pairedRatio(paints, deck.paints[cpu]);
        return { text: `First paint ahead of ${deck.label}, ${cpuName(cpu)}`, found: `${ratio.toFixed(2)}×`, met: ratio < 1 };
      }),
    ];
  });
  const sizeTargets = decks
    .filter(({ name }) => name !== 'reveal')
    .map((deck) => ({
      text: `Fewer bytes than ${deck.label}`,
      found: `${medianKib(ours).toFixed(0)} of ${medianKib(deck).toFixed(0)} KiB`,
      met: medianKib(ours) < medianKib(deck),
    }));
  return [...timeTargets, ...sizeTargets];
}

/** Maximum total blocking time of a start, in milliseconds. */
const MAX_BLOCKING_MS: Readonly<Record<CpuSlowdown, number>> = { 1: 80, 4: 400 };

function blockingTarget({ loads }: PageResults, cpu: CpuSlowdown): TargetResult {
  const blocking = median(loads[cpu].map(({ tbt }) => tbt));
  const longest = median(loads[cpu].map(({ longestTask }) => longestTask));
  const met = blocking <= MAX_BLOCKING_MS[cpu] && (cpu === 4 || longest <= 50);
  return {
    text: `Start blocks at most ${MAX_BLOCKING_MS[cpu]} ms${cpu === 1 ? ', no task over 50 ms' : ''}, ${cpuName(cpu)}`,
    found: `${blocking.toFixed(0)} ms; longest task ${longest > 0 ? `${longest.toFixed(0)} ms` : 'below 50 ms'}`,
    met,
  };
}

function keyTargets(ours: PageResults, bare: PageResults | undefined): TargetResult[] {
  const paints = keyPaintTimes(ours, 1);
  const texts = keyTextTimes(ours, 1);
  const frames = ours.frames[1];
  const found = (values: readonly number[]): string => `${median(values).toFixed(0)} / ${p95(values).toFixed(0)} ms`;
  const slowOf = (page: PageResults): string => `${slowFrames(page, 1).length} of ${page.frames[1].length}`;
  const bareText = bare ? `; bare page ${found(keyPaintTimes(bare, 1))}` : '';
  return [
    ...(paints.length === 0
      ? []
      : [
          {
            text: 'Key → paint: median 8 ms, p95 16 ms',
            found: found(paints) + bareText,
            met: Math.floor(median(paints)) <= 8 && Math.floor(p95(paints)) <= 16,
          },
          { text: 'New words in view within 40 ms (p95)', found: `${p95(texts).toFixed(0)} ms`, met: p95(texts) <= 40 },
        ]),
    ...(frames.length === 0
      ? []
      : [
          {
            text: `No frame over ${SLOW_FRAME_MS} ms`,
            found: slowOf(ours) + (bare ? `; bare page ${slowOf(bare)}` : ''),
            met: slowFrames(ours, 1).length === 0,
          },
        ]),
  ];
}

function burstTarget({ bursts }: PageResults): TargetResult {
  const exact = bursts.filter((burst) => burst.exact).length;
  return { text: 'Every burst of presses exact', found: `${exact} of ${bursts.length}`, met: exact === bursts.length };
}

function growthTargets(growth: BenchResults['growth']): TargetResult[] {
  const stories = growth.filter(({ size }) => size.lines === undefined);
  const [small, large] = [stories[0], stories.at(-1)];
  const ratios = CPU_SLOWDOWNS.flatMap((cpu): TargetResult[] => {
    if (!small || !large || small === large) return [];
    const ratio = pairedRatio(large.starts[cpu], small.starts[cpu]);
    return [
      {
        text: `Start of ${large.size.label} within 1.5× of ${small.size.label}, ${cpuName(cpu)}`,
        found: `${ratio.toFixed(2)}×`,
        met: ratio <= 1.5,
      },
    ];
  });
  const jumps = growth.map(({ size, samples }) => {
    const worst = Math.max(...medianPerJump(samples.filter(({ cpu }) => cpu === 1).map((sample) => sample.jumps)));
    return { text: `Any jump within 100 ms, ${size.label}`, found: `${worst.toFixed(0)} ms`, met: worst <= 100 };
  });
  return [...ratios, ...jumps];
}

/** Returns the median of each jump over all visits, so that a pause of the machine does not count. */
export function medianPerJump(visits: readonly (readonly number[])[]): number[] {
  return (visits[0] ?? []).map((_, jump) => median(visits.map((jumps) => jumps[jump] ?? Number.NaN)));
}
