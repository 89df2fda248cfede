import type { PartNode } from './partTree';

/** Separates the signs of a diff's lines from their code, so that the code is coloured by its own grammar. */
export function splitSigns(part: PartNode): PartNode {
  if (part.type !== 'diff') return part;
  const lines = part['text'] as readonly string[];
  const signs = lines.map((line) => (line.startsWith('@@') ? '@' : /^[+-]/u.test(line) ? line[0]! : ' '));
  const text = lines.map((line, index) => (signs[index] === '@' ? line : line.replace(/^[+ -]/u, '')));
  return { ...part, signs, text };
}
