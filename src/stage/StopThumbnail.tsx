import type { CSSProperties, ReactElement } from 'react';
import type { PointingScreen } from '../core/pointing';
import type { Timeline } from '../core/timeline';
import { StaticStageView } from './StaticStageView';
import './stage.css';

interface StopThumbnailProps {
  readonly timeline: Timeline;
  readonly stop: number;
  /** The stage that it is laid out like. @default one of 16:9 without a status bar */
  readonly screen?: PointingScreen | undefined;
}

/** Returns the styles with which the stage has as many units as `screen`, in both directions. */
function layoutLike({ width, height, textScale, terminal }: PointingScreen): { readonly box: CSSProperties; readonly root: CSSProperties } {
  const font = terminal && { '--terminal-font': terminal.font, '--terminal-row': terminal.row };
  const root = { '--u-designed': `calc(100cqw / ${width})`, '--text-scale': textScale, ...font };
  return { box: { aspectRatio: `${width} / ${height}` }, root: root as CSSProperties };
}

/** A small, inert view of a stop, drawn by the components of the stage. */
export function StopThumbnail({ timeline, stop, screen }: StopThumbnailProps): ReactElement {
  const layout = screen && layoutLike(screen);
  return (
    <div
      className="stop-thumbnail"
      dir={timeline.story.direction}
      aria-hidden="true"
      inert
      style={layout?.box}
      data-like={screen?.terminal && ''}
    >
      <div className="stage-root" style={layout?.root}>
        <div className="stage">
          <StaticStageView timeline={timeline} stop={stop} />
        </div>
      </div>
    </div>
  );
}
