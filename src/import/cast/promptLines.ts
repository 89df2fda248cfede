import type { SessionItem } from './session';
import { textOfCells, type ScreenLine } from './sessionScreen';
import { isContinuationPrompt } from './prompts';

/** The most lines of a prompt above its last one. */
const MAX_LINES = 3;
/** The part of a session's prompts that must have a line for it to be one of the prompt's. */
const MIN_SHARE = 0.75;
const MIN_PROMPTS = 2;

/**
 * Moves lines that stand above each prompt from the output before it to the prompt: themes print user, folder and branch there. Such a
 * line is alike at most prompts of the session, also at the first, before which nothing was printed.
 */
export function joinPromptLines(items: readonly SessionItem[]): readonly SessionItem[] {
  const prompts = items.flatMap((item, index) =>
    item.type === 'prompt' || (item.type === 'command' && !isContinuationPrompt(item.prompt)) ? [index] : [],
  );
  if (prompts.length < MIN_PROMPTS) return items;
  const linesAbove = prompts.map((index) => [...linesBefore(items, index), ...aboveOf(items[index]!)]);
  let count = 0;
  while (count < MAX_LINES && isShared(linesAbove.map((lines) => lines.at(-1 - count)))) count += 1;
  // An empty line alone belongs to what was printed.
  while (count > 0 && linesAbove.every((lines) => lines.at(-count) === undefined || textOfCells(lines.at(-count)!.cells) === ''))
    count -= 1;
  if (count === 0) return items;
  const moved = new Map(
    prompts.map((index) => [index, linesBefore(items, index).slice(-Math.max(0, count - aboveOf(items[index]!).length) || MAX_LINES)]),
  );
  for (const index of prompts) if (aboveOf(items[index]!).length >= count) moved.delete(index);
  const dropped = new Set([...moved].flatMap(([index, lines]) => lines.map((_, back) => index - 1 - back)));
  return items.flatMap((item, index): readonly SessionItem[] => {
    if (dropped.has(index)) return [];
    if (item.type !== 'command') return [item];
    const above = (moved.get(index) ?? []).filter(({ cells }) => cells.length > 0);
    return [{ ...item, above: [...above, ...item.above] }];
  });
}

function aboveOf(item: SessionItem): readonly ScreenLine[] {
  return item.type === 'command' ? item.above : [];
}

function linesBefore(items: readonly SessionItem[], index: number): readonly ScreenLine[] {
  const lines: ScreenLine[] = [];
  for (let at = index - 1; at >= 0 && lines.length < MAX_LINES; at -= 1) {
    const item = items[at]!;
    if (item.type !== 'line') break;
    lines.unshift(item.line);
  }
  return lines;
}

function isShared(lines: readonly (ScreenLine | undefined)[]): boolean {
  // Output may be alike after every command, but nothing was printed before the first one.
  const [first] = lines;
  if (!first) return false;
  const shape = shapeOf(first);
  const count = lines.filter((line) => line && shapeOf(line) === shape).length;
  return count >= Math.max(MIN_PROMPTS, lines.length * MIN_SHARE);
}

/** What is alike in the prompts of a theme: the first sign and the colours at both ends. */
function shapeOf({ cells }: ScreenLine): string {
  if (cells.length === 0) return '';
  const first = cells.find(({ text }) => text.trim() !== '')!;
  const sign = /[\p{L}\p{N}]/u.test(first.text) ? 'a' : /[~/]/u.test(first.text) ? '~' : first.text;
  return JSON.stringify([sign, first.style ?? textOfCells(cells).slice(0, 12)]);
}
