import { parseArgs } from 'node:util';
import { BENCHMARK_PAGES, type PageName } from './benchmarkPages';

const PARTS = ['loads', 'keys', 'frames', 'bursts', 'heap', 'growth', 'talk', 'tool'] as const;
type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly only: ReadonlySet<PageName>;
  readonly parts: ReadonlySet<Part>;
  readonly rounds: number;
  readonly quick: boolean;
  /** Whether the run writes docs/benchmarks.md. */
  readonly isFullRun: boolean;
}

export const HELP = `npm run bench [-- options]   measures the demo against decks of the same twelve stops

  --only a,b      only these pages: ${BENCHMARK_PAGES.map(({ name }) => name).join(', ')}
  --parts a,b     only these parts: ${PARTS.join(', ')}
  --rounds n      how often each page is loaded (default 9); first paints and starts are taken in more rounds, the rest in fewer
  --quick         few walks, short stories: for a first look
  --help          this

A whole run (no option given, or only --rounds) writes docs/benchmarks.md; others print what they found.`;

/** Returns the options, or undefined for `--help`. @throws for unknown ones */
export function parseBenchOptions(argv: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      parts: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  const { only, parts, quick = false } = values;
  const rounds = Number(values.rounds ?? (quick ? 3 : 9));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a whole number from 1, not "${values.rounds}".`);
  return {
    only: parseList(
      'only',
      only,
      BENCHMARK_PAGES.map(({ name }) => name),
    ),
    parts: parseList('parts', parts, PARTS),
    rounds,
    quick,
    isFullRun: only === undefined && parts === undefined && !quick,
  };
}

function parseList<T extends string>(option: string, value: string | undefined, known: readonly T[]): ReadonlySet<T> {
  if (value === undefined) return new Set(known);
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`--${option} knows no ${unknown.join(', ')}; it takes ${known.join(', ')}.`);
  return new Set(names as T[]);
}
