import { memo, type ReactElement, type ReactNode } from 'react';
import type { WindowMotion } from '../core/stageContent';
import type { Position } from '../core/position';
import { MOTION, type Stop } from '../core/timeline';
import { ScrollCue } from '../kinds/parts/ScrollContainer';
import { between, Entrance, wholePixels, within, type Look } from '../kinds/parts/Transition';
import { SceneView } from './SceneView';
import { standby } from './hiddenProps';
import { Lights } from './TerminalWindow';
import './windows.css';

interface BrowserWindowProps {
  readonly address: string;
  readonly motion: WindowMotion;
  /** Words over the page while the story leaves it, and for how long, in milliseconds. */
  readonly leaving: { readonly text: string; readonly ms: number } | undefined;
  /** Its {@link Page}s. */
  readonly children: ReactNode;
}

const rising: Look = (progress) => ({ opacity: within(progress, 0, 0.3), translate: `0 ${wholePixels(between(progress, 120, 0))}` });

/** A browser over the terminal: bar, address, page. */
export function BrowserWindow({ address, motion, leaving, children }: BrowserWindowProps): ReactElement {
  const closing = motion === 'close';
  return (
    <Entrance
      className="window window--browser"
      label={address}
      moving={motion !== 'stay'}
      away={closing}
      duration={closing ? MOTION.close : MOTION.open}
      delay={closing ? (leaving?.ms ?? 0) : 0}
      look={rising}
    >
      <header className="window__bar">
        <Lights />
        <span className="browser__arrows" dir="ltr" aria-hidden="true">
          ← →
        </span>
        <span className="browser__address">
          <Lock />
          <span dir="ltr">{address}</span>
        </span>
      </header>
      <div className="window__body">
        {children}
        {leaving && <Leaving text={leaving.text} />}
      </div>
    </Entrance>
  );
}

interface PageProps {
  readonly stop: Stop;
  readonly phase: Position['phase'];
  /** Whether it waits out of sight behind the page on stage. */
  readonly waits: boolean;
  readonly onNext: () => void;
}

/** What the browser shows. */
export const Page = memo(({ stop, phase, waits, onNext }: PageProps): ReactElement => (
  <div {...standby('page', waits)}>
    <ScrollCue>
      <SceneView stop={stop} phase={phase} onNext={onNext} />
    </ScrollCue>
  </div>
));

/** Over a page that is being left: it cannot be used any more, and says why. */
function Leaving({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="leaving" role="status">
      <span className="leaving__spinner" aria-hidden="true" />
      <span>{text}</span>
    </div>
  );
}

function Lock(): ReactElement {
  return (
    <svg className="browser__lock" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2h.5a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h.5Zm1.6 0h3.8V5a1.9 1.9 0 0 0-3.8 0v2Z"
        fill="currentColor"
      />
    </svg>
  );
}
