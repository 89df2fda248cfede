import { useEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import type { Position } from '../core/position';
import { textScale } from '../core/settings';
import type { Show } from '../core/show';
import { stopAt, type Timeline } from '../core/timeline';
import { exchangeOf, ladderAt, MARKS, type Wire } from '../core/wire';
import { takeKeys } from '../player/keyboard';
import type { Player } from '../player/player';
import { GlossList } from './ClarificationList';
import { Ladder } from './SequenceDiagram';
import { MessageView } from './MessageView';

interface PanelProps {
  readonly player: Player;
  readonly wire: Wire;
  readonly timeline: Timeline;
  /** What the room sees. */
  readonly position: Position;
  /** The message that is open, by its id. */
  readonly open: string | undefined;
  readonly motion: boolean;
  /** What hides the stage from the room hides the panel as well. */
  readonly curtain: Show['curtain'];
  /** Text size, in steps. */
  readonly scale: number;
}

/** Moves the focus between the messages of the diagram, or scrolls the open one; only while the focus is in there. */
function moveInside(panel: HTMLElement, { key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const down = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (
    down === 0 ||
    ctrlKey ||
    metaKey ||
    altKey ||
    !(target instanceof Element) ||
    !panel.contains(target) ||
    !target.matches(':focus-visible') ||
    target.closest('[data-own-field]')
  )
    return false;
  const rungs = [...panel.querySelectorAll<HTMLElement>('[data-rung]')];
  const at = rungs.findIndex((rung) => rung === target);
  const sheet = target.closest<HTMLElement>('[data-scrolls]');
  if (at >= 0) rungs[Math.max(0, Math.min(at + down, rungs.length - 1))]?.focus();
  else if (sheet) sheet.scrollTop += down * 0.15 * sheet.clientHeight;
  return at >= 0 || sheet !== null;
}

/** The panel beside the stage: who says what to whom at this stop, and any of it in full. Follows the stage and never leads it. */
export function Panel({ player, wire, timeline, position, open, motion, curtain, scale }: PanelProps): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const ladder = ladderAt(wire, timeline, position.stop);
  const stop = stopAt(timeline, position.stop);
  const messages = ladder.rungs.map(({ message }) => message);
  const message = messages.find(({ id }) => id === open);
  const exchange = message && exchangeOf(messages, message);
  const show = (id: string | undefined): void => player.perform({ type: 'message', id, at: player.now() });

  // The next Tab leads to the messages; stepping keys stay the stage's until one of them has the focus.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => takeKeys((event) => (panel.current ? moveInside(panel.current, event) : false)), []);

  // A mouse must not take the keyboard from the stage.
  useEffect(() => {
    const element = panel.current;
    const onMouseDown = (event: MouseEvent): void => {
      if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
    };
    element?.addEventListener('mousedown', onMouseDown);
    return () => element?.removeEventListener('mousedown', onMouseDown);
  }, []);

  // Whoever opened a message by keyboard finds it again after closing it.
  const last = useRef(open);
  useEffect(() => {
    const before = last.current;
    last.current = open;
    if (before === undefined || open !== undefined || document.activeElement !== document.body) return;
    panel.current?.querySelector<HTMLElement>(`[data-rung="${before}"]`)?.focus({ preventScroll: true });
  }, [open]);

  return (
    <aside
      ref={panel}
      className="wire"
      dir="ltr"
      data-curtain={curtain}
      aria-label="Under the wire"
      tabIndex={-1}
      data-message={message?.id}
      style={{ '--text-scale': textScale(scale) } as CSSProperties}
    >
      <div className="wire__sheet">
        <header className="wire__head">
          <h1>
            Under the wire <small dir="auto">{stop.source.title}</small>
          </h1>
          <div className="wire__moves">
            <button type="button" aria-label="Previous stop" onClick={(event) => player.press('prev', event.timeStamp)}>
              ‹
            </button>
            <button type="button" aria-label="Next stop" onClick={(event) => player.press('next', event.timeStamp)}>
              ›
            </button>
            <button type="button" aria-label="Close the panel" onClick={(event) => player.press('wire', event.timeStamp)}>
              ✗
            </button>
          </div>
        </header>
        {message && exchange ? (
          <>
            <Ladder
              parties={ladder.parties}
              rungs={ladder.rungs.filter((rung) => exchange.includes(rung.message))}
              open={message.id}
              drawMs={0}
              stop={position.stop}
              onOpen={show}
            />
            <MessageView key={message.id} wire={wire} message={message} onClose={() => show(undefined)} />
          </>
        ) : (
          <>
            <Ladder
              parties={ladder.parties}
              rungs={ladder.rungs}
              drawMs={motion && position.phase !== 'settled' ? stop.enterMs + stop.playMs : 0}
              stop={position.stop}
              onOpen={show}
            >
              <StopWords note={ladder.stop?.note} gloss={ladder.stop?.gloss} silent={!ladder.rungs.some(({ lit }) => lit)} />
            </Ladder>
            <Legend />
          </>
        )}
      </div>
    </aside>
  );
}

interface StopWordsProps {
  readonly note: string | undefined;
  readonly gloss: Parameters<typeof GlossList>[0]['gloss'] | undefined;
  /** Whether nothing crosses at the stop. */
  readonly silent: boolean;
}

/** What there is to say of the stop as a whole. */
function StopWords({ note, gloss, silent }: StopWordsProps): ReactElement | null {
  const words = note ?? (silent ? 'Nothing crosses the wire at this stop.' : undefined);
  if (words === undefined && !gloss) return null;
  return (
    <div className="wire__stop">
      {words !== undefined && <p className="wire__note">{words}</p>}
      {gloss && <GlossList gloss={gloss} />}
    </div>
  );
}

/** How true each message is: what the marks on the arrows mean. */
function Legend(): ReactElement {
  return (
    <dl className="legend">
      {Object.entries(MARKS).map(([mark, { name, meaning }]) => (
        <div key={mark}>
          <dt className="mark" data-mark={mark}>
            {name}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
