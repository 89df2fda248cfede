import { DOCS_LAYOUT, formatJson } from '../compiler/story/formatJson';

export function markdownLink(heading: string, text = heading): string {
  return `[${text}](#${headingAnchor(heading)})`;
}

/** Returns the anchor that GitHub generates for a heading. */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function jsonCodeBlock(value: unknown): string {
  return `\`\`\`json\n${formatJson(value, DOCS_LAYOUT)}\n\`\`\``;
}
