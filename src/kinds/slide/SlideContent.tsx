import type { CSSProperties, ReactElement } from 'react';
import { plainText, type InlineText as Inline } from '../../core/inlineText';
import { CodeView } from '../parts/CodeView';
import { Picture } from '../parts/Picture';
import { InlineText } from '../parts/InlineText';
import type { ColumnContent, SlideContent as Slide } from './scene';
import { MAX_NARROW_COLUMNS } from './steps';
import { SlideItem, type Reveal } from './SlideItem';

/** Everything is there. */
const ALL: Reveal = { shown: Infinity, entering: Infinity };

interface ContentProps {
  readonly content: ColumnContent;
  readonly reveal?: Reveal;
}

/** What a slide or one of its columns shows, from top to bottom. */
export function SlideContent({ content: { number, text, bullets, quote, code, table }, reveal = ALL }: ContentProps): ReactElement {
  return (
    <>
      {number && (
        <div className="slide__number">
          <p className="slide__value" dir="auto">
            {number.value}
          </p>
          <p className="slide__label">
            <InlineText text={number.label} />
          </p>
        </div>
      )}
      {text && <Paragraphs text={text} reveal={bullets || table ? ALL : reveal} />}
      {bullets && <Bullets bullets={bullets} reveal={reveal} />}
      {quote && (
        <figure className="slide__quote">
          <blockquote>
            <InlineText text={quote.text} />
          </blockquote>
          {quote.by && (
            <figcaption>
              <InlineText text={quote.by} />
            </figcaption>
          )}
        </figure>
      )}
      {code && <CodeView code={code} />}
      {table && <Table table={table} reveal={reveal} />}
    </>
  );
}

/** The columns of a slide, which come one by one. */
export function Columns({ columns, reveal }: { readonly columns: NonNullable<Slide['columns']>; readonly reveal: Reveal }): ReactElement {
  return (
    <div className="slide__columns" data-columns={columns.length}>
      {columns.map((column, index) => (
        <SlideItem key={index} index={index} reveal={reveal}>
          <div className="slide__column">
            {column.heading && (
              <h3 className="slide__column-heading">
                <InlineText text={column.heading} />
              </h3>
            )}
            {column.image && (
              <div className="slide__column-image" style={{ '--ratio': column.image.width / column.image.height } as CSSProperties}>
                <Picture image={column.image} />
              </div>
            )}
            <SlideContent content={column} />
          </div>
        </SlideItem>
      ))}
    </div>
  );
}

function Paragraphs({ text, reveal }: { readonly text: readonly Inline[]; readonly reveal: Reveal }): ReactElement {
  return (
    <div className="slide__text">
      {text.map((part, index) => (
        <SlideItem key={index} index={index} reveal={reveal}>
          <p>
            <InlineText text={part} />
          </p>
        </SlideItem>
      ))}
    </div>
  );
}

function Bullets({ bullets, reveal }: { readonly bullets: NonNullable<Slide['bullets']>; readonly reveal: Reveal }): ReactElement {
  return (
    <ul className="slide__bullets">
      {bullets.map((bullet, index) => (
        <li key={index}>
          <SlideItem index={index} reveal={reveal}>
            <InlineText text={bullet.text} />
            {bullet.bullets.length > 0 && (
              <ul>
                {bullet.bullets.map((part, at) => (
                  <li key={at}>
                    <InlineText text={part} />
                  </li>
                ))}
              </ul>
            )}
          </SlideItem>
        </li>
      ))}
    </ul>
  );
}

function Table({ table: { head, rows }, reveal }: { readonly table: NonNullable<Slide['table']>; readonly reveal: Reveal }): ReactElement {
  const isNumeric = (column: number): boolean => rows.every((row) => isNumber(row[column] ?? []));
  const alignments = (head ?? rows[0] ?? []).map((_, column) => (column > 0 && isNumeric(column) ? 'slide__cell--number' : undefined));
  return (
    <table className="slide__table" data-columns={alignments.length > MAX_NARROW_COLUMNS ? 'many' : undefined}>
      {head && (
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" className={alignments[column]}>
                <InlineText text={cell} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} className={index < reveal.shown ? undefined : 'slide__row--later'}>
            {row.map((cell, column) => (
              <td key={column} className={cellClass(cell, alignments[column])} data-head={head?.[column] && plainText(head[column])}>
                {cell.length > 0 && (
                  <SlideItem index={index} reveal={reveal}>
                    <InlineText text={cell} />
                  </SlideItem>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Characters of a cell that stays on one line. */
const SHORT_CELL = 14;

function cellClass(cell: Inline, alignment: string | undefined): string | undefined {
  const isShort = plainText(cell).length <= SHORT_CELL;
  return isShort ? ['slide__cell--short', alignment].filter(Boolean).join(' ') : alignment;
}

/** Whether a cell is a number, with its sign and unit, or empty. */
function isNumber(cell: Inline): boolean {
  const text = plainText(cell).trim();
  return (
    text === '' || text === '–' || text === '—' || /^[+\-−–±~≈<>≤≥$€£¥]?\s?[\p{Nd}]([\p{Nd}.,:'’\s]*)\s?[\p{L}%‰°µ/$€£¥]{0,6}$/u.test(text)
  );
}
