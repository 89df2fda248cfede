import { useSyncExternalStore, type ComponentType, type ReactElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clock } from '../core/clock';
import { formatHash, parseHash } from '../core/stopHash';
import { hasStarted } from '../core/show';
import type { Story } from '../core/story';
import type { BidiLayout } from '../core/terminal/bidiLayout';
import { createTimeline } from '../core/timeline';
import { describeStep } from '../kinds/registry';
import type { Channel } from '../player/channel';
import { documentAttributes } from '../player/documentAttributes';
import { isMotionEnabled, watchMotion } from '../player/motion';
import { registerServiceWorker } from '../player/serviceWorker';
import { openLocalStore } from '../player/keyValueStore';
import { holdWakeLock } from '../player/wakeLock';
import { SpeakerStore } from './speakerStore';
import { bindSpeakerKeys, preventMouseFocus } from './bindSpeakerKeys';
import { SpeakerWindow } from './SpeakerWindow';
import css from './speaker.css?inline';
import { StageConnection } from './stageConnection';

export interface MountSpeakerOptions {
  readonly story: Story;
  /** For text from right to left in the terminal; undefined in stories without. */
  readonly bidi?: BidiLayout | undefined;
  readonly session: string;
  readonly channel: Channel;
  readonly clock: Clock;
  /** Keys pressed before this was there. */
  readonly earlyEvents: readonly KeyboardEvent[];
  /** What every page of ours stands on. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/** Puts the speaker window on the page. Returns the way to take it off, which leaves nothing behind. */
export function mountSpeaker(
  container: HTMLElement,
  { story, bidi, session, channel, clock, earlyEvents, page: Page }: MountSpeakerOptions,
): () => void {
  const timeline = createTimeline(story, describeStep, bidi);
  const connection = new StageConnection(channel, clock);
  const store = new SpeakerStore({
    timeline,
    connection,
    clock,
    localStore: openLocalStore(story.id),
    stop: parseHash(timeline, location.hash),
  });
  const html = document.documentElement;
  html.dataset['page'] = 'speaker';
  delete html.dataset['boot'];
  document.title = `Speaker — ${story.title}`;

  const cleanups = [
    syncDocument(store, html),
    store.connect(),
    bindSpeakerKeys(store, earlyEvents),
    preventMouseFocus(container),
    holdWakeLock(),
  ];
  registerServiceWorker(() => hasStarted(store.getState().show));
  const root = createRoot(container);
  root.render(
    <Page theme={story.theme}>
      <style>{css}</style>
      <SpeakerRoot desk={store} session={session} />
    </Page>,
  );
  return () => {
    root.unmount();
    for (const stop of cleanups) stop();
    delete html.dataset['page'];
  };
}

/** The speaker window, which follows the system's wish for less motion as the stage does. */
function SpeakerRoot({ desk, session }: { readonly desk: SpeakerStore; readonly session: string }): ReactElement {
  const motion = useSyncExternalStore(watchMotion, isMotionEnabled);
  return <SpeakerWindow store={desk} session={session} motion={motion} />;
}

/** Keeps `<html>` and the address true: a reload finds the stop again even where no stage answers. Returns the way to stop. */
function syncDocument(store: SpeakerStore, html: HTMLElement): () => void {
  const write = (): void => {
    const { show, settings } = store.getState();
    html.dataset['theme'] = settings.theme;
    for (const [name, value] of Object.entries(documentAttributes(store.timeline, show.stop, !show.playing)))
      html.setAttribute(name, value);
    const hash = formatHash(store.timeline, show.stop);
    if (location.hash === hash) return;
    try {
      history.replaceState(history.state, '', hash);
    } catch {
      // Safari counts how often the address changes; the next stop writes it again.
    }
  };
  write();
  return store.subscribe(write);
}
