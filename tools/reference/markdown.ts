import { layOut } from './formatExampleJson';

/** A link to a heading of the same page. */
export function link(heading: string, words = heading): string {
  return `[${words}](#${anchor(heading)})`;
}

/** The name that GitHub gives a heading. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function json(value: unknown): string {
  return `\`\`\`json\n${layOut(value)}\n\`\`\``;
}
