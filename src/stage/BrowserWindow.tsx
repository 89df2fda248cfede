import { memo, type ReactElement, type ReactNode } from 'react';
import type { WindowMotion } from '../core/stageContent';
import type { Position } from '../core/position';
import type { StepDescription, Stop } from '../core/timeline';
import { MOTION_MS } from '../core/transition';
import { BidiText } from '../kinds/parts/BidiText';
import { ScrollContainer } from '../kinds/parts/ScrollContainer';
import { Transition } from '../kinds/parts/Transition';
import { LeavingOverlay } from './LeavingOverlay';
import { SceneView } from './SceneView';
import { hiddenProps } from './hiddenProps';
import { TrafficLights } from './TerminalWindow';
import { fadeIn, slideUp } from './windowMotion';
import './windows.css';
import './page-windows.css';

interface BrowserWindowProps extends Pick<StepDescription, 'address' | 'chrome' | 'tab'> {
  /** Whether the last row of the terminal stays visible below the window, as a program waits there. */
  readonly showsLastRow: boolean;
  readonly motion: WindowMotion;
  /** Text over the page while the story leaves it, and its duration in milliseconds. */
  readonly leaving: { readonly text: string; readonly ms: number } | undefined;
  /** {@link BrowserPage} elements. */
  readonly children: ReactNode;
}

/** The window of a page over the terminal: a browser, a desktop window, a phone, or no window at all. */
export function BrowserWindow({
  address = '',
  chrome = 'browser',
  tab,
  showsLastRow,
  motion,
  leaving,
  children,
}: BrowserWindowProps): ReactElement {
  const isClosing = motion === 'close';
  return (
    <Transition
      className={chrome === 'none' ? 'page-surface' : `window window--page window--${chrome}${showsLastRow ? '' : ' window--tall'}`}
      label={tab?.title ?? address}
      animating={motion !== 'stay'}
      exiting={isClosing}
      duration={isClosing ? MOTION_MS.close : MOTION_MS.open}
      delay={isClosing ? (leaving?.ms ?? 0) : 0}
      styleAt={chrome === 'none' ? fadeIn : slideUp}
    >
      {chrome === 'browser' && <BrowserBar address={address} tab={tab} />}
      {chrome === 'window' && (
        <header className="window__bar">
          <TrafficLights />
          <span className="window__title">
            <BidiText text={tab?.title ?? address} />
          </span>
        </header>
      )}
      {chrome === 'phone' && (
        <header className="phone__bar" dir="ltr" aria-hidden="true">
          <span>9:41</span>
          <i />
          <span className="phone__battery" />
        </header>
      )}
      <div className="window__body">
        {children}
        {leaving && <LeavingOverlay text={leaving.text} />}
      </div>
    </Transition>
  );
}

function BrowserBar({ address, tab }: Required<Pick<BrowserWindowProps, 'address'>> & Pick<BrowserWindowProps, 'tab'>): ReactElement {
  return (
    <>
      {tab && (
        <div className="browser__tabs" aria-hidden="true">
          <TrafficLights />
          <span className="browser__tab">
            {tab.icon !== undefined && <span className="browser__favicon">{tab.icon}</span>}
            <span className="browser__tab-title">
              <BidiText text={tab.title} />
            </span>
          </span>
        </div>
      )}
      <header className="window__bar">
        {!tab && <TrafficLights />}
        <span className="browser__arrows" dir="ltr" aria-hidden="true">
          ← →
        </span>
        <span className="browser__address">
          <LockIcon />
          <span dir="ltr">{address}</span>
        </span>
      </header>
    </>
  );
}

interface BrowserPageProps {
  readonly stop: Stop;
  readonly phase: Position['phase'];
  /** Whether the page is mounted but hidden (ADR 009). */
  readonly isHidden: boolean;
  readonly onNext: () => void;
}

export const BrowserPage = memo(({ stop, phase, isHidden, onNext }: BrowserPageProps): ReactElement => (
  <div {...hiddenProps('page', isHidden)}>
    <ScrollContainer>
      <SceneView stop={stop} phase={phase} onNext={onNext} />
    </ScrollContainer>
  </div>
));

function LockIcon(): ReactElement {
  return (
    <svg className="browser__lock" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={
          'M4.5 7V5a3.5 3.5 0 0 1 7 0v2h.5a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h.5Z' +
          'm1.6 0h3.8V5a1.9 1.9 0 0 0-3.8 0v2Z'
        }
        fill="currentColor"
      />
    </svg>
  );
}
