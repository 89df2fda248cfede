import { formatDuration } from '../../core/formatDuration';
import { streamFileAtomically } from '../atomicWrite';
import { withBuiltPage } from '../builtPage';
import type { Size } from '../options';
import { reportFile } from '../reportFile';
import { createWorkProgress } from '../workProgress';
import { codecFor, missingCodecMessage, type CodecName, type FilmFormat } from './codecs';
import { createFilmProgress } from './filmProgress';
import { maxFrameCount } from './filmPlan';
import { filmStory } from './filmStory';
import { planFilm, type FilmContents } from './planFilm';
import { filmPage } from './stageCamera';
import { withEncoder } from './withEncoder';

export interface FilmOptions extends FilmContents {
  readonly output?: string | undefined;
  readonly size: Size;
  readonly theme: 'light' | 'dark';
  readonly codec: CodecName;
  readonly pointer?: boolean;
}

/** Writes a film of a story. @throws with a message that says what to do */
export async function exportFilm(
  format: FilmFormat,
  storyFolder: string,
  { output = `film.${format}`, size, theme, codec, pointer = false, ...contents }: FilmOptions,
): Promise<void> {
  requireEvenSize(size);
  const { fps } = contents;
  const { plan, query } = await planFilm(storyFolder, contents);
  let frames = 0;
  await streamFileAtomically(output, (draft) =>
    withBuiltPage(filmPage(storyFolder, size), async (built) => {
      const progress = createFilmProgress(plan, createWorkProgress(built.reportStep));
      const options = {
        ...size,
        format,
        codec: codecFor(codec, size, fps),
        missing: missingCodecMessage(format, codec),
        fps,
        bitrate: bitrateOf(size, codec),
        title: plan.timeline.story.title,
        maxFrames: maxFrameCount(plan),
      };
      await withEncoder(built.page.context().browser()!, draft, options, async (encoder) => {
        await filmStory(built, plan, { query, theme, pointer }, async ({ index, stopIndex, isFirst, isChanged, base64 }) => {
          await encoder.add(isChanged ? base64 : undefined, isFirst);
          frames = index + 1;
          progress.show(frames, stopIndex);
        });
        built.reportStep('Finishing the film');
      });
    }),
  );
  await reportFile(output, `${formatDuration(Math.round(frames / fps))} at ${size.width}×${size.height}`);
}

/** Codecs of films store colours for each two by two pixels. @throws if the size is odd */
function requireEvenSize({ width, height }: Size): void {
  if (width % 2 === 0 && height % 2 === 0) return;
  throw new Error(
    `A film has an even width and height, and ${width}x${height} is odd. --size ${width + (width % 2)}x${height + (height % 2)} is not.`,
  );
}

/** Returns the bits a second that a film may take; where nothing moves it takes next to none. H.264 needs more for text as clear. */
function bitrateOf({ width, height }: Size, codec: CodecName): number {
  return Math.round(width * height * (codec === 'h264' ? 2 : 0.5));
}
