import { useSyncExternalStore, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clock } from '../core/clock';
import { formatHash, parseHash } from '../core/stopHash';
import { hasBegun } from '../core/show';
import type { Story } from '../core/story';
import type { Bidi } from '../core/terminal/bidiLayout';
import { timelineOf } from '../core/timeline';
import { describe } from '../kinds/registry';
import type { Channel } from '../player/channel';
import { documentAttributes } from '../player/documentAttributes';
import { wantsMotion, watchMotion } from '../player/motion';
import { keepCopy } from '../player/serviceWorker';
import { lastingShelf } from '../player/keyValueStore';
import { keepAwake } from '../player/wakeLock';
import { Desk } from './speakerStore';
import { bindDeskKeys, keepFocus } from './bindSpeakerKeys';
import { Speaker } from './SpeakerWindow';
import css from './speaker.css?inline';
import { SpeakerLink } from './stageConnection';

export interface SpeakerOptions {
  readonly story: Story;
  /** For text from right to left in the terminal; undefined in stories without. */
  readonly bidi?: Bidi | undefined;
  readonly session: string;
  readonly channel: Channel;
  readonly clock: Clock;
  /** Keys pressed before this was there. */
  readonly early: readonly KeyboardEvent[];
  /** What every page of ours stands on. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/** Puts the speaker window on the page. Returns the way to take it off, which leaves nothing behind. */
export function mountSpeaker(
  container: HTMLElement,
  { story, bidi, session, channel, clock, early, page: Page }: SpeakerOptions,
): () => void {
  const timeline = timelineOf(story, describe, bidi);
  const link = new SpeakerLink(channel, clock);
  const desk = new Desk({ timeline, link, clock, shelf: lastingShelf(story.id), stop: parseHash(timeline, location.hash) });
  const html = document.documentElement;
  html.dataset['page'] = 'speaker';
  delete html.dataset['boot'];
  document.title = `Speaker — ${story.title}`;

  const stops = [bindDocument(desk, html), desk.open(), bindDeskKeys(desk, early), keepFocus(container), keepAwake()];
  keepCopy(() => hasBegun(desk.getState().show));
  const root = createRoot(container);
  root.render(
    <Page theme={story.theme}>
      <style>{css}</style>
      <Live desk={desk} session={session} />
    </Page>,
  );
  return () => {
    root.unmount();
    for (const stop of stops) stop();
    delete html.dataset['page'];
  };
}

/** The speaker window, which follows the system's wish for less motion as the stage does. */
function Live({ desk, session }: { readonly desk: Desk; readonly session: string }): ReactElement {
  const motion = useSyncExternalStore(watchMotion, wantsMotion);
  return <Speaker desk={desk} session={session} motion={motion} />;
}

/** Keeps `<html>` and the address true: a reload finds the stop again even where no stage answers. Returns the way to stop. */
function bindDocument(desk: Desk, html: HTMLElement): () => void {
  const write = (): void => {
    const { show, settings } = desk.getState();
    html.dataset['theme'] = settings.theme;
    for (const [name, value] of Object.entries(documentAttributes(desk.timeline, show.stop, !show.playing))) html.setAttribute(name, value);
    const hash = formatHash(desk.timeline, show.stop);
    if (location.hash === hash) return;
    try {
      history.replaceState(history.state, '', hash);
    } catch {
      // Safari counts how often the address changes; the next stop writes it again.
    }
  };
  write();
  return desk.subscribe(write);
}
