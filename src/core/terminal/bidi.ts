import { blockLines } from './lines';
import type { Element, Piece, Row } from './piece';
import type { Pacer } from './schedule';
import { firstDirection, isRightToLeft, type Direction } from '../direction';
import type { Block } from '../story';
import { plain, type RichText } from '../text';
import { mapTexts } from '../variables';

/**
 * What it takes to show text that reads from right to left in a terminal, whose cells run from left to right. Stories without
 * such text do not load it.
 */
export interface Bidi {
  /** `text` with its Arabic letters in the forms they have beside each other, one cell each. */
  shape(text: string): string;
  /** `row`, which reads in `direction`, with the cells its pieces are seen at; one that reads from right to left ends at cell `width`. */
  order(row: Row, direction: Direction, width: number): Row;
}

/** How a terminal shows a story with text that reads from right to left. */
export interface Script {
  readonly bidi: Bidi;
  /** Of the story. */
  readonly direction: Direction;
}

/** The direction a text reads in; undefined if nothing in it has one. In a story from right to left a foreign first word does not decide. */
function directionOf(text: string, { direction }: Script): Direction | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  if (direction === 'ltr') return firstDirection(text) ?? 'ltr';
  return isRightToLeft(text) ? 'rtl' : 'ltr';
}

/** Commands and code read from left to right in every language. */
const TECHNICAL: ReadonlySet<Block['type']> = new Set(['shell', 'code']);

/** A block as it is printed: its letters joined. */
export function shaped(block: Block, { bidi }: Script): Block {
  return mapTexts(block, bidi.shape);
}

/** Elements of `block` with their directions: in a story from right to left, what has words of its script reads that way, line by line or as one. */
export function directed(elements: readonly Element[], block: Block, { direction }: Script): Element[] {
  const of = (text: string): Direction => (direction === 'rtl' && !TECHNICAL.has(block.type) && isRightToLeft(text) ? 'rtl' : 'ltr');
  const whole = of(blockLines(block).join('\n'));
  return elements.map((element) => {
    if (element.kind === 'blank' || element.kind === 'rule') return element;
    const isLine = block.type === 'text' && element.kind === 'line';
    return { ...element, direction: isLine ? of(element.pieces.map(({ text }) => text).join('')) : whole };
  });
}

/** A pacer whose every text is an isolate: its direction neither depends on its neighbours nor changes theirs. Each token of code is one. */
export function isolating(pacer: Pacer, block: Block, script: Script): Pacer {
  const own = (pieces: readonly Piece[], text: RichText): Piece[] => {
    if (block.type === 'code') return pieces.map((piece) => isolated([piece], piece.text)).flat();
    return isolated(pieces, plain(text));
  };
  const isolated = (pieces: readonly Piece[], text: string): Piece[] => {
    const direction = directionOf(text, script);
    const isolate = direction && { direction: block.type === 'shell' ? 'ltr' : direction };
    return isolate ? pieces.map((piece) => ({ ...piece, isolate })) : [...pieces];
  };
  return {
    pause: pacer.pause,
    line: (text, style) => own(pacer.line(text, style), text),
    stream: (text, style) => own(pacer.stream(text, style), text),
    type: (text, style) => own(pacer.type(text, style), text),
    fill: (text, ms, style) => own(pacer.fill(text, ms, style), text),
    turn: (signs, text, style, ms) => pacer.turn(signs, text, style, ms).map(({ at, pieces: [sign, ...rest] }) => ({ at, pieces: [...(sign ? [sign] : []), ...own(rest, text)] })),
  };
}
