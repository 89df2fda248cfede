import { memo, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { progressAt } from '../core/progress';
import type { Story } from '../core/story';
import type { Stop, Timeline } from '../core/timeline';
import { BidiText } from '../kinds/parts/BidiText';
import './statusbar.css';

interface StatusBarProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  /** The number being typed to go somewhere. */
  readonly pendingNumber: string | undefined;
  readonly autoplay: boolean;
  /** Whether the stage is frozen and only it can say so. */
  readonly showsFrozen: boolean;
  /** What the presenter is told in place of the story's last line: it covers nothing and moves nothing. */
  readonly notice?: string | undefined;
  /** What runs beside the talk: a recording. */
  readonly badge?: ReactNode;
  /** What the presenter may take before the talk: a newer version. */
  readonly actions?: ReactNode;
  /** The controls. */
  readonly children?: ReactNode;
}

/** Where we are, what this is about, how to go on; below it the story’s own last line. */
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
  const { status, footer, scenes } = timeline.story;
  const isLast = stop.index === timeline.stops.length - 1;
  const sceneLabel = status.scene.replaceAll('{n}', String(stop.sceneIndex + 1)).replaceAll('{of}', String(scenes.length));
  return (
    <footer className="status-bar">
      <div className="status">
        <span className="status__where">
          <bdi>{sceneLabel}</bdi>
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
      {notice === undefined ? (
        <FooterText footer={footer} />
      ) : (
        <p className="foot" lang="en" role="status">
          {notice}
        </p>
      )}
      {children}
    </footer>
  );
}

/** The story’s own last line. */
const FooterText = memo(({ footer }: Pick<Story, 'footer'>): ReactElement => (
  <p className="foot">
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

/** Something the presenter should know of at a glance. */
function StatusFlag({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <span className="status__flag" lang="en" dir="ltr" role="status">
      {children}
    </span>
  );
}

/** How far we are, grouped by scene. */
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
