import { memo, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { progressAt } from '../core/progress';
import type { Story } from '../core/story';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { BidiText } from '../kinds/parts/BidiText';
import './statusbar.css';
import './foot.css';

interface StatusBarProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  /** The digits typed so far to go to a stop. */
  readonly pendingNumber: string | undefined;
  readonly autoplay: boolean;
  /** Whether the stage is frozen and no speaker window shows it. */
  readonly showsFrozen: boolean;
  /** Shown in place of the footer, which keeps its space, so that nothing is covered or moved. */
  readonly notice?: string | undefined;
  /** Shown beside the progress bar. */
  readonly badge?: ReactNode;
  /** Buttons beside the topic. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Shows the scene and progress, the topic and a hint; below them the story’s footer. */
export function StatusBar({
  timeline,
  stop,
  pendingNumber,
  autoplay,
  showsFrozen,
  notice,
  badge,
  actions,
  children,
}: StatusBarProps): ReactElement {
  const { status, footer } = timeline.story;
  const isLast = stop.index === timeline.wayLength - 1;
  const scenes = stopAt(timeline, timeline.wayLength - 1).sceneIndex + 1;
  const sceneLabel = stop.detour === undefined ? status.scene : status.detour;
  return (
    <footer className="status-bar">
      <div className="status">
        <span className="status__where">
          <bdi>{sceneLabel.replaceAll('{n}', String(stop.sceneIndex + 1)).replaceAll('{of}', String(scenes))}</bdi>
          <ProgressBar timeline={timeline} stop={stop} />
          {badge}
        </span>
        <span className="status__topic">
          <bdi>
            <BidiText text={status.topic} />
          </bdi>
          {pendingNumber !== undefined && <StatusFlag>Go to {pendingNumber} ⏎</StatusFlag>}
          {autoplay && <StatusFlag>▶ Autoplay</StatusFlag>}
          {showsFrozen && <StatusFlag>Frozen</StatusFlag>}
          {actions}
        </span>
        <span className={`status__hint${isLast ? ' status__hint--end' : ''}`}>
          <bdi>{isLast ? status.end : status.hint}</bdi>
        </span>
      </div>
      <div className="status-bar__foot">
        <FooterText footer={footer} isHidden={notice !== undefined} />
        {notice !== undefined && (
          <p className="foot" lang="en" role="status">
            {notice}
          </p>
        )}
      </div>
      {children}
    </footer>
  );
}

const FooterText = memo(({ footer, isHidden }: Pick<Story, 'footer'> & { readonly isHidden: boolean }): ReactElement => (
  <p className={isHidden ? 'foot-space' : 'foot'}>
    {footer.map((part, index) =>
      typeof part === 'string' ? (
        <bdi key={index}>
          <BidiText text={part} />
        </bdi>
      ) : (
        <a key={index} dir="auto" href={part.href} target="_blank" rel="noopener noreferrer">
          {part.text}
        </a>
      ),
    )}
  </p>
));

function StatusFlag({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <span className="status__flag" lang="en" dir="ltr" role="status">
      {children}
    </span>
  );
}

/** A mark for each stop, grouped by scene; coarser in long stories. */
function ProgressBar({ timeline, stop }: { readonly timeline: Timeline; readonly stop: Stop }): ReactElement {
  const { isPerStop, groups } = progressAt(timeline, stop.index);
  return (
    <span className={`progress${isPerStop ? '' : ' progress--coarse'}`} aria-hidden="true">
      {groups.map(({ stops, marks }, scene) => (
        <span key={scene} className="progress__scene" style={{ flexGrow: stops }}>
          {marks.map(({ state, shown }, index) => (
            <i key={index} data-mark={state} style={shown > 0 && shown < 1 ? ({ '--shown': shown } as CSSProperties) : undefined} />
          ))}
        </span>
      ))}
    </span>
  );
}
