import type { CpuSlowdown } from '../measure/withPage';

export const cpuName = (cpu: CpuSlowdown): string => (cpu === 1 ? 'CPU ×1' : 'CPU ÷4');

/** Returns a Markdown table. The first column is text, the others are right-aligned numbers. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Formats with `digits` decimals; a dash for NaN and infinity. */
export function formatNumber(value: number, digits = 0): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}

/** Formats a ratio as `1.25×`; a dash for NaN and infinity. */
export function formatRatio(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(2)}×` : '–';
}
