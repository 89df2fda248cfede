import { firstDirection, isRightToLeft, type Direction } from '../core/direction';
import type { Block } from '../core/story';
import type { BlockPrinter } from '../core/terminal/bidiLayout';
import { blockLines } from '../core/terminal/blockLines';
import type { TerminalElement, TimedRun } from '../core/terminal/timedRun';
import type { OutputScheduler } from '../core/terminal/outputScheduler';
import { plainText, type RichText } from '../core/richText';
import { mapStrings } from '../core/variables';
import { shapeArabic } from './shapeArabic';

/** Commands and code read from left to right in every language. */
const LEFT_TO_RIGHT_BLOCKS: ReadonlySet<Block['type']> = new Set(['shell', 'code']);

export function printBidiBlock(
  block: Block,
  scheduler: OutputScheduler,
  direction: Direction,
  printer: BlockPrinter,
): readonly TerminalElement[] {
  return withDirections(printer(mapStrings(block, shapeArabic), isolatingScheduler(scheduler, block, direction)), block, direction);
}

/** Returns the direction of `text`; undefined without letters and digits. In a right-to-left story, any right-to-left letter decides. */
function directionOf(text: string, direction: Direction): Direction | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (direction === 'ltr') return firstDirection(text) ?? 'ltr';
  return isRightToLeft(text) ? 'rtl' : 'ltr';
}

/**
 * Returns the elements of `block` with their directions. In a right-to-left story, elements with right-to-left letters are
 * right-to-left: the lines of a `text` block one by one, any other block as a whole.
 */
function withDirections(elements: readonly TerminalElement[], block: Block, direction: Direction): readonly TerminalElement[] {
  const directionFor = (text: string): Direction =>
    direction === 'rtl' && !LEFT_TO_RIGHT_BLOCKS.has(block.type) && isRightToLeft(text) ? 'rtl' : 'ltr';
  const blockDirection = directionFor(blockLines(block).join('\n'));
  return elements.map((element) => {
    if (element.kind === 'blank' || element.kind === 'rule') return element;
    const isLine = block.type === 'text' && element.kind === 'line';
    return { ...element, direction: isLine ? directionFor(element.pieces.map(({ text }) => text).join('')) : blockDirection };
  });
}

/** Makes every text that a scheduler prints an isolate, also each token of code: its direction is independent of its neighbours. */
function isolatingScheduler(scheduler: OutputScheduler, block: Block, storyDirection: Direction): OutputScheduler {
  const isolateText = (pieces: readonly TimedRun[], text: RichText): TimedRun[] => {
    if (block.type === 'code') return pieces.map((piece) => isolateRuns([piece], piece.text)).flat();
    return isolateRuns(pieces, plainText(text));
  };
  const isolateRuns = (pieces: readonly TimedRun[], text: string): TimedRun[] => {
    const direction = directionOf(text, storyDirection);
    const isolate = direction && { direction: block.type === 'shell' ? 'ltr' : direction };
    return isolate ? pieces.map((piece) => ({ ...piece, isolate })) : [...pieces];
  };
  return {
    now: scheduler.now,
    pause: scheduler.pause,
    line: (text, style) => isolateText(scheduler.line(text, style), text),
    append: (text, style) => isolateText(scheduler.append(text, style), text),
    stream: (text, style) => isolateText(scheduler.stream(text, style), text),
    type: (text, style) => isolateText(scheduler.type(text, style), text),
    fill: (text, ms, style) => isolateText(scheduler.fill(text, ms, style), text),
    spin: (signs, text, style, ms) =>
      scheduler
        .spin(signs, text, style, ms)
        .map(({ at, pieces: [sign, ...rest] }) => ({ at, pieces: [...(sign ? [sign] : []), ...isolateText(rest, text)] })),
  };
}
