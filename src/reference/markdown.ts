import { DOCS_LAYOUT, formatJson } from '../compiler/story/formatJson';

/** A link to a heading of the same page. */
export function markdownLink(heading: string, words = heading): string {
  return `[${words}](#${headingAnchor(heading)})`;
}

/** The name that GitHub gives a heading. */
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
