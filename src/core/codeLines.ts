import type { HighlightedCode } from './story';

/** Returns the names of the tabs as a line, the shown one in brackets; undefined without tabs. */
export function tabsLine({ tabs, show }: Pick<HighlightedCode, 'tabs' | 'show'>): string | undefined {
  return tabs?.map((name) => (name === show ? `[${name}]` : name)).join(' · ');
}

/** Returns the text of a piece of code line by line, its tabs and its label first. */
export function codeLines({ label, tabs, show, lines }: HighlightedCode): readonly string[] {
  const texts = lines.map((tokens) => tokens.map(([text]) => text).join(''));
  return [tabsLine({ tabs, show }), label].filter((line) => line !== undefined).concat(texts);
}
