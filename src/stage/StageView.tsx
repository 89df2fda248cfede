import type { ReactElement, ReactNode } from 'react';
import { stageContentAt, type StageContent } from '../core/stageContent';
import type { Position } from '../core/position';
import type { Stop, Timeline } from '../core/timeline';
import { BrowserWindow, BrowserPage } from './BrowserWindow';
import { SceneErrorBoundary } from './SceneErrorBoundary';
import { SceneView } from './SceneView';
import { hiddenProps } from './hiddenProps';
import { TerminalWindow } from './TerminalWindow';

interface StageViewProps {
  readonly timeline: Timeline;
  readonly position: Position;
  /** Goes on, for the controls that work. Must stay the same function, or every step draws what stands by anew. */
  readonly onNext: () => void;
  /** Draws the terminal: the real one on stage, its rows alone in a miniature. */
  readonly renderTerminal: (picture: NonNullable<StageContent['terminal']>) => ReactNode;
  /** Whether the terminal's rows are read where they stand; on stage the transcript is read instead. @default false */
  readonly readable?: boolean;
  /** The stop whose page or board stands by, laid out and out of sight, to be there at once. @default none */
  readonly upcoming?: Stop | undefined;
}

/** What stands on stage at a position: the terminal, and the browser or the board over it. The same on every screen. */
export function StageView({ timeline, position, onNext, renderTerminal, readable = false, upcoming }: StageViewProps): ReactElement {
  const picture = stageContentAt(timeline, position);
  const { page, board } = picture;
  const nextPage = upcoming?.surface === 'browser' ? upcoming : undefined;
  const nextBoard = upcoming?.surface === 'board' ? upcoming : undefined;
  const topPage = page?.stop ?? nextPage;
  return (
    <>
      {(picture.terminal ?? board) && (
        <TerminalWindow title={(board ?? picture.terminal)?.stop.window ?? ''}>
          {picture.terminal && (
            <div aria-hidden={!readable || page || board ? 'true' : undefined} className={board ? 'behind' : undefined}>
              <SceneErrorBoundary stop={picture.terminal.stop}>{renderTerminal(picture.terminal)}</SceneErrorBoundary>
            </div>
          )}
          {[board?.stop, nextBoard].map(
            (stop) =>
              stop && (
                <div key={stop.index} {...hiddenProps('stage-layer', stop !== board?.stop)}>
                  <SceneView stop={stop} phase={board?.stop === stop ? board.phase : 'settled'} onNext={onNext} />
                </div>
              ),
          )}
        </TerminalWindow>
      )}
      {topPage && (
        <div {...hiddenProps('stage-layer', page === undefined)}>
          <BrowserWindow address={topPage.address ?? ''} motion={page?.window ?? 'stay'} leaving={page && leavingMessage(page)}>
            {[page?.stop, nextPage].map(
              (stop) =>
                stop && (
                  <BrowserPage
                    key={stop.scene.id}
                    stop={stop}
                    phase={page?.stop === stop ? page.phase : 'settled'}
                    isHidden={page !== undefined && page.stop !== stop}
                    onNext={onNext}
                  />
                ),
            )}
          </BrowserWindow>
        </div>
      )}
    </>
  );
}

function leavingMessage(page: NonNullable<StageContent['page']>): { text: string; ms: number } | undefined {
  return page.transitionText === undefined ? undefined : { text: page.transitionText, ms: page.stop.leave?.ms ?? 0 };
}
