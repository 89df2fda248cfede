import { createHash } from 'node:crypto';
import { withBuiltPage } from '../../src/export/builtPage';
import { filmStory } from '../../src/export/film/filmStory';
import { filmPage } from '../../src/export/film/stageCamera';
import { selectStops } from '../../src/export/selection';

/** Films stops of the demo twice, with the options of the export, and prints a line of JSON with the hashes of the frames of each film. */
export async function main(names: readonly string[]): Promise<void> {
  const { timeline, stops, query } = await selectStops('scenes', { stop: names });
  const plan = { timeline, stops: stops.map((stop) => ({ stop, dwellMs: 300 })), fps: 10, speed: 1 };
  const films: string[][] = [];
  for (let run = 0; run < 2; run += 1) {
    const hashes: string[] = [];
    await withBuiltPage(filmPage('scenes', { width: 640, height: 360 }), (built) =>
      filmStory(built, plan, { query, theme: 'dark', pointer: true }, ({ picture, stopIndex }) => {
        hashes.push(`${stopIndex} ${createHash('sha1').update(picture).digest('hex')}`);
      }),
    );
    films.push(hashes);
  }
  console.log(JSON.stringify(films));
}
