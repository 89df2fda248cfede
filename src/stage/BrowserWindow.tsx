import { useTransform } from 'framer-motion';
import * as m from 'framer-motion/m';
import type { ReactElement, ReactNode } from 'react';
import type { WindowMotion } from '../core/picture';
import { MOTION } from '../core/timeline';
import { ScrollCue } from '../kinds/parts/ScrollCue';
import { Lights } from './TerminalWindow';
import { useEntrance } from '../kinds/parts/useEntrance';

interface BrowserWindowProps {
  readonly address: string;
  readonly motion: WindowMotion;
  /** Words over the page while the story leaves it, and for how long, in milliseconds. */
  readonly leaving: { readonly text: string; readonly ms: number } | undefined;
  /** Tells pages apart, so that each enters once. */
  readonly page: string;
  /** Whether the page itself is coming in. */
  readonly entering: boolean;
  readonly children: ReactNode;
}

/** A browser over the terminal: bar, address, page. */
export function BrowserWindow({ address, motion, leaving, page, entering, children }: BrowserWindowProps): ReactElement {
  const progress = useEntrance({
    moving: motion !== 'stay',
    duration: motion === 'close' ? MOTION.close : MOTION.open,
    delay: motion === 'close' ? (leaving?.ms ?? 0) : 0,
    from: motion === 'close' ? 1 : 0,
    to: motion === 'close' ? 0 : 1,
  });
  const opacity = useTransform(progress, [0, 0.3], [0, 1]);
  const y = useTransform(progress, [0, 1], ['14%', '0%']);
  const scale = useTransform(progress, [0, 1], [0.9, 1]);
  return (
    <m.section className="window window--browser" aria-label={address} style={{ opacity, y, scale }}>
      <header className="window__bar">
        <Lights />
        <span className="browser__arrows" aria-hidden="true">
          ← →
        </span>
        <span className="browser__address">
          <Lock />
          <span>{address}</span>
        </span>
      </header>
      <div className="window__body">
        <Page key={page} entering={entering && motion === 'stay'}>
          {children}
        </Page>
        {leaving && <Leaving text={leaving.text} />}
      </div>
    </m.section>
  );
}

function Page({ entering, children }: { readonly entering: boolean; readonly children: ReactNode }): ReactElement {
  const progress = useEntrance({ moving: entering, duration: MOTION.page, from: 0, to: 1 });
  const opacity = useTransform(progress, [0, 1], [0, 1]);
  return (
    <m.div className="page" style={{ opacity }}>
      <ScrollCue>{children}</ScrollCue>
    </m.div>
  );
}

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
      <path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2h.5a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h.5Zm1.6 0h3.8V5a1.9 1.9 0 0 0-3.8 0v2Z" fill="currentColor" />
    </svg>
  );
}
