import { formatBytes } from '../../src/core/formatBytes';
import { formatTable } from '../report/format';
import type { ExportResults } from './measureExports';

/** Returns the section with the table that docs/leave-behind.md has too. */
export function formatExports({ playSeconds, figures }: ExportResults): string {
  const rows = figures.map(({ command, bytes, seconds, memory }) => [
    `\`export ${command}\``,
    formatBytes(bytes),
    `${seconds.toFixed(1)} s`,
    `${(seconds / playSeconds).toFixed(2)}×`,
    memory ? formatBytes(memory.own) : '–',
    memory ? formatBytes(memory.browsers) : '–',
  ]);
  const table = formatTable(['command', 'file', 'time', 'of the playing time', 'memory of the command', 'and of its browser'], rows);
  return `## Exports\n\nThe demo plays ${Math.round(playSeconds)} s by itself.\n\n${table}`;
}
