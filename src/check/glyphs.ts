import { uncoveredClusters, type FontFamily } from '../fonts/coverage';

/** The face the words of a surface are set in. */
const FONT_BY_SURFACE: Readonly<Record<'terminal' | 'page', FontFamily>> = { terminal: 'Understudy Mono', page: 'Understudy Sans' };

/** The clusters of `text`, each once, that no font the page brings, or cuts for its story, can draw on this surface. */
export function missingGlyphs(text: string, surface: keyof typeof FONT_BY_SURFACE): readonly string[] {
  return uncoveredClusters(text, FONT_BY_SURFACE[surface]);
}
