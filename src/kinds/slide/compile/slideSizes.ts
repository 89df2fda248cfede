import { maxOf } from '../../../core/maxOf';
import type { HighlightedCode } from '../../../core/story';
import type { InlineText } from '../../../core/inlineText';
import { textWidth as cellsOf } from '../../../core/terminal/width';
import { hasAside, layoutOf } from '../layout';
import type { ColumnContent, Shape, SlideContent, SlideSizes } from '../scene';
import { SHAPE_SPECS, type ShapeSpec } from './shapeSpecs';
import { fitTable } from './tableSize';
import { columnHeight, fitType, type Box, type Column, type TextBlock } from './typeSize';
import { wordsOf } from './textWidth';

const SHAPES: readonly Shape[] = ['wide', 'classic', 'tall'];

/** Returns the sizes of a slide's type, which follow from how much it shows. */
export function slideSizesOf(slide: SlideContent): SlideSizes {
  const sizes = SHAPES.map((shape) => [shape, sizesIn(slide, SHAPE_SPECS[shape])] as const);
  const of = (part: 'heading' | 'body') => Object.fromEntries(sizes.map(([shape, size]) => [shape, size[part]])) as Record<Shape, number>;
  return { heading: of('heading'), body: of('body') };
}

function sizesIn(slide: SlideContent, spec: ShapeSpec): { readonly heading: number; readonly body: number } {
  const layout = layoutOf(slide);
  const isBeside = hasAside(slide);
  const below = isBeside && spec.besideShare === 1 ? spec.box.height * 0.42 : 0;
  const box = {
    width: isBeside ? spec.box.width * spec.besideShare - spec.gutter / 2 : spec.box.width,
    height: spec.box.height - below - (slide.footer ? FOOTER_HEIGHT : 0),
  };
  const { max } = spec;
  if (layout === 'title' || layout === 'section' || layout === 'thanks') {
    const height = box.height * (layout === 'section' ? 0.6 : 0.9);
    const heading = fitHead(slide, spec.headingLines + 1, { ...box, height }, max.title);
    const body = slide.text ? fitType([bodyOf(slide)], { ...box, height: height * 0.4 }, max.body) : max.body;
    return { heading, body };
  }
  if (layout === 'statement' || layout === 'quote') {
    const heading = fitType([headOf(slide, spec.headingLines)], box, max.body);
    const room = { ...box, height: box.height * 0.92 - headHeight(slide, heading, box) };
    return { heading, body: fitType([bodyOf(slide)], room, layout === 'quote' ? max.statement * 0.8 : max.statement) };
  }
  const heading = fitHead(slide, spec.headingLines, { ...box, height: box.height * 0.4 }, max.heading);
  const height = box.height - headHeight(slide, heading, box) - (slide.heading ? BODY_GAP : 0);
  if (layout === 'number') return { heading, body: fitNumber(slide, { ...box, height }, max) };
  if (slide.table) {
    const text = columnHeight(bodyOf(slide), max.body, box);
    return { heading, body: fitTable(slide.table, { ...box, height: height - text }, max.body, spec.isStacked) };
  }
  if (layout !== 'columns') return { heading, body: fitType([bodyOf(slide)], { ...box, height }, layout === 'code' ? max.code : max.body) };
  return { heading, body: fitColumns(slide.columns ?? [], { ...box, height }, spec) };
}

/** Returns the size of columns next to each other, or below each other on an upright stage. */
function fitColumns(columns: NonNullable<SlideContent['columns']>, box: Box, { max, gutter, isStacked }: ShapeSpec): number {
  const width = isStacked ? box.width : (box.width - gutter * (columns.length - 1)) / columns.length;
  const pictures = columns.map(({ image }) => (image ? Math.min(max.columnImage, (width * image.height) / image.width) : 0));
  const room = { width, height: box.height - (isStacked ? pictures.reduce((sum, each) => sum + each, 0) : maxOf(pictures, 0)) };
  const blocks = columns.map((column) => [...columnHead(column.heading), ...bodyOf(column, COLUMN_CODE)]);
  if (isStacked) return fitType([blocks.flat()], room, max.body);
  const largest = columns.length === 2 ? max.body * 0.94 : max.body * 0.88;
  return fitType(
    blocks,
    room,
    columns.reduce((size, { table }) => (table ? Math.min(size, fitTable(table, room, size, false)) : size), largest),
  );
}

