import { useCallback, useEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import { pictureAt, type Picture } from '../core/picture';
import type { Stop } from '../core/timeline';
import { kinds } from '../kinds/registry';
import { bindPointer } from '../player/pointer';
import type { Player } from '../player/player';
import { usePlayer } from '../player/usePlayer';
import { paletteProperties, palettes, type Theme } from '../styles/palette';
import { Terminal } from '../terminal/Terminal';
import { BrowserWindow } from './BrowserWindow';
import { SceneBoundary } from './SceneBoundary';
import { StatusBar } from './StatusBar';
import { TerminalWindow } from './TerminalWindow';
import { Transcript } from './Transcript';
import './stage.css';

interface StageProps {
  readonly player: Player;
  readonly theme: Theme;
}

/** The whole room: terminal, browser, board, and the frame below. Draws the player’s state and keeps none. */
export function Stage({ player, theme }: StageProps): ReactElement {
  const { timeline, position, motion } = usePlayer(player);
  const room = useRef<HTMLDivElement>(null);
  const palette = palettes[theme];
  const picture = pictureAt(timeline, position);
  const { stop, terminal, page, board } = picture;
  const onNext = useCallback(() => player.press('next'), [player]);

  useEffect(() => (room.current ? bindPointer(player, room.current) : undefined), [player]);

  // Without a terminal nothing loads late: the picture is complete once it is drawn.
  useEffect(() => {
    if (!terminal) player.paint(position.arrival);
  }, [player, terminal, position.arrival]);

  return (
    <div className="room" ref={room} style={paletteProperties(palette) as CSSProperties}>
      <main className="stage" tabIndex={-1}>
        {(terminal ?? board) && (
          <TerminalWindow title={(board ?? terminal)?.stop.window ?? ''}>
            {terminal && (
              <div aria-hidden="true" className={board ? 'behind' : undefined}>
                <SceneBoundary stop={terminal.stop}>
                  <Terminal
                    timeline={timeline}
                    stop={terminal.stop}
                    since={terminal.since}
                    arrival={position.arrival}
                    motion={motion}
                    palette={palette}
                    now={player.now}
                    onPainted={player.paint}
                  />
                </SceneBoundary>
              </div>
            )}
            {board && <View stop={board.stop} phase={board.phase} onNext={onNext} />}
          </TerminalWindow>
        )}
        {page && (
          <BrowserWindow
            address={page.stop.address ?? ''}
            motion={page.window}
            leaving={leavingOf(page)}
            page={page.stop.scene.id}
            entering={page.phase === 'enter'}
          >
            <View stop={page.stop} phase={page.phase} onNext={onNext} />
          </BrowserWindow>
        )}
      </main>
      <Transcript timeline={timeline} stop={stop} />
      <StatusBar timeline={timeline} stop={stop} />
    </div>
  );
}

function leavingOf(page: NonNullable<Picture['page']>): { text: string; ms: number } | undefined {
  return page.leaving === undefined ? undefined : { text: page.leaving, ms: page.stop.leave?.ms ?? 0 };
}

interface ViewHostProps {
  readonly stop: Stop;
  readonly phase: 'enter' | 'play' | 'settled';
  readonly onNext: () => void;
}

function View({ stop, phase, onNext }: ViewHostProps): ReactElement | null {
  const Kind = kinds[stop.scene.kind]?.View;
  if (!Kind) return null;
  return (
    <SceneBoundary stop={stop}>
      <Kind scene={stop.scene} step={stop.step} phase={phase} onNext={onNext} />
    </SceneBoundary>
  );
}
