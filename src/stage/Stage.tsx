import { useCallback, useEffect, useMemo, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { prints, stopAt } from '../core/timeline';
import { isFrozenUnwatched } from '../core/show';
import { textScale } from '../core/settings';
import { lazyPart } from '../loading/lazyComponent';
import type { KeyEffects } from '../player/keyboard';
import { tellPresenter, useNotice } from '../player/notice';
import { bindPointer } from '../player/pointer';
import type { Player } from '../player/player';
import { useStage } from '../player/usePlayer';
import { paletteOf } from '../styles/palette';
import { Terminal } from '../terminal/Terminal';
import { Announcer } from './Announcer';
import { Controls } from './StageControls';
import { Curtain } from './ScreenCover';
import { LeadOffer } from './TakeLeadButton';
import { RecordingBadge } from './RecordingBadge';
import { StageView } from './StageView';
import { StatusBar } from './StatusBar';
import { Transcript } from './Transcript';
import { UpdateOffer } from './UpdateButton';
import { useIdle } from './useCanPreload';
import { useWings } from './useUpcomingStop';
import './stage.css';

/** What lies over the stage loads when it is first asked for, or when the page has time. */
const Overlays = lazyPart('Help and the other panels', () => import('../overlays/Overlays'));
const Wire = lazyPart('“Under the wire”', () => import('../wire/Wire'));

interface StageProps {
  readonly player: Player;
  readonly effects: KeyEffects;
  /** What stands below the stage. @default the status bar with its controls */
  readonly frame?: ReactNode;
}

/** The whole room: terminal, browser, board, and the frame below. Draws the player’s state and keeps none. */
export function Stage({ player, effects, frame }: StageProps): ReactElement {
  const { timeline, position, motion, show } = useStage(player);
  const room = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLElement>(null);
  const { settings, overlay } = show;
  const idle = useIdle();
  const notice = useNotice(player);
  // Only the keys of a talk open the panel.
  const hasWire = frame === undefined && timeline.story.wire !== undefined;
  const stop = stopAt(timeline, position.stop);
  const scale = textScale(settings.textStep);
  const palette = useMemo(() => paletteOf(settings.theme, timeline.story.theme), [settings.theme, timeline]);
  const hasTerminal = timeline.stops.slice(0, position.stop + 1).some(prints);
  const upcoming = useWings(player, timeline, position);
  const onNext = useCallback(() => player.press('next'), [player]);
  // What did not load closes again: the next press is the stage's, and the same key tries once more.
  const onOverlayFail = (): void => {
    const { overlay: open } = player.getState().show;
    if (open) player.press(open);
    tellPresenter('This panel could not be loaded. The talk goes on; press its key to try again.');
  };
  const onOverlaySlow = (slow: boolean): void => tellPresenter(slow ? 'This panel is still loading. The next press closes it.' : undefined);
  const onWireFail = (): void => {
    // Loaded because the page had time: nobody waits for it.
    if (!player.getState().show.wire) return;
    player.press('wire');
    tellPresenter('“Under the wire” could not be loaded. The talk goes on; press x to try again.');
  };

  useEffect(() => (room.current ? bindPointer(player, room.current) : undefined), [player]);

  // Without a terminal nothing loads late: the picture is complete once it is drawn.
  useEffect(() => {
    if (!hasTerminal) player.paint(position.arrival);
  }, [player, hasTerminal, position.arrival]);

  // A control that had the focus may be gone with its page: the stage takes it, so that it is never lost. From a window or
  // frame that has no focus it would take it away from another.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) stage.current?.focus({ preventScroll: true });
  }, [position.stop, overlay, show.wire]);

  const offer = (
    <>
      <LeadOffer player={player} onTake={effects.takeLead} />
      <UpdateOffer player={player} />
    </>
  );

  return (
    <>
      <div className="hall" data-beside={show.wire && ''}>
        <div className="room" ref={room} style={{ '--text-scale': scale } as CSSProperties} inert={overlay !== undefined}>
          <main className="stage" ref={stage} tabIndex={-1} aria-label={timeline.story.title}>
            <StageView
              timeline={timeline}
              position={position}
              onNext={onNext}
              upcoming={upcoming}
              renderTerminal={(terminal) => (
                <Terminal
                  timeline={timeline}
                  stop={terminal.stop}
                  since={terminal.since}
                  arrival={position.arrival}
                  motion={motion}
                  palette={palette}
                  scale={scale}
                  now={player.now}
                  onPainted={player.paint}
                />
              )}
            />
          </main>
          <Transcript player={player} timeline={timeline} stop={stop} />
          {frame ?? (
            <StatusBar
              timeline={timeline}
              stop={stop}
              typed={show.typed?.text}
              autoplay={show.autoplay}
              frozen={isFrozenUnwatched(show)}
              notice={notice}
              badge={<RecordingBadge player={player} />}
              offer={offer}
            >
              <Controls player={player} />
            </StatusBar>
          )}
          <Announcer player={player} />
          {show.curtain !== 'open' && <Curtain colour={show.curtain} />}
        </div>
      </div>
      {hasWire && (
        <Wire wanted={show.wire ?? idle} onFail={onWireFail} fallback={show.wire && <div className="wire" />} props={{ player }} />
      )}
      {overlay && <Overlays wanted={overlay} onFail={onOverlayFail} onSlow={onOverlaySlow} props={{ player, overlay, effects }} />}
    </>
  );
}
