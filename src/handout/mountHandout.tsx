import type { ComponentType, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Story } from '../core/story';
import type { Timeline } from '../core/timeline';
import { Handout } from './Handout';
import type { HandoutOptions } from './loadHandoutOptions';

export interface MountHandoutOptions extends HandoutOptions {
  /** `page` replaces the stage on screen, `print` only on paper. */
  readonly mode: 'page' | 'print';
  /** What to say above it on screen, such as that the address asks for what is not there. @default nothing */
  readonly notice?: string | undefined;
  /** Wraps the page in the story's theme and fonts. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/** Renders the handout synchronously. Returns a function that removes it. */
export function mountHandout(timeline: Timeline, { mode, notice, page: Page, ...options }: MountHandoutOptions): () => void {
  const html = document.documentElement;
  const host = document.createElement('div');
  document.body.append(host);
  html.dataset['handout'] = mode;
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <Page theme={timeline.story.theme}>
        {notice !== undefined && (
          <p className="handout handout__notice" data-theme={options.theme} role="status">
            {notice}
          </p>
        )}
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
