import { maxOf } from '../../core/maxOf';
import { plainText, type RichText } from '../../core/richText';
import type { Role } from '../../core/roles';
import { textWidth } from '../../core/terminal/width';
import type { BlockDefinition, BlockOf } from '../block';
import { logRows, type LogLine } from './logRows';

type LogBlock = BlockOf<'log'>;

export const logBlock: BlockDefinition<LogBlock> = {
  elements: (block, scheduler) => {
    const lines = completeLines(block);
    const timeWidth = columnWidth(lines.map(({ time }) => time));
    const levelWidth = columnWidth(lines.map(({ level }) => level));
    const timedLines = lines.map(({ text, textRole, level, levelRole, time, pause }): LogLine => {
      scheduler.pause(pause);
      const pieces = [
        ...scheduler.line(padEnd(time, timeWidth), { role: 'dim' }),
        ...scheduler.append(padEnd(level, levelWidth), { role: levelRole, bold: true }),
        ...scheduler.append(text, { role: textRole }),
      ];
      // An empty line has no pieces, and a time nevertheless.
      return { at: Math.round(scheduler.now()), pieces, hang: timeWidth + levelWidth };
    });
    const folded = { before: scheduler.append('↑ ', { role: 'dim' }), after: scheduler.append(` ${block.above}`, { role: 'dim' }) };
    return [{ kind: 'rows', rowsAt: (width) => logRows({ lines: timedLines, fold: block.fold, folded }, width) }];
  },
  textLines: (block) =>
    completeLines(block).map(({ text, level, time }) => [time, level, plainText(text)].filter((part) => part !== '').join(' ')),
};

/** A line with everything it shows; level and time are empty if it has none. */
interface CompleteLine {
  readonly text: RichText;
  readonly textRole: Role;
  readonly level: string;
  readonly levelRole: Role;
  readonly time: string;
  /** Milliseconds to wait before it. */
  readonly pause: number;
}

function completeLines({ lines, every = 0, clock }: LogBlock): readonly CompleteLine[] {
  let now = millisecondsOf(clock);
  return lines.map((line, index): CompleteLine => {
    const { text, level, time, pause = index === 0 ? 0 : every } = typeof line === 'object' && 'text' in line ? line : { text: line };
    if (now !== undefined) now = millisecondsOf(time) ?? now + pause;
    return {
      text,
      textRole: level === 'debug' ? 'dim' : 'text',
      level: level?.toUpperCase() ?? '',
      levelRole: level === undefined || level === 'debug' ? 'dim' : level,
      time: time ?? formatTime(now, clock),
      pause,
    };
  });
}

const DAY_MS = 86_400_000;

/** Returns the milliseconds since midnight of hh:mm:ss or hh:mm:ss.mmm; undefined for any other text. */
function millisecondsOf(time = ''): number | undefined {
  const milliseconds = /^\d\d:\d\d:\d\d(?:\.\d{3})?$/u.test(time) ? Date.parse(`1970-01-01T${time}Z`) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** Returns a time as precise as `pattern`; an empty text without one. */
function formatTime(milliseconds: number | undefined, pattern = ''): string {
  if (milliseconds === undefined) return '';
  return new Date(milliseconds % DAY_MS).toISOString().slice(11, 11 + pattern.length);
}

/** Cells of a column and the space after it; 0 if all its texts are empty. */
function columnWidth(texts: readonly string[]): number {
  const width = maxOf(texts.map(textWidth));
  return width === 0 ? 0 : width + 1;
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(width - textWidth(text));
}
