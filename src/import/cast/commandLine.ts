import type { PromptMatcher } from './prompts';
import { UNWRITTEN_CELL, type ScreenCell } from '../../compiler/recording/screen';
import { textOfCells, type ScreenLine } from './sessionScreen';

/** A command as it stands on the screen when it is entered. */
export interface ReadCommand {
  readonly prompt: string;
  readonly above: readonly ScreenLine[];
  readonly lines: readonly string[];
  /** Whether it was given up with Ctrl+C. */
  readonly isAbandoned: boolean;
}

/**
 * Returns the command in the lines of a prompt: the last one that begins with a prompt, and those below it. What is above belongs to the
 * prompt, or lists completions. Undefined without a prompt.
 * @param start characters of output before the prompt in the first line
 * @param right text at the right edge that belongs to the prompt
 * @param told the command, if shell integration tells it
 */
export function commandOf(
  lines: readonly ScreenLine[],
  start: number,
  prompts: PromptMatcher,
  right: string | undefined,
  told: string | undefined,
): ReadCommand | undefined {
  const texts = joinFullRows(lines).map((cells, index) => textOfCells(cells).slice(index === 0 ? start : 0));
  const at = texts.findLastIndex((text) => prompts.promptOf(text) !== undefined);
  if (at < 0) return undefined;
  const prompt = prompts.promptOf(texts[at]!)!;
  const first = withoutRight(texts[at]!, right).slice(prompt.length);
  const all = told === undefined ? [first, ...texts.slice(at + 1).map((text) => withoutIndent(text, prompt.length))] : told.split('\n');
  while (all.length > 1 && all.at(-1)!.trim() === '') all.pop();
  const isAbandoned = told === undefined && all.at(-1)!.endsWith('^C');
  const firstPrompt = texts.findIndex((text) => prompts.promptOf(text) !== undefined);
  return { prompt: prompt.trim(), above: lines.slice(0, firstPrompt).filter((_, index) => texts[index] !== ''), lines: all, isAbandoned };
}

/** Line editors break long lines by themselves: what follows a full row, not indented below the prompt, is its continuation. */
function joinFullRows(lines: readonly ScreenLine[]): readonly (readonly ScreenCell[])[] {
  const joined: ScreenCell[][] = [];
  for (const { cells, cols } of lines) {
    const last = joined.at(-1);
    // A space in the last column is not told from an empty cell.
    const isFull = last !== undefined && last.length > 0 && (last.length - 1) % cols >= cols - 2;
    if (!isFull || cells[0] === undefined || cells[0].text === ' ') joined.push([...cells]);
    else {
      while (last.length % cols !== 0) last.push(UNWRITTEN_CELL);
      for (const cell of cells) last.push(cell);
    }
  }
  return joined;
}

function withoutRight(text: string, right: string | undefined): string {
  if (right === undefined || right === '' || !text.endsWith(right)) return text;
  return text.slice(0, -right.length).trimEnd();
}

/** Further lines of a command are indented by the width of the prompt in some shells. */
function withoutIndent(text: string, width: number): string {
  return text.slice(0, width).trim() === '' ? text.slice(width) : text;
}
