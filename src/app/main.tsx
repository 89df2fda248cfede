import { startTransition, type ReactElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { bidi as builtBidi, loadBidi, story as builtStory } from 'virtual:story';
import { isRightToLeft } from '../core/direction';
import { toSharedShowState } from '../core/speakerProtocol';
import { parseHash } from '../core/stopHash';
import type { PageQuery } from '../core/query';
import { DEFAULT_SETTINGS } from '../core/settings';
import { hasStarted } from '../core/show';
import type { Story } from '../core/story';
import { createTimeline, type Timeline } from '../core/timeline';
import { fillStory, queryOverrides, type Query } from '../core/variables';
import { describeStep } from '../kinds/registry';
import { loadChunk } from '../loading/loadChunk';
import { bindUrlHash } from '../player/bindUrlHash';
import { bindDocumentAttributes } from '../player/documentAttributes';
import { bindKeyboard } from '../player/keyboard';
import { isMotionEnabled, watchMotion } from '../player/motion';
import { registerServiceWorker } from '../player/serviceWorker';
import { Player } from '../player/player';
import { bindPointerIdle } from '../player/pointer';
import { connectSpeakers, resolveSessionId, createSpeakerWindowOpener, readStartedAt } from '../player/connectSpeakers';
import { openChannel } from '../player/channel';
import { LeaderElection } from '../player/leaderElection';
import { getRecorder } from '../player/rehearsalRecorder';
import { bindSettings, loadSettings } from '../player/settings';
import { openLocalStore, openSessionStore } from '../player/keyValueStore';
import { holdWakeLock } from '../player/wakeLock';
import { yieldToMain } from '../scheduling/yieldToMain';
import { Stage } from '../stage/Stage';
import { App } from './App';
import { browserClock } from './browserClock';
import { bindPrint } from './bindPrint';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root.');
const html = document.documentElement;
const query: PageQuery & Query = new URLSearchParams(location.search);
/** The story as this address asks for it. */
const applyQueryVariables = (story: Story): Story => fillStory(story, query);
/** For text from right to left in the terminal; undefined where there is none. */
let bidi = builtBidi;
const timelineFor = (story: Story): Timeline => createTimeline(applyQueryVariables(story), describeStep, bidi);
const speakerSession = query.get('speaker');

// A value from the address may need what the story itself does not. Without it, letters stand in their order of writing.
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

/** A page that cannot be loaded: the first stop as served says so. */
function reportStartFailure(error: unknown): void {
  console.error(error);
  window.understudyBoot?.fail(error);
}

/** When the served page began to type by itself, in CSS, on the clock of `performance.now()`. */
function prerenderedAnimationStart(): number | undefined {
  const since = document.getAnimations()[0]?.startTime;
  return typeof since === 'number' ? since : undefined;
}

/** The page the audience sees. Started in several tasks, so that none is long (ADR 030). */
async function startStage(root: HTMLElement): Promise<void> {
  const timeline = timelineFor(builtStory);
  document.title = timeline.story.title;
  const localStore = openLocalStore(builtStory.id);
  const sessionStore = openSessionStore(builtStory.id);
  const player = new Player({
    timeline,
    motion: isMotionEnabled(),
    stop: parseHash(timeline, location.hash),
    clock: browserClock,
    settings: loadSettings(localStore),
    startedAt: readStartedAt(sessionStore),
    since: prerenderedAnimationStart(),
  });
  const session = resolveSessionId(sessionStore);
  const lead = new LeaderElection(sessionStore, browserClock);
  const effects = { openSpeaker: createSpeakerWindowOpener(session), takeLead: lead.takeLead };

  bindUrlHash(player);
  bindDocumentAttributes(player, html);
  bindSettings(player, localStore, html);
  bindKeyboard(player, effects, window.understudyBoot?.takeEarlyKeys());
  registerServiceWorker(() => hasStarted(toSharedShowState(player.getState().show)));
  await yieldToMain();

  const page = ({ theme }: Story): ReactElement => (
    <App theme={theme}>
      <Stage player={player} effects={effects} />
    </App>
  );
  // The page as served shows the first stop as it begins; anything else is drawn from scratch.
  const { position, show } = player.getInitialState();
  const matchesPrerender =
    position.phase === 'play' &&
    show.settings.textStep === DEFAULT_SETTINGS.textStep &&
    queryOverrides(builtStory.variables, query).size === 0;
  const canHydrate = html.dataset['boot'] === undefined && matchesPrerender && root.hasChildNodes();
  // What boot.ts hides must not show until React replaces it.
  if (html.dataset['boot'] !== undefined) root.replaceChildren();
  delete html.dataset['boot'];
  // React renders a transition in slices of 5 ms.
  startTransition(() => {
    const react = canHydrate ? hydrateRoot(root, page(builtStory)) : createRoot(root);
    if (!canHydrate) react.render(page(builtStory));
    onStoryEdit((story) => {
      player.replaceTimeline(timelineFor(story));
      react.render(page(story));
    });
  });
  await yieldToMain();
  bindPointerIdle(html);
  connectSpeakers({ player, recorder: getRecorder(player), channel: openChannel(builtStory.id, session), sessionStore, lead });
  holdWakeLock();
  watchMotion(player.setMotion);
  bindPrint(player);
}

/** The page only the speaker sees. */
async function startSpeaker(root: HTMLElement, session: string): Promise<void> {
  const { mountSpeaker } = await loadChunk('The speaker window', () => import('../speaker/mountSpeaker'));
  const mount = (story: Story): (() => void) => {
    const early = window.understudyBoot?.takeEarlyKeys() ?? [];
    return mountSpeaker(root, {
      story: applyQueryVariables(story),
      bidi,
      session,
      channel: openChannel(story.id, session),
      clock: browserClock,
      earlyEvents: early,
      page: App,
    });
  };
  let unmount = mount(builtStory);
  onStoryEdit((story) => {
    unmount();
    unmount = mount(story);
  });
}

/** The page in a frame of another page. */
async function startEmbed(root: HTMLElement): Promise<void> {
  const { mountEmbed } = await loadChunk('The embedded page', () => import('../embed/mountEmbed'));
  const player = mountEmbed(root, { timeline: timelineFor(builtStory), query, clock: browserClock, page: App });
  bindPrint(player);
  onStoryEdit((story) => player.replaceTimeline(timelineFor(story)));
}

/** The whole story on one page, to read, print or keep. */
async function startHandout(): Promise<void> {
  const [{ mountHandout }, { loadHandoutOptions }] = await Promise.all([
    loadChunk('The handout', () => import('../handout/mountHandout')),
    loadChunk('The handout’s options', () => import('../handout/loadHandoutOptions')),
  ]);
  window.understudyBoot?.takeEarlyKeys();
  const options = await loadHandoutOptions(query, builtStory);
  const mount = (story: Story): (() => void) => {
    document.title = story.title;
    return mountHandout(timelineFor(story), { ...options, mode: 'page', page: App });
  };
  let unmount = mount(builtStory);
  delete html.dataset['boot'];
  onStoryEdit((story) => {
    unmount();
    unmount = mount(story);
  });
  await document.fonts.ready;
  html.dataset['state'] = 'settled';
}

/** While the story is being written: takes its edits without a reload. */
function onStoryEdit(take: (story: Story) => void): void {
  import.meta.hot?.accept('virtual:story', (module) => {
    if (!module) return;
    const edited = module as unknown as { story: Story; bidi: typeof builtBidi };
    bidi = edited.bidi;
    take(edited.story);
  });
}
