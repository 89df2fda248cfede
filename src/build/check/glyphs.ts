import coverage from '../../fonts/coverage.json';

/** A family of fonts that comes with the page. */
type Family = keyof typeof coverage;

/** What the words of a surface are drawn with, the first that has the glyph. */
const FAMILIES: Readonly<Record<'terminal' | 'page', readonly Family[]>> = {
  terminal: ['Understudy Mono'],
  page: ['Understudy Sans', 'Understudy Mono'],
};

/** The characters of `text`, each once, that no font of the page can draw on this surface. The one place that knows what the fonts cover. */
export function missingGlyphs(text: string, surface: keyof typeof FAMILIES): readonly string[] {
  const ranges = FAMILIES[surface].flatMap((family) => coverage[family]);
  const has = (code: number): boolean => ranges.some(([from = 0, to = 0]) => code >= from && code <= to);
  return [...new Set(text)].filter((char) => !/\s/u.test(char) && !has(char.codePointAt(0) ?? 0));
}