/** The share of the largest type for which a heading stays on one line less. */
const FEWER_LINES = 0.7;

/** Returns the size of a heading: on fewer lines if its type is still large then. */
function fitHead(slide: Head, maxLines: number, box: Box, max: number): number {
  for (let lines = 1; lines < maxLines; lines += 1) {
    const size = fitType([headOf(slide, lines)], box, max);
    if (size >= max * FEWER_LINES) return size;
  }
  return fitType([headOf(slide, maxLines)], box, max);
}

/** The figure decides; its label has a size of its own, the largest type of a list. */
function fitNumber(slide: SlideContent, box: Box, max: ShapeSpec['max']): number {
  const { value = '', label = [] } = slide.number ?? {};
  const labelHeight = columnHeight([{ words: wordsOf(label), leading: 1.3 }], max.body, box);
  const figure = { words: wordsOf([value.replaceAll(' ', ' ')]), leading: 1, maxLines: 1 };
  return fitType([[figure]], { width: box.width, height: box.height - labelHeight - BODY_GAP }, max.number);
}

const FOOTER_HEIGHT = 66;
/** Between the head and what stands below it. */
const BODY_GAP = 52;

type Head = Pick<SlideContent, 'eyebrow' | 'heading' | 'subtitle' | 'thanks'>;

/** The lines above the body. */
function headOf({ eyebrow, heading, thanks, subtitle }: Head, maxLines: number): Column {
  const title = heading ?? thanks;
  return [
    ...(eyebrow ? [{ words: wordsOf(eyebrow), leading: 1.9, scale: 0.4 }] : []),
    ...(title ? [{ words: wordsOf(title), leading: 1.1, maxLines }] : []),
    ...(subtitle ? [{ words: wordsOf(subtitle), leading: 1.35, scale: 0.48, gap: 0.3 }] : []),
  ];
}

function headHeight(slide: Head, size: number, box: Box): number {
  return columnHeight(headOf(slide, Infinity), size, box);
}

/** What stands below the head, from top to bottom, as in slide.css. */
function bodyOf(content: ColumnContent & { readonly statement?: InlineText | undefined }, codeScale = 1): Column {
  const { statement, number, text, bullets, quote, code } = content;
  return [
    ...(statement ? [{ words: wordsOf(statement), leading: 1.12 }] : []),
    ...(number
      ? [{ words: wordsOf([number.value]), leading: 1.1, scale: 2.8, maxLines: 1, share: 0.85 }, paragraph(number.label, 0.2)]
      : []),
    ...(text ?? []).map((part, index) => paragraph(part, index === 0 ? 0 : 0.7)),
    ...(bullets ?? []).flatMap((bullet, index) => [
      { words: wordsOf(bullet.text), leading: 1.3, indent: 1.1, gap: index === 0 ? 0 : 0.7 },
      ...bullet.bullets.map((part) => ({ words: wordsOf(part), leading: 1.3, scale: 0.84, indent: 2.1, gap: 0.3 })),
    ]),
    ...(quote
      ? [
          { words: wordsOf(quote.text), leading: 1.22 },
          ...(quote.by ? [{ words: wordsOf(quote.by), leading: 1.3, scale: 0.5, gap: 0.6 }] : []),
        ]
      : []),
    ...(code ? codeBlocks(code, codeScale) : []),
  ];
}

function columnHead(heading: InlineText | undefined): Column {
  return heading ? [{ words: wordsOf(heading), leading: 1.2, scale: 1.1, gap: 0.9 }] : [];
}

function paragraph(text: InlineText, gap: number): TextBlock {
  return { words: wordsOf(text), leading: 1.4, gap };
}

/** Width of a character of the bundled font for code, in em. */
const CODE_CHARACTER = 0.602;

/** Code in a column is smaller than the text around it. */
const COLUMN_CODE = 0.74;

function codeBlocks({ label, tabs, lines }: HighlightedCode, scale: number): Column {
  const rows = lines.map((tokens): TextBlock => {
    const width = tokens.reduce((sum, [text]) => sum + cellsOf(text), 0) * CODE_CHARACTER;
    return { words: [{ width, space: 0 }], leading: 1.45, indent: 2.3 * scale, scale };
  });
  const frame = { words: [], leading: 0, gap: 2.4 * scale };
  const head = [label, tabs].flatMap((each) => (each === undefined ? [] : [{ words: [], leading: 1.6, scale }]));
  return [frame, ...head, ...rows];
}
