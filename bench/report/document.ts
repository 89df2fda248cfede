import { PRESS_INTERVALS_MS, BURST_STATES } from '../measure/bursts';
import { CPU_SLOWDOWNS, type CpuSlowdown } from '../measure/withPage';
import type { PageResults, BenchResults } from '../measureAll';
import { median, p95, pairedRatio } from './stats';
import { medianPerJump, medianKib, keyPaintTimes, SLOW_FRAME_MS, slowFrames, evaluateTargets, keyTextTimes } from './targets';
import { formatNumber, formatTable, formatRatio } from './format';

/** Where and with what a run was made. */
export interface RunEnvironment {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly node: string;
  readonly versions: readonly string[];
}

const cpuName = (cpu: CpuSlowdown): string => (cpu === 1 ? 'CPU ×1' : 'CPU ÷4');

/** docs/benchmarks.md */
export function formatDocument(results: BenchResults, setting: RunEnvironment): string {
  const { rounds } = results;
  return `# Benchmarks

Written by \`npm run bench\` on ${setting.date}.

- Machine: ${setting.machine}
- ${setting.browser}, Node.js ${setting.node}
- Measured against: ${setting.versions.join(', ')}

Absolute times belong to this machine on this day; the ratios are what counts. ${METHOD}

Rounds: ${rounds.paints} of first paints, ${rounds.loads} of whole loads, ${rounds.keys} of keys and frames, ${rounds.bursts} of bursts, ${rounds.starts} of
growing stories' starts, ${rounds.growth} of their jumps.

${formatSections(results)}

${NOTES}
`;
}

const NOTES = `## How to read it

- **The bare page's first frame shows nothing new.** xterm.js prints in a task after the key's and draws in the frame after
  that, so its next frame comes at once, with the words of the stop before; the words themselves are the figures to compare.
  Where our stop prints, it is the same, with status bar and progress besides. Where a page or a board comes in, our next
  frame already shows all of it, as a deck's does.
- **What was done about it.** The next page or board stands by on stage, styled and laid out under \`content-visibility: hidden\`, so the
  press only shows it; what a terminal shows is written first, and the rows above it once nobody steps; xterm.js measures
  every sign before its first picture; transcripts, announcements and messages to the speaker's window follow the frame.
  What is left is the press itself, which after a rest finds every cache cold: a third of it is the browser's own
  \`history.replaceState()\`, which keeps the address true at every moment, and most of the rest React's way to the change.
- **Milliseconds are this machine's.** The targets were set on one machine and this run may be on a slower one: what the
  decks and the bare page take beside us, in the same rounds, tells how much.
- **First paint** waits for one request: style sheet and boot script stand in the page, and the scripts are fetched once it is
  painted, as their bytes alone hold it up by more than a frame. Where it falls behind the
  static page at CPU ×1 it is by a frame or two, which come and go with the machine: taking faces, icons, the text for
  readers without scripts or the entry out of the page gained nothing that could be told from chance.
- **Bytes** are everything the page itself fetches to play: faces (the same files as in the decks), the page with the whole
  transcript in it, code, story. Afterwards its service worker stores a copy of everything, which no deck does, and what may
  be asked for later (print, the panel “On the wire”, rarer letters) comes from there. React DOM and xterm.js alone are more
  than half; what is opened later brings its own code and styles. What the first stop needs to run is printed by every build,
  and is held to budget.json by a test.
- **Slow frames** are, where the processor draws the page as here, mostly the first picture of a page or board. What moves is
  painted once and then moved by whole pixels; windows clip nothing, so that they are not put together apart; and the sign
  in the tab is a picture in the page, as Chromium fetches and draws an SVG anew at every change of the address.`;

const METHOD = `Every page is served from this computer,
compressed, and visited with nothing cached, at 1280×720. All pages take turns within each round, and ratios are medians
of ratios within rounds, so that what slows the machine for a while cancels out.

- **Same twelve stops.** The decks are made from \`scenes/\`: same words, colours and fonts, a slide for each run of the
  terminal and each page, a fragment, click or step for each stop, no transitions and nothing that is not needed. They
  type nothing and have no windows, so they do less than the page they stand beside. Slidev's style sheet is not
  minified, as its minifier rejects what UnoCSS makes of it.
- **Two bounds.** “Static page” is plain HTML with the same first stop in the same fonts, without any script; “bare
  React + xterm.js” prints the same lines in a terminal and does nothing else.
- **Key → paint** is the time from the key's own time stamp to the end of the next frame, **words in view** to the first
  frame with words that only the new stop has, found in the document where a spectator would see them. Our page runs with
  \`?motion=off\` here, since its own rhythm says when words come.
- **Slow frames** are those over ${SLOW_FRAME_MS} ms on a walk to the last stop with all animations on, a press every 600 ms.
- **Bursts** are 11 presses, which lead from the first stop to the last; exact means that the last stop stands in the
  end. Cold: as soon as the page has loaded (ours with \`?motion=off\`: a press while the opening types finishes it).
  Warm: at rest, with all animations on.
- **Heap** is what is left after garbage collection, before and after walking to the end and back.
- **Growing stories** are the demo's scenes over and over, ten stops each; and one terminal that prints 1,000 lines at
  each of ten stops. A jump is a change of the address, until the stop's rows are on screen.`;

/** All tables for which there are figures. */
export function formatSections(results: BenchResults): string {
  const { measured, growth } = results;
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
  return formatTable(['page', ...columns.map(({ cpu, state, gap }) => `${cpu === 1 ? '×1' : '÷4'} ${state} ${gap} ms`)], rows);
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
      const own = samples.filter((sample) => sample.cpu === cpu);
      const jumps = medianPerJump(own.map((sample) => sample.jumps));
      return [
        formatNumber(median(own.map(({ fcp }) => fcp))),
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
      ...CPU_SLOWDOWNS.flatMap((cpu) => [`FCP, ${cpuName(cpu)}`, 'first stop stands', 'jump, median / longest']),
      'heap, MiB',
    ],
    rows,
  );
}
