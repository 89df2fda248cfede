import { readFile } from 'node:fs/promises';
import { parseRehearsal, type RehearsalRecord } from '../../core/rehearsal';
import type { PageQuery } from '../../core/query';
import { shortPath } from '../../project/shortPath';
import { selectStops, type SelectedStops, type Selection } from '../selection';
import { planStops, type DwellOptions, type FilmPlan } from './filmPlan';

/** What a film shows, and how fast. */
export interface FilmContents extends Selection, Pick<DwellOptions, 'dwell'> {
  readonly fps: number;
  readonly speed: number;
  readonly captions?: boolean;
  /** File with a rehearsal. */
  readonly rehearsal?: string | undefined;
}

/** Plans a film of a story. `query` is that of the page. @throws what {@link selectStops} throws, and if there is no such rehearsal */
export async function planFilm(
  storyFolder: string,
  { fps, speed, dwell, captions = false, rehearsal: file, ...selection }: FilmContents,
): Promise<{ readonly plan: FilmPlan; readonly query: URLSearchParams }> {
  const selected = await selectStops(storyFolder, selection);
  const { timeline, query } = selected;
  const rehearsal = file === undefined ? undefined : await readRehearsal(file, timeline.story.id);
  if (captions) (query as PageQuery).set('captions', '');
  const stops = planStops(stopsToFilm(selected, selection), { dwell, rehearsal, captions });
  return { plan: { timeline, stops, fps, speed }, query };
}

/** Returns the stops that are filmed: without a selection, those on the way. */
function stopsToFilm({ stops }: SelectedStops, { scene, stop }: Selection): SelectedStops['stops'] {
  return scene === undefined && stop === undefined ? stops.filter(({ detour }) => detour === undefined) : stops;
}

/** Reads the file that the rehearsal's table exports. @throws with a message that says what is wrong with it */
async function readRehearsal(file: string, story: string): Promise<RehearsalRecord> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `There is no file ${shortPath(file)}.` : `${shortPath(file)} cannot be read: ${error.message}`,
    );
  });
  const result = parseRehearsal(text, story);
  if (!result.ok) throw new Error(`${shortPath(file)} cannot be used. ${result.message}`);
  return result.rehearsal;
}
