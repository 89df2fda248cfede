import { readFile } from 'node:fs/promises';
import { formatDuration } from '../../core/formatDuration';
import { parseRehearsal, type RehearsalRecord } from '../../core/rehearsal';
import type { PageQuery } from '../../core/query';
import { shortPath } from '../../project/shortPath';
import { streamFileAtomically } from '../atomicWrite';
import { withBuiltPage } from '../builtPage';
import type { Size } from '../options';
import { reportFile } from '../reportFile';
import { selectStops, type SelectedStops, type Selection } from '../selection';
import { codecFor, missingCodecMessage, type CodecName, type FilmFormat } from './codecs';
import { createFilmProgress } from './filmProgress';
import { planStops, type DwellOptions, type FilmPlan } from './filmPlan';
import { filmStory, maxFrameCount } from './filmStory';
import { filmPage } from './stageCamera';
import { withEncoder } from './withEncoder';

export interface FilmOptions extends Selection, Pick<DwellOptions, 'dwell'> {
  readonly output?: string | undefined;
  readonly size: Size;
  readonly theme: 'light' | 'dark';
  readonly codec: CodecName;
  readonly fps: number;
  readonly speed: number;
  readonly captions?: boolean;
  readonly pointer?: boolean;
  /** File with a rehearsal. */
  readonly rehearsal?: string | undefined;
}

/** Writes a film of a story. @throws with a message that says what to do */
export async function exportFilm(
  format: FilmFormat,
  storyFolder: string,
  {
    output = `film.${format}`,
    size,
    theme,
    codec,
    fps,
    speed,
    dwell,
    captions = false,
    pointer = false,
    rehearsal: file,
    ...selection
  }: FilmOptions,
): Promise<void> {
  requireEvenSize(size);
  const selected = await selectStops(storyFolder, selection);
  const { timeline, query } = selected;
  const rehearsal = file === undefined ? undefined : await readRehearsal(file, timeline.story.id);
  if (captions) (query as PageQuery).set('captions', '');
  const plan: FilmPlan = { timeline, stops: planStops(stopsToFilm(selected, selection), { dwell, rehearsal, captions }), fps, speed };
  let frames = 0;
  await streamFileAtomically(output, (draft) =>
    withBuiltPage(filmPage(storyFolder, size), async (built) => {
      const progress = createFilmProgress(plan, built.reportStep);
      const options = {
        ...size,
        format,
        codec: codecFor(codec, size, fps),
        missing: missingCodecMessage(format, codec),
        fps,
        bitrate: bitrateOf(size),
        title: timeline.story.title,
        maxFrames: maxFrameCount(plan),
      };
      await withEncoder(built.page.context().browser()!, draft, options, async (encoder) => {
        await filmStory(built, plan, { query, theme, pointer }, async ({ index, stopIndex, isFirst, isChanged, picture }) => {
          await encoder.add(isChanged ? picture : undefined, isFirst);
          frames = index + 1;
          progress.show(frames, stopIndex);
        });
        built.reportStep('Finishing the film');
      });
    }),
  );
  await reportFile(output, `${formatDuration(Math.round(frames / fps))} at ${size.width}×${size.height}`);
}

/** Returns the stops that are filmed: without a selection, those on the way. */
function stopsToFilm({ stops }: SelectedStops, { scene, stop }: Selection): SelectedStops['stops'] {
  return scene === undefined && stop === undefined ? stops.filter(({ detour }) => detour === undefined) : stops;
}

/** Codecs of films store colours for each two by two pixels. @throws if the size is odd */
function requireEvenSize({ width, height }: Size): void {
  if (width % 2 === 0 && height % 2 === 0) return;
  throw new Error(
    `A film has an even width and height, and ${width}x${height} is odd. --size ${width + (width % 2)}x${height + (height % 2)} is not.`,
  );
}

/** Returns the bits a second that a film may take; where nothing moves it takes next to none. */
function bitrateOf({ width, height }: Size): number {
  return Math.round(width * height * 2.5);
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
