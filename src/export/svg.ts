import { formatBytes } from '../core/formatBytes';
import type { Theme } from '../core/settings';
import { pluralize } from '../core/pluralize';
import { WIDE_COLS } from '../terminal/grid';
import { writeFileAtomically } from './atomicWrite';
import { planStops, type DwellOptions } from './film/filmPlan';
import { reportFile } from './reportFile';
import { requirePrinted } from './requirePrinted';
import { selectStops, type Selection } from './selection';
import { formatSvg, TooMuchOutputError } from './svg/formatSvg';

export interface SvgExportOptions extends Selection {
  readonly output?: string | undefined;
  readonly theme?: Theme | 'both' | undefined;
  readonly cols?: number | undefined;
  readonly speed?: number | undefined;
  readonly dwell?: DwellOptions['dwell'] | undefined;
  readonly once?: boolean | undefined;
  readonly still?: boolean | undefined;
}

/** The largest picture that GitHub shows. */
const MAX_BYTES = 5_000_000;

/** Writes what happens in the terminal as one animated SVG. @throws if a selected stop prints nothing, or the picture is too large */
export async function run(
  storyFolder: string,
  { output, theme = 'both', cols = WIDE_COLS, speed = 1, dwell = 'plan', once = false, still = false, ...selection }: SvgExportOptions,
): Promise<void> {
  const selected = await selectStops(storyFolder, selection, { visualOrder: true });
  const printed = requirePrinted(selected.timeline.stops, selected.stops, selection);
  const stops = planStops(printed, { dwell, rehearsal: undefined, captions: false });
  const file = output ?? `${selection.scene ?? selected.timeline.story.id}.svg`;
  const svg = await draw(() => formatSvg({ ...selected, stops }, { theme, cols, speed, loops: !once, still }));
  const size = Buffer.byteLength(svg);
  if (size > MAX_BYTES) throw tooLarge(formatBytes(size));
  await writeFileAtomically(file, svg);
  await reportFile(file, still ? 'the end of one stop' : pluralize(stops.length, 'stop'));
}

async function draw(format: () => Promise<string>): Promise<string> {
  try {
    return await format();
  } catch (error) {
    throw error instanceof TooMuchOutputError ? tooLarge(`more than ${formatBytes(MAX_BYTES)}`) : error;
  }
}

function tooLarge(size: string): Error {
  return new Error(
    `The picture would have ${size}, and GitHub shows none above ${formatBytes(MAX_BYTES)}. ` +
      'Choose fewer stops with --scene or --stop, or the end of one with --still.',
  );
}
