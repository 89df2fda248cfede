import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Clock } from '../core/clock';
import { formatHash } from '../core/stopHash';
import { hasStarted } from '../core/show';
import type { Story } from '../core/story';
import type { BidiLayout } from '../core/terminal/bidiLayout';
import { createTimeline } from '../core/timeline';
import { describeStep } from '../kinds/registry';
import { loadChunk } from '../loading/loadChunk';
import type { Channel } from '../player/channel';
import { documentAttributes } from '../player/documentAttributes';
import { registerServiceWorker } from '../player/serviceWorker';
import { openLocalStore } from '../player/keyValueStore';
import type { RelayLink } from '../player/relayLink';
import { holdWakeLock } from '../player/wakeLock';
import { SpeakerStore } from './speakerStore';
import { bindSpeakerKeys, followListRequests, preventMouseFocus } from './bindSpeakerKeys';
import { SpeakerWindow } from './SpeakerWindow';
import css from './speaker.css?inline';
import { StageConnection } from './stageConnection';

export interface MountSpeakerOptions {
  readonly story: Story;
  /** Needed by stories with right-to-left text in the terminal only. */
  readonly bidi?: BidiLayout | undefined;
  /** The stops that the address drops, until the stage says which are. @default none */
  readonly dropped?: readonly string[];
  /** What to say until the talk moves on, such as that the address asks for what is not there. @default nothing */
  readonly notice?: string | undefined;
  readonly session: string;
  readonly channel: Channel;
  /** The relay of `understudy present --remote`. @default none */
  readonly relay?: RelayLink | undefined;
  readonly clock: Clock;
  /** Key presses that `boot.ts` kept. */
  readonly earlyEvents: readonly KeyboardEvent[];
  /** Wraps the page in the story's theme and fonts. */
  readonly page: ComponentType<{ readonly theme: Story['theme']; readonly children: ReactNode }>;
}

/** Loads the view for a phone. */
export const loadPhone = (): Promise<typeof import('./phone/mountPhone')> =>
  loadChunk('The view for a phone', () => import('./phone/mountPhone'));

/** Renders the speaker window into `container`. Returns a cleanup function. */
export function mountSpeaker(
  container: HTMLElement,
  { story, bidi, dropped = [], notice, session, channel, relay, clock, earlyEvents, page: Page }: MountSpeakerOptions,
): () => void {
  const [connection, localStore] = [new StageConnection(channel, clock), openLocalStore(story.id)];
  const store = new SpeakerStore({
    createTimeline: (without) => createTimeline(story, describeStep, bidi, without),
    dropped,
    connection,
    clock,
    localStore,
    hash: location.hash,
  });
  const html = document.documentElement;
  html.dataset['page'] = 'speaker';
  delete html.dataset['boot'];
  document.title = `Speaker — ${story.title}`;

  const cleanups = [
    syncDocument(store, html),
    store.connect(),
    bindSpeakerKeys(store, earlyEvents),
    followListRequests(store),
    preventMouseFocus(container),
    holdWakeLock(),
    () => relay?.close(),
  ];
  registerServiceWorker(() => hasStarted(store.getState().show));
  const root = createRoot(container);
  root.render(
    <Page theme={story.theme}>
      <style>{css}</style>
      <SpeakerWindow store={store} session={session} channel={channel} relay={relay} notice={notice} />
    </Page>,
  );
  return () => {
    root.unmount();
    for (const stop of cleanups) stop();
    delete html.dataset['page'];
  };
}

/**
 * Writes stop and, with `hasTheme`, theme to the attributes of `<html>`, and the stop to the address, so that a reload restores it
 * without a stage. Returns a cleanup function.
 */
export function syncDocument(store: SpeakerStore, html: HTMLElement, hasTheme = true): () => void {
  const write = (): void => {
    const { show, settings } = store.getState();
    if (hasTheme) html.dataset['theme'] = settings.theme;
    for (const [name, value] of Object.entries(documentAttributes(store.timeline, show.stop, !show.playing)))
      html.setAttribute(name, value);
    const hash = formatHash(store.timeline, show.stop);
    if (location.hash === hash) return;
    try {
      history.replaceState(history.state, '', hash);
    } catch {
      // Safari limits how often the address may change; the next stop tries again.
    }
  };
  write();
  return store.subscribe(write);
}
