import { UNMEASURABLE } from '../../../core/text';
import { finding, type Finding, type Rule } from '../finding';
import { missingGlyphs } from '../glyphs';
import type { Text } from '../subject';

/** Two of these make a flag, which the terminal takes for two characters. */
const FLAG_HALF = /[\u{1F1E6}-\u{1F1FF}]/u;

/** Characters that look different on another machine, or break the terminal's columns. The schema keeps most of those out already. */
export const characters: Rule = {
  name: 'characters',
  about: 'Emoji the terminal cannot measure (error), and characters none of the page’s own fonts has, or that JSON on stage shows as codes (warning).',
  check({ texts }) {
    const told = { terminal: new Set<string>(), page: new Set<string>() };
    return texts.flatMap((text) => (text.surface === 'terminal' || text.surface === 'page' ? inText(text, text.surface, told[text.surface]) : []));
  },
};

/** @param told the characters that were missing before; each is told of once */
function inText({ document, path, shown }: Text, surface: 'terminal' | 'page', told: Set<string>): readonly Finding[] {
  const escaped = path.includes('json') ? UNMEASURABLE.exec(shown) : null;
  if (escaped) return [finding('warning', document, path, `${codeOf(escaped[0])} is shown as an escape code, as the terminal cannot measure it. Leave it out, or take an emoji of one character`)];
  if (surface === 'terminal' && FLAG_HALF.test(shown)) {
    return [finding('error', document, path, 'a flag is made of two characters that the terminal counts one by one, so what stands beside it shifts, and Windows draws letters. Write the country’s name')];
  }
  const missing = missingGlyphs(shown, surface).filter((char) => !told.has(char));
  if (missing.length === 0) return [];
  for (const char of missing) told.add(char);
  const listed = missing.slice(0, 5).map((char) => `${char} (${codeOf(char)})`);
  const more = missing.length > listed.length ? ` and ${missing.length - listed.length} more` : '';
  return [finding('warning', document, path, `the page’s fonts have no ${listed.join(', ')}${more}: each machine takes one of its own, or shows a box. Take another character`)];
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
