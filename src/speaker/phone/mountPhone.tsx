import { createRoot } from 'react-dom/client';
import { createTimeline } from '../../core/timeline';
import { describeStep } from '../../kinds/registry';
import { openLocalStore } from '../../player/keyValueStore';
import { holdWakeLock, type WakeLockState } from '../../player/wakeLock';
import { bindSpeakerKeys } from '../bindSpeakerKeys';
import { syncDocument, type MountSpeakerOptions } from '../mountSpeaker';
import { SpeakerStore } from '../speakerStore';
import { StageConnection } from '../stageConnection';
import css from './phone.css?inline';
import { PhoneView } from './PhoneView';

/** Renders the speaker's view for a phone into `container`. Returns a cleanup function. */
export function mountSpeaker(
  container: HTMLElement,
  { story, bidi, dropped = [], channel, relay, clock, earlyEvents, page: Page }: MountSpeakerOptions,
): () => void {
  const localStore = openLocalStore(story.id);
  const store = new SpeakerStore({
    createTimeline: (without) => createTimeline(story, describeStep, bidi, without),
    dropped,
    connection: new StageConnection(channel, clock),
    clock,
    localStore,
    hash: location.hash,
  });
  const html = document.documentElement;
  html.dataset['page'] = 'phone';
  delete html.dataset['boot'];
  document.title = `Speaker — ${story.title}`;
  const root = createRoot(container);
  const render = (wakeLock: WakeLockState | undefined): void =>
    root.render(
      <Page theme={story.theme}>
        <style>{css}</style>
        <PhoneView store={store} channel={channel} relay={relay} localStore={localStore} staysAwake={wakeLock !== 'unsupported'} />
      </Page>,
    );
  const cleanups = [
    syncDocument(store, html, false),
    store.connect(),
    bindSpeakerKeys(store, earlyEvents),
    holdWakeLock(render),
    () => relay?.close(),
  ];
  render(undefined);
  return () => {
    for (const stop of cleanups) stop();
    root.unmount();
    delete html.dataset['page'];
  };
}
