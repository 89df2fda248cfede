import { uncovered, type Family } from '../fonts/coverage';

/** The face the words of a surface are set in. */
const FACE: Readonly<Record<'terminal' | 'page', Family>> = { terminal: 'Understudy Mono', page: 'Understudy Sans' };

/** The clusters of `text`, each once, that no font the page brings, or cuts for its story, can draw on this surface. */
export function missingGlyphs(text: string, surface: keyof typeof FACE): readonly string[] {
  return uncovered(text, FACE[surface]);
}
