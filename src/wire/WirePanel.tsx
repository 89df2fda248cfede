import { useEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import type { Position } from '../core/position';
import { textScale } from '../core/settings';
import type { ShowState } from '../core/show';
import { stopAt, type Timeline } from '../core/timeline';
import { requestAndResponse, sequenceDiagramAt, PROVENANCE_LABELS, type WireData } from '../core/wire';
import { interceptKeys } from '../player/keyboard';
import type { Player } from '../player/player';
import { ClarificationList } from './ClarificationList';
import { SequenceDiagram } from './SequenceDiagram';
import { MessageView } from './MessageView';

interface WirePanelProps {
  readonly player: Player;
  readonly wire: WireData;
  readonly timeline: Timeline;
  /** What the room sees. */
  readonly position: Position;
  /** The message that is open, by its id. */
  readonly openMessageId: string | undefined;
  readonly motion: boolean;
  /** What hides the stage from the room hides the panel as well. */
  readonly curtain: ShowState['curtain'];
  /** Text size, in steps. */
  readonly textStep: number;
}

/** Moves the focus between the messages of the diagram, or scrolls the open one; only while the focus is in there. */
function handleArrowKey(panel: HTMLElement, { key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const direction = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (
    direction === 0 ||
    ctrlKey ||
    metaKey ||
    altKey ||
    !(target instanceof Element) ||
    !panel.contains(target) ||
    !target.matches(':focus-visible') ||
    target.closest('[data-own-field]')
  )
    return false;
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-rung]')];
  const at = rows.findIndex((rung) => rung === target);
  const scrollArea = target.closest<HTMLElement>('[data-scrolls]');
  if (at >= 0) rows[Math.max(0, Math.min(at + direction, rows.length - 1))]?.focus();
  else if (scrollArea) scrollArea.scrollTop += direction * 0.15 * scrollArea.clientHeight;
  return at >= 0 || scrollArea !== null;
}

/** The panel beside the stage: who says what to whom at this stop, and any of it in full. Follows the stage and never leads it. */
export function WirePanel({ player, wire, timeline, position, openMessageId, motion, curtain, textStep }: WirePanelProps): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const diagram = sequenceDiagramAt(wire, timeline, position.stop);
  const stop = stopAt(timeline, position.stop);
  const messages = diagram.rows.map(({ message }) => message);
  const message = messages.find(({ id }) => id === openMessageId);
  const exchange = message && requestAndResponse(messages, message);
  const openMessage = (id: string | undefined): void => player.dispatch({ type: 'message', id, at: player.now() });

  // The next Tab leads to the messages; stepping keys stay the stage's until one of them has the focus.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => interceptKeys((event) => (panel.current ? handleArrowKey(panel.current, event) : false)), []);

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
  const lastOpenId = useRef(openMessageId);
  useEffect(() => {
    const previousId = lastOpenId.current;
    lastOpenId.current = openMessageId;
    if (previousId === undefined || openMessageId !== undefined || document.activeElement !== document.body) return;
    panel.current?.querySelector<HTMLElement>(`[data-rung="${previousId}"]`)?.focus({ preventScroll: true });
  }, [openMessageId]);

  return (
    <aside
      ref={panel}
      className="wire"
      dir="ltr"
      data-curtain={curtain}
      aria-label="On the wire"
      tabIndex={-1}
      data-message={message?.id}
      style={{ '--text-scale': textScale(textStep) } as CSSProperties}
    >
      <div className="wire__content">
        <header className="wire__head">
          <h1>
            On the wire <small dir="auto">{stop.source.title}</small>
          </h1>
          <div className="wire__buttons">
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
            <SequenceDiagram
              parties={diagram.parties}
              rows={diagram.rows.filter((rung) => exchange.includes(rung.message))}
              openMessageId={message.id}
              drawMs={0}
              stopIndex={position.stop}
              onOpen={openMessage}
            />
            <MessageView key={message.id} wire={wire} message={message} onClose={() => openMessage(undefined)} />
          </>
        ) : (
          <>
            <SequenceDiagram
              parties={diagram.parties}
              rows={diagram.rows}
              drawMs={motion && position.phase !== 'settled' ? stop.enterMs + stop.playMs : 0}
              stopIndex={position.stop}
              onOpen={openMessage}
            >
              <StopNotes
                note={diagram.stop?.note}
                gloss={diagram.stop?.gloss}
                hasNoMessages={!diagram.rows.some(({ isHighlighted }) => isHighlighted)}
              />
            </SequenceDiagram>
            <Legend />
          </>
        )}
      </div>
    </aside>
  );
}

interface StopNotesProps {
  readonly note: string | undefined;
  readonly gloss: Parameters<typeof ClarificationList>[0]['gloss'] | undefined;
  /** Whether nothing crosses at the stop. */
  readonly hasNoMessages: boolean;
}

/** What there is to say of the stop as a whole. */
function StopNotes({ note, gloss, hasNoMessages }: StopNotesProps): ReactElement | null {
  const text = note ?? (hasNoMessages ? 'Nothing crosses the wire at this stop.' : undefined);
  if (text === undefined && !gloss) return null;
  return (
    <div className="wire__stop">
      {text !== undefined && <p className="wire__note">{text}</p>}
      {gloss && <ClarificationList gloss={gloss} />}
    </div>
  );
}

/** How true each message is: what the marks on the arrows mean. */
function Legend(): ReactElement {
  return (
    <dl className="legend">
      {Object.entries(PROVENANCE_LABELS).map(([mark, { name, meaning }]) => (
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
