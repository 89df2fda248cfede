import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { markOf, type Mark, type Party, type SequenceRow, type WireData } from '../core/wire';
import { markProps } from './markProps';

/** Longest time an arrow takes to draw, in milliseconds. */
const MAX_DRAW_MS = 320;

/** The scroll cue is shown only beyond this scroll position. */
const SCROLL_TOLERANCE_PX = 4;

interface SequenceDiagramProps {
  readonly wire: WireData;
  readonly parties: readonly Party[];
  readonly rows: readonly SequenceRow[];
  readonly openMessageId: string | undefined;
  /** Time for the arrows of the stop to draw one after the other, in milliseconds; 0 draws them at once. */
  readonly drawMs: number;
  /** Index of the stop. A change scrolls to the messages of the new stop. */
  readonly stopIndex: number;
  readonly onOpen: (id: string | undefined) => void;
  /** Content below the last message. */
  readonly children?: ReactNode;
}

/** A sequence diagram: a lifeline for each party, an arrow for each message. Messages of earlier stops are dimmed. */
export function SequenceDiagram({
  wire,
  parties,
  rows,
  openMessageId,
  drawMs,
  stopIndex,
  onOpen,
  children,
}: SequenceDiagramProps): ReactElement {
  const container = useRef<HTMLDivElement>(null);
  const [hasEarlierMessages, setHasEarlierMessages] = useState(false);
  const highlightedRows = rows.filter((row) => row.isHighlighted);
  const step = Math.min(MAX_DRAW_MS, drawMs / (highlightedRows.length + 1));

  // Scrolls to the messages of the stop, and to the one before them if it fits. Repeats this when a size changes.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const scrollToHighlighted = (): void => {
      const items = element.querySelectorAll<HTMLElement>('[data-lit]');
      const [first, last] = [items[0], items[items.length - 1]];
      if (!first || !last) {
        element.scrollTop = element.scrollHeight;
        return;
      }
      const { top, bottom } = element.getBoundingClientRect();
      const visibleTop = top + (element.querySelector('.sequence__parties')?.clientHeight ?? 0);
      const firstTop = first.getBoundingClientRect().top;
      const previousTop = first.previousElementSibling?.getBoundingClientRect().top ?? firstTop;
      const fits = last.getBoundingClientRect().bottom - previousTop <= bottom - visibleTop;
      element.scrollTop += (fits ? previousTop : firstTop) - visibleTop;
    };
    scrollToHighlighted();
    const observer = new ResizeObserver(scrollToHighlighted);
    observer.observe(element);
    // Larger text changes the children's size, but not the container's.
    for (const child of element.children) observer.observe(child);
    setHasEarlierMessages(element.scrollTop > SCROLL_TOLERANCE_PX);
    return () => observer.disconnect();
  }, [stopIndex, openMessageId]);

  const tabStop = openMessageId ?? (highlightedRows[0] ?? rows.at(-1))?.message.id;
  return (
    <div
      className="sequence"
      ref={container}
      data-short={openMessageId === undefined ? undefined : ''}
      style={{ '--parties': parties.length } as CSSProperties}
      onScroll={({ currentTarget }) => setHasEarlierMessages(currentTarget.scrollTop > SCROLL_TOLERANCE_PX)}
    >
      <div className="sequence__top">
        <ol className="sequence__parties" aria-label="Parties">
          {parties.map(({ id, name, detail, role }) => (
            <li key={id} title={detail} style={{ '--tone': `var(--role-${role})` } as CSSProperties}>
              <span className="sequence__party-name">{name}</span>
            </li>
          ))}
        </ol>
        {hasEarlierMessages && (
          <button
            type="button"
            lang="en"
            dir="ltr"
            tabIndex={-1}
            className="sequence__scroll-cue"
            data-scroll-cue
            onClick={() => container.current?.scrollBy({ top: container.current.clientHeight * -0.8, behavior: 'smooth' })}
          >
            ↑ Earlier messages
          </button>
        )}
      </div>
      <div className="sequence__body">
        <div className="sequence__lifelines" aria-hidden="true">
          {parties.map(({ id, role }) => (
            <i key={id} style={{ '--tone': `var(--role-${role})` } as CSSProperties} />
          ))}
        </div>
        <ol className="sequence__rows" aria-label="Messages">
          {rows.map((row) => (
            <SequenceRowView
              key={row.message.id}
              row={row}
              parties={parties}
              mark={markOf(wire, row.message)}
              isExpanded={openMessageId === row.message.id}
              focusable={row.message.id === tabStop}
              drawing={row.isHighlighted && drawMs > 0 ? { delay: highlightedRows.indexOf(row) * step, ms: step } : undefined}
              onOpen={onOpen}
            />
          ))}
        </ol>
        {children}
      </div>
    </div>
  );
}

interface SequenceRowViewProps {
  readonly row: SequenceRow;
  readonly parties: readonly Party[];
  readonly mark: Mark | undefined;
  readonly isExpanded: boolean;
  readonly focusable: boolean;
  /** Delay and duration of the arrow's animation, in milliseconds; undefined without one. */
  readonly drawing: { readonly delay: number; readonly ms: number } | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** A message: an arrow with the label above it. */
function SequenceRowView({ row, parties, mark, isExpanded, focusable, drawing, onOpen }: SequenceRowViewProps): ReactElement {
  const { message, isHighlighted } = row;
  const ids = parties.map(({ id }) => id);
  const [from, to] = [message.from, message.to].map((id) => Math.max(0, ids.indexOf(id))) as [number, number];
  const [sender, receiver] = [parties[from], parties[to]];
  const style = {
    '--left': Math.min(from, to),
    '--right': Math.max(from, to),
    '--tone': `var(--${isHighlighted ? 'role' : 'old'}-${sender?.role ?? 'text'})`,
    ...(drawing && { '--delay': `${drawing.delay}ms`, '--draw': `${drawing.ms}ms` }),
  } as CSSProperties;
  const isLabelOnRight = Math.min(from, to) > (parties.length - 1) / 2;
  return (
    <li data-lit={isHighlighted ? '' : undefined}>
      <button
        type="button"
        className="sequence-row"
        style={style}
        tabIndex={focusable ? 0 : -1}
        data-rung={message.id}
        data-kind={message.kind}
        data-way={from <= to ? 'right' : 'left'}
        data-late={isLabelOnRight ? '' : undefined}
        data-drawing={drawing ? '' : undefined}
        aria-expanded={isExpanded}
        onClick={() => onOpen(isExpanded ? undefined : message.id)}
      >
        <span className="sr-only">{`${sender?.name ?? ''} to ${receiver?.name ?? ''}: `}</span>
        <span className="sequence-row__label">{message.label}</span>
        <span className="sequence-row__arrow">
          <span className="sequence-row__shaft" aria-hidden="true" />
          <svg className="sequence-row__arrowhead" viewBox="0 0 12 16" aria-hidden="true">
            <path d="M1 1.5 11 8 1 14.5Z" fill="currentColor" />
          </svg>
          {mark && <span {...markProps(mark)}>{mark.label}</span>}
        </span>
      </button>
    </li>
  );
}
