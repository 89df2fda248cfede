import { parseArgs } from 'node:util';
import { BENCHMARK_PAGES, type PageName } from './benchmarkPages';

const PARTS = ['loads', 'keys', 'frames', 'bursts', 'heap', 'growth', 'talk', 'morph', 'captures', 'remote', 'tool', 'exports'] as const;
type Part = (typeof PARTS)[number];

export interface BenchOptions {
  readonly only: ReadonlySet<PageName>;
  readonly parts: ReadonlySet<Part>;
  readonly rounds: number;
  /** Walks to the last stop and back between two measurements of the heap. */
  readonly walks: number;
  readonly quick: boolean;
  /** Whether the run writes docs/benchmarks.md. */
  readonly isFullRun: boolean;
}

export const HELP = `npm run bench [-- options]   measures the demo against decks of the same twelve stops

  --only a,b      only these pages: ${BENCHMARK_PAGES.map(({ name }) => name).join(', ')}
  --parts a,b     only these parts: ${PARTS.join(', ')}
  --rounds n      how often each page is loaded (default 9); first paints and starts are taken in more rounds, the rest in fewer
  --walks n       walks to the last stop and back before the heap is measured (default 200)
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
      walks: { type: 'string' },
      quick: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return undefined;
  const { only, parts, quick = false } = values;
  return {
    only: parseList(
      'only',
      only,
      BENCHMARK_PAGES.map(({ name }) => name),
    ),
    parts: parseList('parts', parts, PARTS),
    rounds: parseCount('rounds', values.rounds, quick ? 3 : 9),
    walks: parseCount('walks', values.walks, quick ? 20 : 200),
    quick,
    isFullRun: only === undefined && parts === undefined && values.walks === undefined && !quick,
  };
}

function parseCount(option: string, value: string | undefined, fallback: number): number {
  const count = Number(value ?? fallback);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${option} takes a whole number from 1, not "${value}".`);
  return count;
}

function parseList<T extends string>(option: string, value: string | undefined, known: readonly T[]): ReadonlySet<T> {
  if (value === undefined) return new Set(known);
  const names = value.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`--${option} knows no ${unknown.join(', ')}; it takes ${known.join(', ')}.`);
  return new Set(names as T[]);
}
