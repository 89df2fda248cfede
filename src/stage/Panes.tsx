import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { OverWindow, PlacedPane, StageContent } from '../core/stageContent';
import { MOTION_MS } from '../core/transition';
import { Transition } from '../kinds/parts/Transition';
import { coveredProps } from './hiddenProps';
import { LeavingOverlay } from './LeavingOverlay';
import { fadeIn, slideUp } from './windowMotion';
import './panes.css';

interface SplitStageProps extends NonNullable<StageContent['panes']> {
  /** Whether a window is over the panes. */
  readonly isCovered: boolean;
  readonly renderPane: (pane: PlacedPane) => ReactNode;
}

/** Scenes beside each other, on portrait screens below each other. Each has its part of the stage and is drawn as on a whole one. */
export function SplitStage({ list, entering, isCovered, renderPane }: SplitStageProps): ReactElement {
  // Where all of them move, or a window is in front, none stands out.
  const marksMoving = !isCovered && list.some(({ moves }) => !moves);
  return (
    <Transition className="panes" animating={entering} duration={MOTION_MS.open} styleAt={fadeIn}>
      {list.map((pane) => (
        <div
          key={pane.stop.scene.id}
          className="panes__pane"
          style={{ flexGrow: pane.width }}
          data-moves={marksMoving && pane.moves ? '' : undefined}
          {...coveredProps(isCovered)}
        >
          {renderPane(pane)}
        </div>
      ))}
    </Transition>
  );
}

interface OverPaneProps extends OverWindow {
  /** Whether another window is over this one. */
  readonly isCovered: boolean;
  readonly children: ReactNode;
}

/** A window over the rest of the stage, which is darker below it and stays in sight around it. */
export function OverPane({ stop, window: motion, transitionText, isCovered, children }: OverPaneProps): ReactElement {
  const isClosing = motion === 'close';
  const timing = {
    animating: motion !== 'stay',
    exiting: isClosing,
    duration: isClosing ? MOTION_MS.close : MOTION_MS.open,
    delay: transitionText === undefined ? 0 : (stop.leave?.ms ?? 0),
  };
  return (
    <div className="stage-layer over" style={{ '--depth': stop.depth } as CSSProperties} {...coveredProps(isCovered)}>
      <Transition className="over__shade" styleAt={fadeIn} {...timing}>
        {undefined}
      </Transition>
      <Transition className="over__pane" styleAt={slideUp} {...timing}>
        {children}
        {transitionText !== undefined && <LeavingOverlay text={transitionText} />}
      </Transition>
    </div>
  );
}
