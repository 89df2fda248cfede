import { firstDirection, isRightToLeft, type Direction } from '../core/direction';
import type { Block } from '../core/story';
import type { Printer } from '../core/terminal/bidiLayout';
import { blockLines } from '../core/terminal/blockLines';
import type { Element, Piece } from '../core/terminal/timedRun';
import type { Pacer } from '../core/terminal/outputScheduler';
import { plain, type RichText } from '../core/richText';
import { mapTexts } from '../core/variables';
import { shape } from './shapeArabic';

/** Commands and code read from left to right in every language. */
const TECHNICAL: ReadonlySet<Block['type']> = new Set(['shell', 'code']);

/** What `printer` makes of `block` in a story that reads in `direction`. */
export function print(block: Block, pacer: Pacer, direction: Direction, printer: Printer): readonly Element[] {
  return directed(printer(mapTexts(block, shape), isolating(pacer, block, direction)), block, direction);
}

/** The direction a text reads in; undefined if nothing in it has one. In a story from right to left a foreign first word does not decide. */
function directionOf(text: string, direction: Direction): Direction | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (direction === 'ltr') return firstDirection(text) ?? 'ltr';
  return isRightToLeft(text) ? 'rtl' : 'ltr';
}

/** Elements of `block` with their directions: in a story from right to left, what has words of its script reads that way, line by line or as one. */
function directed(elements: readonly Element[], block: Block, direction: Direction): readonly Element[] {
  const of = (text: string): Direction => (direction === 'rtl' && !TECHNICAL.has(block.type) && isRightToLeft(text) ? 'rtl' : 'ltr');
  const whole = of(blockLines(block).join('\n'));
  return elements.map((element) => {
    if (element.kind === 'blank' || element.kind === 'rule') return element;
    const isLine = block.type === 'text' && element.kind === 'line';
    return { ...element, direction: isLine ? of(element.pieces.map(({ text }) => text).join('')) : whole };
  });
}

/** A pacer whose every text is an isolate: its direction neither depends on its neighbours nor changes theirs. Each token of code is one. */
function isolating(pacer: Pacer, block: Block, story: Direction): Pacer {
  const own = (pieces: readonly Piece[], text: RichText): Piece[] => {
    if (block.type === 'code') return pieces.map((piece) => isolated([piece], piece.text)).flat();
    return isolated(pieces, plain(text));
  };
  const isolated = (pieces: readonly Piece[], text: string): Piece[] => {
    const direction = directionOf(text, story);
    const isolate = direction && { direction: block.type === 'shell' ? 'ltr' : direction };
    return isolate ? pieces.map((piece) => ({ ...piece, isolate })) : [...pieces];
  };
  return {
    pause: pacer.pause,
    line: (text, style) => own(pacer.line(text, style), text),
    stream: (text, style) => own(pacer.stream(text, style), text),
    type: (text, style) => own(pacer.type(text, style), text),
    fill: (text, ms, style) => own(pacer.fill(text, ms, style), text),
    turn: (signs, text, style, ms) =>
      pacer
        .turn(signs, text, style, ms)
        .map(({ at, pieces: [sign, ...rest] }) => ({ at, pieces: [...(sign ? [sign] : []), ...own(rest, text)] })),
  };
}
