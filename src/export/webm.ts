import { exportFilm, type FilmOptions } from './film/exportFilm';

/** Writes a film of a story as WebM. @throws with a message that says what to do */
export function run(storyFolder: string, options: FilmOptions): Promise<void> {
  return exportFilm('webm', storyFolder, options);
}
