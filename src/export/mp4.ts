import { exportFilm, type FilmOptions } from './film/exportFilm';

/** Writes a film of a story as MP4. @throws with a message that says what to do */
export function run(storyFolder: string, options: FilmOptions): Promise<void> {
  return exportFilm('mp4', storyFolder, options);
}
