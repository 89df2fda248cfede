import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { MARKS, type Party, type Rung } from '../core/wire';

/** The longest an arrow takes to draw, in milliseconds. */
const DRAW_MS = 320;

interface LadderProps {
  readonly parties: readonly Party[];
  readonly rungs: readonly Rung[];
  /** The message that is open. */
  readonly open?: string;
  /** How long this stop's arrows have to draw themselves, one after the other, in milliseconds; 0 where they stand. */
  readonly drawMs: number;
  /** The stop it pictures: another one scrolls to its own messages. */
  readonly stop: number;
  readonly onOpen: (id: string | undefined) => void;
  /** Stands below the last message. */
  readonly children?: ReactNode;
}

/** Pixels out of view that are not worth a cue. */
const SLACK = 4;

/** A sequence diagram: a line down for each party, an arrow across for each message. This stop's are lit, earlier ones dimmed. */
export function Ladder({ parties, rungs, open, drawMs, stop, onOpen, children }: LadderProps): ReactElement {
  const view = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(false);
  const lit = rungs.filter((rung) => rung.lit);
  const step = Math.min(DRAW_MS, drawMs / (lit.length + 1));

  // This stop's messages are in view, with one from before above them where that fits; the size of the panel or its text may change that.
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const scroll = (): void => {
      const lights = element.querySelectorAll<HTMLElement>('[data-lit]');
      const [first, last] = [lights[0], lights[lights.length - 1]];
      if (!first || !last) {
        element.scrollTop = element.scrollHeight;
        return;
      }
      const top = element.getBoundingClientRect().top + (element.querySelector('.ladder__heads')?.clientHeight ?? 0);
      const bottom = element.getBoundingClientRect().bottom;
      const before = first.previousElementSibling?.getBoundingClientRect() ?? first.getBoundingClientRect();
      const fits = last.getBoundingClientRect().bottom - before.top <= bottom - top;
      element.scrollTop += (fits ? before : first.getBoundingClientRect()).top - top;
    };
    scroll();
    const observer = new ResizeObserver(scroll);
    observer.observe(element);
    // Larger text makes the diagram longer, and leaves the panel as it is.
    for (const child of element.children) observer.observe(child);
    const look = (): void => setAbove(element.scrollTop > SLACK);
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [stop, open]);

  const tabStop = open ?? (lit[0] ?? rungs.at(-1))?.message.id;
  return (
    <div
      className="ladder"
      ref={view}
      data-short={open === undefined ? undefined : ''}
      style={{ '--parties': parties.length } as CSSProperties}
    >
      <div className="ladder__top">
        <ol className="ladder__heads" aria-label="Parties">
          {parties.map(({ id, name, detail, role }) => (
            <li key={id} title={detail} style={{ '--tone': `var(--role-${role})` } as CSSProperties}>
              <span className="ladder__name">{name}</span>
            </li>
          ))}
        </ol>
        {above && (
          <button
            type="button"
            lang="en"
            dir="ltr"
            tabIndex={-1}
            className="ladder__cue"
            data-scroll-cue
            onClick={() => view.current?.scrollBy({ top: view.current.clientHeight * -0.8, behavior: 'smooth' })}
          >
            ↑ Earlier messages
          </button>
        )}
      </div>
      <div className="ladder__field">
        <div className="ladder__lines" aria-hidden="true">
          {parties.map(({ id, role }) => (
            <i key={id} style={{ '--tone': `var(--role-${role})` } as CSSProperties} />
          ))}
        </div>
        <ol className="ladder__rungs" aria-label="Messages">
          {rungs.map((rung) => (
            <RungView
              key={rung.message.id}
              rung={rung}
              parties={parties}
              pressed={open === rung.message.id}
              focusable={rung.message.id === tabStop}
              draw={rung.lit && drawMs > 0 ? { delay: lit.indexOf(rung) * step, ms: step } : undefined}
              onOpen={onOpen}
            />
          ))}
        </ol>
        {children}
      </div>
    </div>
  );
}

interface RungViewProps {
  readonly rung: Rung;
  readonly parties: readonly Party[];
  readonly pressed: boolean;
  readonly focusable: boolean;
  /** When and how long its arrow draws itself, in milliseconds; undefined where it stands. */
  readonly draw: { readonly delay: number; readonly ms: number } | undefined;
  readonly onOpen: (id: string | undefined) => void;
}

/** A message as an arrow with its words above. */
function RungView({ rung: { message, lit }, parties, pressed, focusable, draw, onOpen }: RungViewProps): ReactElement {
  const place = (id: string): number =>
    Math.max(
      0,
      parties.findIndex((party) => party.id === id),
    );
  const [from, to] = [place(message.from), place(message.to)];
  const [sender, receiver] = [parties[from], parties[to]];
  const style = {
    '--left': Math.min(from, to),
    '--right': Math.max(from, to),
    '--tone': `var(--${lit ? 'role' : 'old'}-${sender?.role ?? 'text'})`,
    ...(draw && { '--delay': `${draw.delay}ms`, '--draw': `${draw.ms}ms` }),
  } as CSSProperties;
  const late = Math.min(from, to) > (parties.length - 1) / 2;
  return (
    <li data-lit={lit ? '' : undefined}>
      <button
        type="button"
        className="rung"
        style={style}
        tabIndex={focusable ? 0 : -1}
        data-rung={message.id}
        data-kind={message.kind}
        data-way={from <= to ? 'right' : 'left'}
        data-late={late ? '' : undefined}
        data-drawing={draw ? '' : undefined}
        aria-expanded={pressed}
        onClick={() => onOpen(pressed ? undefined : message.id)}
      >
        <span className="sr-only">{`${sender?.name ?? ''} to ${receiver?.name ?? ''}: `}</span>
        <span className="rung__label">{message.label}</span>
        <span className="rung__arrow">
          <Arrow />
          <span className="mark" data-mark={message.mark}>
            {MARKS[message.mark].name}
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
      <span className="rung__shaft" aria-hidden="true" />
      <svg className="rung__tip" viewBox="0 0 12 16" aria-hidden="true">
        <path d="M1 1.5 11 8 1 14.5Z" fill="currentColor" />
      </svg>
    </>
  );
}
