import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { formatBytes } from '../core/formatBytes';
import { formatDuration } from '../core/formatDuration';
import { showProgress } from '../project/progress';
import { withTemporaryFolder, writeLargeFileAtomically } from './atomicWrite';
import { withBuiltPage } from './builtPage';
import { createFilmProgress } from './film/filmProgress';
import { filmStory } from './film/filmStory';
import { planFilm, type FilmContents } from './film/planFilm';
import { filmPage } from './film/stageCamera';
import { MAX_FPS } from './gif/gifTime';
import { KeptPictures } from './gif/keptPictures';
import { describeQuality, writeGif } from './gif/writeGif';
import type { Size } from './options';
import { reportFile } from './reportFile';
import { createWorkProgress } from './workProgress';

interface GifExportOptions extends FilmContents {
  readonly output?: string | undefined;
  readonly size: Size;
  readonly theme: 'light' | 'dark';
  readonly pointer?: boolean;
  /** How often it plays; 0 for ever. */
  readonly loop: number;
  /** Most bytes. */
  readonly maxSize?: number | undefined;
}

/** A page is drawn this many times as large as the GIF if it is not wider than that then, and scaled down: small text is better to read. */
const [OVERSAMPLING, MAX_PAGE_WIDTH] = [2, 2560];

/** Writes an animated GIF of a story. @throws with a message that says what to do */
export async function run(
  storyFolder: string,
  { output = 'film.gif', size, theme, pointer = false, loop, maxSize, ...contents }: GifExportOptions,
): Promise<void> {
  const { fps } = contents;
  if (fps > MAX_FPS) throw new Error(`A GIF has at most ${MAX_FPS} frames a second, as players slow down a faster one. Change --fps.`);
  const { plan, query } = await planFilm(storyFolder, contents);
  const scale = size.width * OVERSAMPLING > MAX_PAGE_WIDTH ? 1 : OVERSAMPLING;
  const viewport = { width: size.width * scale, height: size.height * scale };
  let frames = 0;
  const film = async (pictures: KeptPictures): Promise<void> =>
    withBuiltPage(filmPage(storyFolder, viewport), async (built) => {
      const filming = createFilmProgress(plan, createWorkProgress(built.reportStep));
      await filmStory(built, plan, { query, theme, pointer }, async ({ index, stopIndex, isChanged, picture }) => {
        if (isChanged) await pictures.add(index, picture);
        frames = index + 1;
        filming.show(frames, stopIndex);
      });
    });
  const written = await writeLargeFileAtomically(output, (draft) =>
    withTemporaryFolder(async (folder) => {
      const pictures = new KeptPictures(folder, size, fps);
      await film(pictures);
      const progress = showProgress();
      const options = { size, fps, frames, loop, maxBytes: maxSize, report: progress.step };
      const gif = await writeGif(pictures, folder, options).finally(progress.clear);
      // Not `copyFile`: if the disk is full, its error names the file that was read.
      await writeFile(draft, createReadStream(gif.file));
      return gif;
    }),
  );
  const { quality } = written;
  await reportFile(output, `${formatDuration(Math.round(frames / fps))} at ${quality.size.width}×${quality.size.height}`);
  if (maxSize !== undefined && quality.colours < 256)
    console.log(`To have at most ${formatBytes(maxSize)}, it was made with ${describeQuality(quality, fps)}.`);
}
