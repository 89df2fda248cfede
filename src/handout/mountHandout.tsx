import type { ComponentType, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Story } from '../core/story';
import type { Timeline } from '../core/timeline';
import { Handout } from './Handout';
import type { HandoutOptions } from './loadHandoutOptions';

export interface MountHandoutOptions extends HandoutOptions {
  /** Whether it is the page itself, or stands in for it on paper. */
  readonly mode: 'page' | 'print';
  /** What every page of ours stands on. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/** Puts the handout on the page, complete when this returns. Returns the way to take it off, which leaves nothing behind. */
export function mountHandout(timeline: Timeline, { mode, page: Page, ...options }: MountHandoutOptions): () => void {
  const html = document.documentElement;
  const host = document.createElement('div');
  document.body.append(host);
  html.dataset['handout'] = mode;
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <Page theme={timeline.story.theme}>
        <Handout timeline={timeline} options={options} />
      </Page>,
    ),
  );
  return () => {
    root.unmount();
    host.remove();
    delete html.dataset['handout'];
  };
}
