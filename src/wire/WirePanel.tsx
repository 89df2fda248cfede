import { useEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import { textScale } from '../core/settings';
import { stopAt } from '../core/timeline';
import { requestAndResponse, sequenceDiagramAt, type WireData, type WireStop } from '../core/wire';
import { interceptKeys } from '../player/keyboard';
import type { Player } from '../player/player';
import { useStageState } from '../player/usePlayer';
import { ClarificationList } from './ClarificationList';
import { SequenceDiagram } from './SequenceDiagram';
import { markProps } from './markProps';
import { MessageView } from './MessageView';

interface WirePanelProps {
  readonly player: Player;
  readonly wire: WireData;
}

/**
 * Moves the focus between the messages of the diagram, or scrolls the open message, if the keyboard focus is there. Returns whether
 * it handled the key.
 */
function handleArrowKey(panel: HTMLElement, { key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const direction = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (direction === 0 || ctrlKey || metaKey || altKey || !(target instanceof Element)) return false;
  if (!panel.contains(target) || !target.matches(':focus-visible') || target.closest('[data-own-field]')) return false;
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-rung]')];
  const at = rows.findIndex((row) => row === target);
  const scrollArea = target.closest<HTMLElement>('[data-scrolls]');
  if (at >= 0) rows[at + direction]?.focus();
  else if (scrollArea) scrollArea.scrollTop += direction * 0.15 * scrollArea.clientHeight;
  return at >= 0 || scrollArea !== null;
}

/** The panel beside the stage: the sequence diagram of the stop, and a message in full. */
export function WirePanel({ player, wire }: WirePanelProps): ReactElement {
  const { timeline, position, motion, show } = useStageState(player);
  const openMessageId = show.wire?.message;
  const panel = useRef<HTMLElement>(null);
  const diagram = sequenceDiagramAt(wire, timeline, position.stop);
  const stop = stopAt(timeline, position.stop);
  const messages = diagram.rows.map((row) => row.message);
  const message = messages.find(({ id }) => id === openMessageId);
  const exchange = message ? requestAndResponse(messages, message) : messages;
  const openMessage = (id: string | undefined): void => player.dispatch({ type: 'message', id, at: player.now() });

  // Tab moves the focus from here to the messages. Until one has it, the stage handles the arrow keys.
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => interceptKeys((event) => (panel.current ? handleArrowKey(panel.current, event) : false)), []);

  // Closing a message returns the focus to its row.
  const lastOpenId = useRef(openMessageId);
  useEffect(() => {
    const previousId = lastOpenId.current;
    lastOpenId.current = openMessageId;
    if (previousId === undefined || openMessageId !== undefined || document.activeElement !== document.body) return;
    panel.current?.querySelector<HTMLElement>(`[data-rung="${previousId}"]`)?.focus({ preventScroll: true });
  }, [openMessageId]);

  return (
    // Buttons handle the keyboard; the listener only keeps the focus on the stage.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      className="wire"
      dir="ltr"
      data-curtain={show.curtain}
      aria-label="On the wire"
      tabIndex={-1}
      data-message={message?.id}
      style={{ '--text-scale': textScale(show.settings.textStep) } as CSSProperties}
      onMouseDown={(event) => {
        if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
      }}
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
        <SequenceDiagram
          wire={wire}
          parties={diagram.parties}
          rows={diagram.rows.filter((row) => exchange.includes(row.message))}
          openMessageId={message?.id}
          drawMs={!message && motion && position.phase !== 'settled' ? stop.enterMs + stop.playMs : 0}
          stopIndex={position.stop}
          onOpen={openMessage}
        >
          {!message && <StopNotes stop={diagram.stop} hasMessages={diagram.rows.some(({ isHighlighted }) => isHighlighted)} />}
        </SequenceDiagram>
        {message ? (
          <MessageView key={message.id} wire={wire} message={message} onClose={() => openMessage(undefined)} />
        ) : (
          <Legend wire={wire} />
        )}
      </div>
    </aside>
  );
}

interface StopNotesProps {
  readonly stop: WireStop | undefined;
  readonly hasMessages: boolean;
}

/** The note and the clarifications of the stop. */
function StopNotes({ stop, hasMessages }: StopNotesProps): ReactElement | null {
  const text = stop?.note ?? (hasMessages ? undefined : 'Nothing crosses the wire at this stop.');
  if (text === undefined && !stop?.gloss) return null;
  return (
    <div className="wire__stop">
      {text !== undefined && <p className="wire__note">{text}</p>}
      {stop?.gloss && <ClarificationList clarifications={stop.gloss} />}
    </div>
  );
}

/** The meaning of the marks on the arrows. */
function Legend({ wire: { marks } }: { readonly wire: WireData }): ReactElement | null {
  if (marks.length === 0) return null;
  return (
    <dl className="legend">
      {marks.map((mark) => (
        <div key={mark.id}>
          <dt {...markProps(mark)}>{mark.label}</dt>
          <dd>{mark.meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
