import type { HighlightedCode } from './story';

/** Returns the text of a piece of code line by line, its label first. */
export function codeLines({ label, lines }: HighlightedCode): readonly string[] {
  const texts = lines.map((tokens) => tokens.map(([text]) => text).join(''));
  return label === undefined ? texts : [label, ...texts];
}
