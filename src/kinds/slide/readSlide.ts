import type { Block, HighlightedCode } from '../../core/story';
import { codeLines } from '../../core/codeLines';
import { plainText, type InlineText } from '../../core/inlineText';
import type { StepDescription } from '../../core/timeline';
import { linkTextOf } from './linkText';
import type { ColumnContent, SlideContent, SlideScene } from './scene';
import { shownAt } from './steps';

/** A part of what a slide shows, for reading; `item` is its position among the parts that come one by one. */
interface Part {
  readonly lines: readonly string[];
  readonly block: Block;
  readonly item?: number;
  /** What the room reads of it; empty for what is looked at, such as a picture or code. */
  readonly read: readonly string[];
}

/** Describes a step of a slide: at the first step all that is there, then what is added. */
export function describeSlide(slide: SlideScene, step: number): StepDescription {
  const [from, to] = [step === 0 ? 0 : shownAt(slide, step - 1), shownAt(slide, step)];
  const parts = partsOf(slide).filter(({ item }) => (item === undefined ? step === 0 : item >= from && item < to));
  return {
    surface: 'browser',
    chrome: 'none',
    tab: { title: slide.title },
    images: [slide.image, ...(slide.columns ?? []).map((column) => column.image)].flatMap((image) => image?.src ?? []),
    playMs: step > 0 && to > from ? ITEM_MS : 0,
    textLines: parts.flatMap(({ lines }) => lines),
    readableBlocks: joinLists(parts.map(({ block }) => block)),
  };
}

/** Milliseconds in which a new part of a slide enters. */
export const ITEM_MS = 360;

/** Returns all texts of a slide in reading order. */
export function textsOf(slide: SlideContent): readonly string[] {
  return partsOf(slide).flatMap(({ lines }) => lines);
}

/** Returns what the room reads on a slide: the texts that are seen, without addresses and words for a picture. */
export function seenTextsOf(slide: SlideContent): readonly string[] {
  return partsOf(slide).flatMap(({ read }) => read);
}

/** Returns the parts of a slide in reading order. */
function partsOf(slide: SlideContent): readonly Part[] {
  const { eyebrow, heading, subtitle, statement, section, thanks, columns, qr, footer } = slide;
  const textIsList = slide.bullets === undefined && slide.table === undefined && columns === undefined;
  return [
    ...texts(eyebrow, section, heading ?? thanks, subtitle, statement),
    ...contentParts(slide, textIsList),
    ...(columns ?? []).flatMap((column, item) =>
      [...texts(column.heading), ...contentParts(column, false)].map((part) => ({ ...part, item })),
    ),
    ...texts(qr && `${linkTextOf(qr)}: ${qr.href}`).map((part) => ({ ...part, read: qr ? [linkTextOf(qr)] : [] })),
    ...texts(footer),
  ];
}

function contentParts({ image, number, text, bullets, quote, code, table }: ColumnContent, textIsList: boolean): readonly Part[] {
  return [
    ...texts(image?.alt).map((part) => ({ ...part, read: [] })),
    ...texts(number?.value, number?.label),
    ...(text ?? []).flatMap((paragraph, item) => texts(paragraph).map((part) => (textIsList ? { ...part, item } : part))),
    ...(bullets ?? []).map((bullet, item) => ({ ...listPart(bullet), item })),
    ...texts(quote && ['“', ...quote.text, '”'], quote?.by && ['— ', ...quote.by]),
    ...(code ? [codePart(code)] : []),
    ...(table?.rows ?? []).map((row, item) => ({ ...rowPart(row, table?.head?.map(plainText), item === 0), item })),
  ];
}

/** Returns a text with the address of each link after its words. */
function withAddresses(text: InlineText): string {
  return text
    .map((run) => {
      if (typeof run === 'string') return run;
      const words = withAddresses(run.text);
      return run.style === 'link' && words !== run.href ? `${words} (${run.href})` : words;
    })
    .join('');
}

/** Returns a part for each text that is there. */
function texts(...all: readonly (string | InlineText | undefined)[]): readonly Part[] {
  return all
    .map((text) => (typeof text === 'string' ? [text] : text))
    .flatMap((text) => {
      if (!text) return [];
      const lines = [plainText(text)];
      return [{ lines, read: lines, block: { type: 'text', lines: [withAddresses(text)] } }];
    });
}

function listPart({ text, bullets }: NonNullable<SlideContent['bullets']>[number]): Part {
  const all = [text, ...bullets];
  return {
    read: all.map(plainText),
    lines: all.map((each, index) => `${index === 0 ? '•' : '–'} ${plainText(each)}`),
    // Lists for reading have marks of their own.
    block: { type: 'list', items: all.map((each, index) => ({ mark: index === 0 ? '' : '–', role: 'accent', text: withAddresses(each) })) },
  };
}

function codePart(code: HighlightedCode): Part {
  return { lines: codeLines(code), read: [], block: { type: 'code', ...code } };
}

/** A row of a table; as a line, each cell with the name of its column. */
function rowPart(row: readonly InlineText[], head: readonly string[] | undefined, isFirst: boolean): Part {
  const named = row
    .map(plainText)
    .flatMap((cell, column) => (cell === '' ? [] : [column > 0 && head?.[column] ? `${head[column]}: ${cell}` : cell]));
  return {
    lines: [named.join(', ')],
    read: [],
    block: { type: 'table', ...(isFirst && head && { head: [...head] }), rows: [row.map(withAddresses)] },
  };
}

/** Joins lists and tables that follow each other. */
function joinLists(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'list' && last?.type === 'list') joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else if (block.type === 'table' && last?.type === 'table' && !block.head)
      joined[joined.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
    else joined.push(block);
  }
  return joined;
}
