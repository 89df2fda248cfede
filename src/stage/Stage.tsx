import { useCallback, useEffect, useMemo, useRef, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { stopAt } from '../core/timeline';
import { freezeSignText } from '../core/freezeSign';
import { isFrozenWithoutSpeaker } from '../core/show';
import { textScale } from '../core/settings';
import { lazyComponent } from '../loading/lazyComponent';
import type { Channel } from '../player/channel';
import type { KeyEffects } from '../player/keyboard';
import { showNotice, useNotice } from '../player/notice';
import { bindPointer } from '../player/pointer';
import type { Player } from '../player/player';
import { useStageState } from '../player/usePlayer';
import { paletteOf } from '../styles/palette';
import { PANE_WIDE_FROM } from '../terminal/grid';
import { Terminal } from '../terminal/Terminal';
import { Announcer } from './Announcer';
import { StageControls } from './StageControls';
import { ScreenCover } from './ScreenCover';
import { TakeLeadButton } from './TakeLeadButton';
import { RecordingBadge } from './RecordingBadge';
import { StageView } from './StageView';
import { StatusBar } from './StatusBar';
import { Transcript } from './Transcript';
import { UpdateButton } from './UpdateButton';
import { useKeyBand } from './useKeyBand';
import { useCanPreload } from './useCanPreload';
import { useReportPainted } from './useReportPainted';
import { useUpcomingStop } from './useUpcomingStop';
import './stage.css';

/** Panels are loaded when first opened; “On the wire” also in idle time. */
const Overlays = lazyComponent('Help and the other panels', () => import('../overlays/Overlays'));
const Wire = lazyComponent('“On the wire”', () => import('../wire/Wire'));
const Pointing = lazyComponent('What points at the stage', () => import('../pointing/Pointing'));

interface StageProps {
  readonly player: Player;
  readonly effects: KeyEffects;
  /** To the speaker windows of the talk. Without it, nothing points at the stage. */
  readonly channel?: Channel;
  /** The band with captions, between the view and the footer; the view is laid out for the height that is left. @default none */
  readonly captions?: ReactNode;
  /** Rendered below the stage. @default the status bar with its controls */
  readonly footer?: ReactNode;
}

/** The page the audience sees: terminal, browser, board and status bar. Renders the player’s state and has none of its own. */
export function Stage({ player, effects, channel, captions, footer }: StageProps): ReactElement {
  const { timeline, position, motion, show } = useStageState(player);
  const rootRef = useRef<HTMLDivElement>(null);
  const mainRef = useRef<HTMLElement>(null);
  const { settings, overlay } = show;
  const canPreload = useCanPreload();
  const notice = useNotice(player);
  useEffect(() => {
    if (canPreload) player.loadTyping().catch(() => {});
  }, [canPreload, player]);
  // An embedded page, which has its own footer, has no key for the panel.
  const hasWire = footer === undefined && timeline.story.wire !== undefined;
  const stop = stopAt(timeline, position.stop);
  const scale = textScale(settings.textStep);
  const palette = useMemo(() => paletteOf(settings.theme, timeline.story.theme), [settings.theme, timeline]);
  const upcoming = useUpcomingStop(player, timeline, position);
  const onPainted = useReportPainted(player, timeline, position);
  const onNext = useCallback(() => player.press('next'), [player]);
  // Closes a panel that failed to load, so that the next press controls the stage and the same key loads the panel again.
  const onOverlayFail = (): void => {
    const { overlay: open } = player.getState().show;
    if (open) player.press(open);
    showNotice('This panel could not be loaded. The talk goes on; press its key to try again.');
  };
  const onOverlaySlow = (isSlow: boolean): void =>
    showNotice(isSlow ? 'This panel is still loading. The next press closes it.' : undefined);
  const onPointingFail = (): void => {
    const { tool } = player.getState().show;
    if (!tool) return;
    player.press(tool);
    showNotice('What points at the stage could not be loaded. The talk goes on; press the key to try again.');
  };
  const onWireFail = (): void => {
    // Preloading failed: the panel is loaded again when it is opened.
    if (!player.getState().show.wire) return;
    player.press('wire');
    showNotice('“On the wire” could not be loaded. The talk goes on; press x to try again.');
  };

  useEffect(() => (rootRef.current ? bindPointer(player, rootRef.current) : undefined), [player]);

  // Focuses the stage when the focused control has been removed with its page. Not in a window or frame without focus, from
  // where it would take the focus of another one.
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) mainRef.current?.focus({ preventScroll: true });
  }, [position.stop, overlay, show.wire]);

  const actions = (
    <>
      <TakeLeadButton player={player} onTakeLead={effects.takeLead} />
      <UpdateButton player={player} />
    </>
  );

  const keyBand = useKeyBand(player, { show, timeline }, canPreload);
  const view = (
    <StageView
      timeline={timeline}
      position={position}
      onNext={onNext}
      upcoming={upcoming}
      renderTerminal={(terminal) => (
        <Terminal
          timeline={terminal.timeline}
          stop={terminal.stop}
          since={terminal.since}
          heldAt={terminal.heldAt}
          arrival={position.arrival}
          motion={motion}
          palette={palette}
          scale={scale}
          wideFrom={terminal.timeline === timeline ? undefined : PANE_WIDE_FROM}
          now={player.now}
          onPainted={onPainted}
        />
      )}
    />
  );
  return (
    <>
      <div className="stage-layout" data-beside={show.wire && ''}>
        <div className="stage-root" ref={rootRef} style={{ '--text-scale': scale } as CSSProperties} inert={overlay !== undefined}>
          <main className="stage" ref={mainRef} tabIndex={-1} aria-label={timeline.story.title}>
            {captions === undefined && keyBand === undefined ? view : <div className="stage-fit">{view}</div>}
          </main>
          {keyBand}
          {captions}
          <Transcript player={player} timeline={timeline} stop={stop} />
          {footer ?? (
            <StatusBar
              timeline={timeline}
              stop={stop}
              pendingNumber={show.pendingNumber?.text}
              autoplay={show.autoplay}
              showsFrozen={isFrozenWithoutSpeaker(show)}
              notice={freezeSignText(show.freezeSign) ?? notice}
              badge={<RecordingBadge player={player} />}
              actions={actions}
            >
              <StageControls player={player} />
            </StatusBar>
          )}
          {channel && <Pointing wanted={show.tool ?? canPreload} onError={onPointingFail} props={{ player, channel, stage: mainRef }} />}
          <Announcer player={player} />
          {show.curtain !== 'open' && <ScreenCover colour={show.curtain} />}
        </div>
      </div>
      {hasWire && (
        <Wire wanted={show.wire ?? canPreload} onError={onWireFail} fallback={show.wire && <div className="wire" />} props={{ player }} />
      )}
      {overlay && <Overlays wanted={overlay} onError={onOverlayFail} onSlow={onOverlaySlow} props={{ player, overlay, effects }} />}
    </>
  );
}
