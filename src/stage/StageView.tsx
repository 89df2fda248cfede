import type { ReactElement, ReactNode } from 'react';
import { pictureAt, type Picture } from '../core/picture';
import type { Position } from '../core/position';
import type { Stop, Timeline } from '../core/timeline';
import { kinds } from '../kinds/registry';
import { BrowserWindow } from './BrowserWindow';
import { SceneBoundary } from './SceneBoundary';
import { TerminalWindow } from './TerminalWindow';

interface StageViewProps {
  readonly timeline: Timeline;
  readonly position: Position;
  /** Goes on, for the controls that work. */
  readonly onNext: () => void;
  /** Draws the terminal: the real one on stage, its rows alone in a miniature. */
  readonly renderTerminal: (picture: NonNullable<Picture['terminal']>) => ReactNode;
  /** Whether the terminal's rows are read where they stand; on stage the transcript is read instead. @default false */
  readonly readable?: boolean;
}

/** What stands on stage at a position: the terminal, and the browser or the board over it. The same on every screen. */
export function StageView({ timeline, position, onNext, renderTerminal, readable = false }: StageViewProps): ReactElement {
  const picture = pictureAt(timeline, position);
  const { page, board } = picture;
  return (
    <>
      {(picture.terminal ?? board) && (
        <TerminalWindow title={(board ?? picture.terminal)?.stop.window ?? ''}>
          {picture.terminal && (
            <div aria-hidden={!readable || page || board ? 'true' : undefined} className={board ? 'behind' : undefined}>
              <SceneBoundary stop={picture.terminal.stop}>{renderTerminal(picture.terminal)}</SceneBoundary>
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
    </>
  );
}

function leavingOf(page: NonNullable<Picture['page']>): { text: string; ms: number } | undefined {
  return page.leaving === undefined ? undefined : { text: page.leaving, ms: page.stop.leave?.ms ?? 0 };
}

interface ViewProps {
  readonly stop: Stop;
  readonly phase: Position['phase'];
  readonly onNext: () => void;
}

function View({ stop, phase, onNext }: ViewProps): ReactElement | null {
  const Kind = kinds[stop.scene.kind]?.View;
  if (!Kind) return null;
  return (
    <SceneBoundary stop={stop}>
      <Kind scene={stop.scene} step={stop.step} phase={phase} onNext={onNext} />
    </SceneBoundary>
  );
}
