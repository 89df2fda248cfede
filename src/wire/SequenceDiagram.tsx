import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { PROVENANCE_LABELS, type Party, type SequenceRow } from '../core/wire';

/** The longest an arrow takes to draw, in milliseconds. */
const MAX_DRAW_MS = 320;

interface SequenceDiagramProps {
  readonly parties: readonly Party[];
  readonly rows: readonly SequenceRow[];
  /** The message that is open. */
  readonly openMessageId?: string;
  /** How long this stop's arrows have to draw themselves, one after the other, in milliseconds; 0 where they stand. */
  readonly drawMs: number;
  /** The stop it pictures: another one scrolls to its own messages. */
  readonly stopIndex: number;
  readonly onOpen: (id: string | undefined) => void;
  /** Stands below the last message. */
  readonly children?: ReactNode;
}

/** Pixels out of view that are not worth a cue. */
const SCROLL_TOLERANCE_PX = 4;

/** A sequence diagram: a line down for each party, an arrow across for each message. This stop's are lit, earlier ones dimmed. */
export function SequenceDiagram({ parties, rows, openMessageId, drawMs, stopIndex, onOpen, children }: SequenceDiagramProps): ReactElement {
  const container = useRef<HTMLDivElement>(null);
  const [hasEarlierMessages, setHasEarlierMessages] = useState(false);
  const highlightedRows = rows.filter((rung) => rung.isHighlighted);
  const step = Math.min(MAX_DRAW_MS, drawMs / (highlightedRows.length + 1));

  // This stop's messages are in view, with one from before above them where that fits; the size of the panel or its text may change that.
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const scrollToHighlighted = (): void => {
      const highlightedItems = element.querySelectorAll<HTMLElement>('[data-lit]');
      const [first, last] = [highlightedItems[0], highlightedItems[highlightedItems.length - 1]];
      if (!first || !last) {
        element.scrollTop = element.scrollHeight;
        return;
      }
      const top = element.getBoundingClientRect().top + (element.querySelector('.sequence__parties')?.clientHeight ?? 0);
      const bottom = element.getBoundingClientRect().bottom;
      const before = first.previousElementSibling?.getBoundingClientRect() ?? first.getBoundingClientRect();
      const fits = last.getBoundingClientRect().bottom - before.top <= bottom - top;
      element.scrollTop += (fits ? before : first.getBoundingClientRect()).top - top;
    };
    scrollToHighlighted();
    const observer = new ResizeObserver(scrollToHighlighted);
    observer.observe(element);
    // Larger text makes the diagram longer, and leaves the panel as it is.
    for (const child of element.children) observer.observe(child);
    const updateScrollCue = (): void => setHasEarlierMessages(element.scrollTop > SCROLL_TOLERANCE_PX);
    updateScrollCue();
    element.addEventListener('scroll', updateScrollCue, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', updateScrollCue);
    };
  }, [stopIndex, openMessageId]);

  const tabStop = openMessageId ?? (highlightedRows[0] ?? rows.at(-1))?.message.id;
  return (
    <div
      className="sequence"
      ref={container}
      data-short={openMessageId === undefined ? undefined : ''}
      style={{ '--parties': parties.length } as CSSProperties}
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
          {rows.map((rung) => (
            <SequenceRowView
              key={rung.message.id}
              row={rung}
              parties={parties}
              isExpanded={openMessageId === rung.message.id}
              focusable={rung.message.id === tabStop}
              drawing={rung.isHighlighted && drawMs > 0 ? { delay: highlightedRows.indexOf(rung) * step, ms: step } : undefined}
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
  readonly isExpanded: boolean;
  readonly focusable: boolean;
  /** When and how long its arrow draws itself, in milliseconds; undefined where it stands. */
  readonly drawing: { readonly delay: number; readonly ms: number } | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** A message as an arrow with its words above. */
function SequenceRowView({
  row: { message, isHighlighted },
  parties,
  isExpanded,
  focusable,
  drawing,
  onOpen,
}: SequenceRowViewProps): ReactElement {
  const columnOf = (id: string): number =>
    Math.max(
      0,
      parties.findIndex((party) => party.id === id),
    );
  const [from, to] = [columnOf(message.from), columnOf(message.to)];
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
          <Arrow />
          <span className="mark" data-mark={message.mark}>
            {PROVENANCE_LABELS[message.mark].name}
          </span>
        </span>
      </button>
    </li>
  );
}

/** The shaft stretches, the head does not. */
function Arrow(): ReactElement {
  return (
    <>
      <span className="sequence-row__shaft" aria-hidden="true" />
      <svg className="sequence-row__arrowhead" viewBox="0 0 12 16" aria-hidden="true">
        <path d="M1 1.5 11 8 1 14.5Z" fill="currentColor" />
      </svg>
    </>
  );
}
