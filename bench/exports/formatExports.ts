import { formatBytes } from '../../src/core/formatBytes';
import { formatDuration } from '../../src/core/formatDuration';
import { formatTable } from '../report/format';
import type { ExportFigures } from './measureExports';

/** Returns the section with the table that docs/leave-behind.md has too. */
export function formatExports(figures: readonly ExportFigures[]): string {
  const rows = figures.map(({ command, bytes, seconds, playSeconds, memory }) => [
    `\`export ${command}\``,
    formatBytes(bytes),
    `${seconds.toFixed(1)} s`,
    playSeconds === undefined ? '–' : `${formatDuration(playSeconds)}, ${(seconds / playSeconds).toFixed(2)}×`,
    memory ? formatBytes(memory.own) : '–',
    memory ? formatBytes(memory.browsers) : '–',
  ]);
  const head = ['command', 'file', 'time', 'plays, and its share of that', 'memory of the command', 'and of its browser'];
  return `## Exports\n\n${formatTable(head, rows)}`;
}
