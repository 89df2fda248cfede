import { startTransition, type ReactElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { bidi as builtBidi, loadBidi, story as builtStory } from 'virtual:story';
import { isRightToLeft } from '../core/direction';
import { stopsOfCut } from '../core/cuts';
import { toSharedShowState } from '../core/speakerProtocol';
import { parseHash } from '../core/stopHash';
import type { PageQuery } from '../core/query';
import { DEFAULT_SETTINGS } from '../core/settings';
import { hasStarted } from '../core/show';
import type { Story } from '../core/story';
import { createTimeline, type Timeline } from '../core/timeline';
import { fillStory, queryOverrides, type Query } from '../core/variables';
import { pendingFrames } from '../kinds/parts/pendingFrames';
import { describeStep, loadViews } from '../kinds/registry';
import { loadChunk } from '../loading/loadChunk';
import { bindUrlHash } from '../player/bindUrlHash';
import { bindDocumentAttributes } from '../player/documentAttributes';
import { bindKeyboard } from '../player/keyboard';
import { isMotionEnabled, watchMotion } from '../player/motion';
import { registerServiceWorker } from '../player/serviceWorker';
import { Player } from '../player/player';
import { bindPointerIdle } from '../player/pointer';
import { connectSpeakers, resolveSessionId, createSpeakerWindowOpener, readTimer } from '../player/connectSpeakers';
import { openChannel } from '../player/channel';
import { LeaderElection } from '../player/leaderElection';
import { getRecorder } from '../player/rehearsalRecorder';
import { bindSettings, loadSettings, withKeysOf } from '../player/settings';
import { openLocalStore, openSessionStore } from '../player/keyValueStore';
import { readTalk } from '../player/talkStore';
import { holdWakeLock } from '../player/wakeLock';
import { yieldToMain } from '../scheduling/yieldToMain';
import { decodeElements } from '../stage/decodeImages';
import type { CaptionBand } from '../stage/CaptionBand';
import { Stage } from '../stage/Stage';
import { prepareKeyBand } from '../stage/useKeyBand';
import { App } from './App';
import { loadRelay } from './loadRelay';
import { loadSpeaker } from './loadSpeaker';
import { prerenderedAnimationStart } from './prerenderedAnimationStart';
import { browserClock } from './browserClock';
import { bindPrint } from './bindPrint';
import { reportCut } from './reportCut';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root.');
const html = document.documentElement;
const query: PageQuery & Query = new URLSearchParams(location.search);
const applyQueryVariables = (story: Story): Story => fillStory(story, query);
/** Undefined in stories without right-to-left text in the terminal. */
let bidi = builtBidi;
/** The short version of the talk that the address asks for. */
const cut = query.get('cut');
const cutProblem = reportCut(builtStory, cut);
const timelineFor = (story: Story, dropped = stopsOfCut(story, cut)): Timeline =>
  createTimeline(applyQueryVariables(story), describeStep, bidi, dropped);
const speakerSession = query.get('speaker');
/** Whether the page plays for whoever comes by. */
const isKiosk = query.has('kiosk');
const showsCaptions = isKiosk || query.has('captions');

// A variable in the address may bring right-to-left text. If the chunk does not load, the letters stay in logical order.
if (loadBidi && [...queryOverrides(builtStory.variables, query).values()].some(isRightToLeft)) {
  loadChunk('Text from right to left', loadBidi)
    .then((loaded) => {
      bidi = loaded.bidi;
    })
    .catch(() => {})
    .then(() => start(container))
    .catch(reportStartFailure);
} else
  yieldToMain()
    .then(() => start(container))
    .catch(reportStartFailure);

function start(root: HTMLElement): void {
  if (speakerSession !== null) startSpeaker(root, speakerSession).catch(reportStartFailure);
  else if (query.has('handout')) startHandout().catch(reportStartFailure);
  else if (query.has('embed')) startEmbed(root).catch(reportStartFailure);
  else startStage(root).catch(reportStartFailure);
}

function reportStartFailure(error: unknown): void {
  console.error(error);
  window.understudyBoot?.fail(error);
}

/** Starts the page the audience sees, in several tasks so that none is long (ADR 030). */
async function startStage(root: HTMLElement): Promise<void> {
  const relay = loadRelay(builtStory.id);
  const [localStore, sessionStore] = [openLocalStore(builtStory.id), openSessionStore(builtStory.id)];
  // A booth knows nothing of an earlier visitor, and what a visitor sets is gone after a reload.
  const kept = isKiosk ? { ...sessionStore, read: () => null } : sessionStore;
  const talk = readTalk(kept, builtStory, cut);
  const timeline = timelineFor(builtStory, talk.dropped);
  document.title = timeline.story.title;
  const player = new Player({
    timeline,
    createTimeline: (story, without) => createTimeline(story, describeStep, bidi, without),
    talk,
    motion: isMotionEnabled(),
    stop: parseHash(timeline, location.hash),
    clock: browserClock,
    settings: withKeysOf(query, loadSettings(localStore)),
    timer: readTimer(kept, browserClock.wallTime()),
    showsCaptions,
    since: prerenderedAnimationStart(),
  });
  const session = resolveSessionId(sessionStore);
  const lead = new LeaderElection(sessionStore, browserClock);
  const { openSpeaker, focusSpeaker } = createSpeakerWindowOpener(session);
  let takeLead = lead.takeLead;
  const effects = { openSpeaker, takeLead: () => takeLead() };

  bindUrlHash(player);
  bindDocumentAttributes(player, html);
  bindSettings(player, isKiosk ? { ...localStore, write: () => false } : localStore, html);
  bindKeyboard(player, effects, window.understudyBoot?.takeEarlyKeys());
  registerServiceWorker(() => hasStarted(toSharedShowState(player.getState().show)));
  await yieldToMain();

  const channel = openChannel(builtStory.id, session);
  const [Captions, showsKeys] = await Promise.all([loadCaptions(), prepareKeyBand(player.getState())]);
  let mounts = 0;
  const page = (): ReactElement => (
    <App theme={player.getState().timeline.story.theme}>
      <Stage key={mounts} player={player} effects={effects} channel={channel} captions={Captions && <Captions player={player} />} />
    </App>
  );
  // The prerendered page shows the beginning of the first stop. Anything else is rendered from scratch.
  const { position, show } = player.getInitialState();
  const matchesPrerender =
    position.phase === 'play' &&
    show.dropped.length === 0 &&
    show.settings.textStep === DEFAULT_SETTINGS.textStep &&
    queryOverrides(builtStory.variables, query).size === 0 &&
    !(Captions ?? showsKeys);
  const canHydrate = html.dataset['boot'] === undefined && matchesPrerender && root.hasChildNodes();
  // boot.ts hides the prerendered stop with data-boot. The stop is removed first, so that it does not appear.
  if (html.dataset['boot'] !== undefined) root.replaceChildren();
  delete html.dataset['boot'];
  let remount = (): void => {};
  // React renders a transition in slices of 5 ms.
  startTransition(() => {
    const react = canHydrate ? hydrateRoot(root, page()) : createRoot(root);
    if (!canHydrate) react.render(page());
    onStoryEdit((story) => {
      player.replaceTimeline(timelineFor(story, player.getState().show.dropped));
      react.render(page());
    });
    remount = () => {
      mounts += 1;
      react.render(page());
    };
  });
  await yieldToMain();
  bindPointerIdle(html);
  const connect = (): void =>
    void connectSpeakers({ player, recorder: getRecorder(player), channel, sessionStore, lead, cut, focusSpeaker });
  const standsBy = query.has('standby');
  if (!standsBy) connect();
  void relay.then((loaded) => {
    if (standsBy && loaded) takeLead = loaded.standBy({ player, channel, lead, connect });
    else if (standsBy) connect();
    loaded?.connect(channel);
  });
  holdWakeLock();
  watchMotion(player.setMotion);
  bindPrint(player);
  if (!isKiosk) return;
  loadChunk('The booth', () => import('../player/kiosk')).then(
    ({ bindKiosk }) => bindKiosk({ player, clock: browserClock, query, remount: () => remount() }),
    () => player.press('autoplay'),
  );
}

/** Loads the band with captions if the address asks for it. Without it the talk goes on. */
async function loadCaptions(): Promise<typeof CaptionBand | undefined> {
  if (!showsCaptions) return undefined;
  const chunk = await loadChunk('The captions', () => import('../stage/CaptionBand')).catch(() => undefined);
  return chunk?.CaptionBand;
}

/** Starts the page only the speaker sees. */
async function startSpeaker(root: HTMLElement, session: string): Promise<void> {
  const [relay, mountSpeaker, notice] = await Promise.all([loadRelay(builtStory.id), loadSpeaker(query), cutProblem]);
  mountAndRemount((story) => {
    const channel = openChannel(story.id, session);
    return mountSpeaker(root, {
      story: applyQueryVariables(story),
      bidi,
      dropped: stopsOfCut(story, cut),
      notice,
      session,
      channel,
      relay: relay?.connect(channel),
      clock: browserClock,
      earlyEvents: window.understudyBoot?.takeEarlyKeys() ?? [],
      page: App,
    });
  });
}

/** Starts the page inside another page's frame. */
async function startEmbed(root: HTMLElement): Promise<void> {
  const embed = loadChunk('The embedded page', () => import('../embed/mountEmbed'));
  const [{ mountEmbed }, captions] = await Promise.all([embed, loadCaptions()]);
  const player = mountEmbed(root, { timeline: timelineFor(builtStory), query, clock: browserClock, page: App, captions });
  bindPrint(player);
  onStoryEdit((story) => player.replaceTimeline(timelineFor(story)));
}

/** Starts the handout: the whole story on one page. */
async function startHandout(): Promise<void> {
  const [{ mountHandout }, { loadHandoutOptions }] = await Promise.all([
    loadChunk('The handout', () => import('../handout/mountHandout')),
    loadChunk('The handout’s options', () => import('../handout/loadHandoutOptions')),
    loadViews(),
  ]);
  window.understudyBoot?.takeEarlyKeys();
  const [options, notice] = await Promise.all([loadHandoutOptions(query, builtStory), cutProblem]);
  mountAndRemount((story) => {
    document.title = story.title;
    return mountHandout(timelineFor(story), { ...options, notice, mode: 'page', page: App });
  });
  delete html.dataset['boot'];
  await document.fonts.ready;
  await Promise.all([decodeElements(document.images), pendingFrames(document)]);
  if (options.marks?.showsFocus) options.marks.frameFocus(timelineFor(builtStory));
  html.dataset['state'] = 'settled';
}

/** Mounts the story, and mounts it anew after each edit. `mount` returns its cleanup function. */
function mountAndRemount(mount: (story: Story) => () => void): void {
  let unmount = mount(builtStory);
  onStoryEdit((story) => {
    unmount();
    unmount = mount(story);
  });
}

/** In development, calls `listener` with each edited version of the story. */
function onStoryEdit(listener: (story: Story) => void): void {
  import.meta.hot?.accept('virtual:story', (module) => {
    if (!module) return;
    const edited = module as unknown as { story: Story; bidi: typeof builtBidi };
    bidi = edited.bidi;
    listener(edited.story);
  });
}
