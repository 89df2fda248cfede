import { UNPRINTABLE } from '../../../core/text';
import { finding, type Finding, type Rule } from '../finding';
import { missingGlyphs } from '../glyphs';
import type { Text } from '../subject';

/** Missing characters that are named; a text in another script has no use for a list of hundreds. */
const NAMED = 5;

/** Characters that look different on another machine, or break the terminal's columns. The schema keeps most of those out already. */
export const characters: Rule = {
  name: 'characters',
  about: 'Characters none of the page’s own fonts has, or that JSON on stage shows as codes (warning).',
  check({ texts }) {
    const shown = texts.filter(({ surface }) => surface === 'terminal' || surface === 'page' || surface === 'wire');
    return [...shown.flatMap(unmeasured), ...withoutGlyphs(shown)];
  },
};

function unmeasured({ document, path, shown }: Text): readonly Finding[] {
  const escaped = path.includes('json') ? UNPRINTABLE.exec(shown) : null;
  if (escaped) return [finding('warning', document, path, `${codeOf(escaped[0])} is shown as an escape code, as it is no text. Leave it out`)];
  return [];
}

/** Every missing character once; those of a file in one finding, where the first of them stands. */
function withoutGlyphs(texts: readonly Text[]): readonly Finding[] {
  const told = new Set<string>();
  const files = new Map<string, { readonly first: Text; readonly missing: string[] }>();
  for (const text of texts) {
    const surface = text.surface === 'terminal' ? 'terminal' : 'page';
    const missing = missingGlyphs(text.shown, surface).filter((char) => !told.has(char) && !UNPRINTABLE.test(char));
    if (missing.length === 0) continue;
    for (const char of missing) told.add(char);
    const file = files.get(text.document.file) ?? { first: text, missing: [] };
    file.missing.push(...missing);
    files.set(text.document.file, file);
  }
  return [...files.values()].map(({ first, missing }) => {
    const named = missing.slice(0, NAMED).map((char) => `${char} (${codeOf(char)})`).join(', ');
    const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more in this file` : '';
    return finding('warning', first.document, first.path, `the page’s fonts have no ${named}${more}: each machine takes one of its own, or shows a box. Take another character`);
  });
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
