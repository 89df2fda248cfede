import type { ReactElement, ReactNode } from 'react';
import { stageContentAt, type PlacedPane, type StageContent } from '../core/stageContent';
import type { Position } from '../core/position';
import { stopKey } from '../core/stopNumber';
import type { Stop, Timeline } from '../core/timeline';
import { BrowserWindow, BrowserPage } from './BrowserWindow';
import { OverPane, SplitStage } from './Panes';
import { SceneErrorBoundary } from './SceneErrorBoundary';
import { SceneView } from './SceneView';
import { coveredProps, hiddenProps } from './hiddenProps';
import { TerminalWindow } from './TerminalWindow';

export interface StageViewProps {
  readonly timeline: Timeline;
  readonly position: Position;
  /** Called by the controls that go on. Must stay the same function, or each step renders the hidden page again (ADR 009). */
  readonly onNext: () => void;
  /** Renders xterm.js on stage, and only the rows in thumbnails and handouts. */
  readonly renderTerminal: (terminal: NonNullable<StageContent['terminal']>) => ReactNode;
  /** Whether assistive technology reads the terminal's rows; on stage it reads the transcript instead. @default false */
  readonly readable?: boolean;
  /** The stop whose page or board is mounted but hidden (ADR 009). @default none */
  readonly upcoming?: Stop | undefined;
}

/** Renders the stage content at a position: the terminal, the browser or the board over it, panes, and windows over all of them. */
export function StageView({ upcoming, ...props }: StageViewProps): ReactElement {
  const { timeline, position, onNext, renderTerminal, readable = false } = props;
  const { terminal, page, board, panes, over } = stageContentAt(timeline, position);
  const nextPage = upcoming?.surface === 'browser' ? upcoming : undefined;
  const nextBoard = upcoming?.surface === 'board' ? upcoming : undefined;
  const topPage = page?.stop ?? nextPage;
  const isCovered = over.length > 0;
  const renderPane = (pane: PlacedPane): ReactElement => <StageView {...props} timeline={pane.timeline} position={pane.position} />;
  return (
    <>
      {(terminal ?? board) && (
        <TerminalWindow title={(board ?? terminal)?.stop.window ?? ''}>
          {terminal && (
            <div
              aria-hidden={!readable || page || board || isCovered ? 'true' : undefined}
              className={board ? 'behind' : undefined}
              {...coveredProps(isCovered)}
            >
              <SceneErrorBoundary stop={terminal.stop}>{renderTerminal(terminal)}</SceneErrorBoundary>
            </div>
          )}
          {[board?.stop, nextBoard].map(
            (stop) =>
              stop && (
                <div key={stopKey(stop)} {...coveredProps(isCovered)} {...hiddenProps('stage-layer', stop !== board?.stop)}>
                  <SceneView stop={stop} phase={board?.stop === stop ? board.phase : 'settled'} onNext={onNext} />
                </div>
              ),
          )}
        </TerminalWindow>
      )}
      {topPage && (
        <div {...coveredProps(isCovered)} {...hiddenProps('stage-layer', page === undefined)}>
          <BrowserWindow
            address={topPage.address}
            chrome={topPage.chrome}
            tab={topPage.tab}
            showsLastRow={topPage.chrome === undefined || isWaiting(terminal?.stop)}
            motion={page?.window ?? 'stay'}
            leaving={page && leavingMessage(page)}
          >
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
      {panes && <SplitStage {...panes} isCovered={isCovered} renderPane={renderPane} />}
      {over.map((window, at) => (
        <OverPane key={window.stop.scene.id} {...window} isCovered={at < over.length - 1}>
          {renderPane(window.pane)}
        </OverPane>
      ))}
    </>
  );
}
function leavingMessage(page: NonNullable<StageContent['page']>): { text: string; ms: number } | undefined {
  return page.transitionText === undefined ? undefined : { text: page.transitionText, ms: page.stop.leave?.ms ?? 0 };
}

/** Whether the output of a stop ends with a spinner that turns. */
function isWaiting(stop: Stop | undefined): boolean {
  const last = stop?.blocks?.at(-1);
  return last?.type === 'spinner' && !last.done;
}
