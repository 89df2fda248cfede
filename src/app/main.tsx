import type { ReactElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { bidi as builtBidi, loadBidi, story as builtStory } from 'virtual:story';
import { isRightToLeft } from '../core/direction';
import { sharedShow } from '../core/speakerProtocol';
import { parseHash } from '../core/stopHash';
import type { PageQuery } from '../core/query';
import { DEFAULT_SETTINGS } from '../core/settings';
import { hasBegun } from '../core/show';
import type { Story } from '../core/story';
import { timelineOf, type Timeline } from '../core/timeline';
import { fillStory, overridesIn, type Query } from '../core/variables';
import { describe } from '../kinds/registry';
import { loadPart } from '../loading/loadChunk';
import { bindAddress } from '../player/bindUrlHash';
import { bindDocument } from '../player/documentAttributes';
import { bindKeyboard } from '../player/keyboard';
import { wantsMotion, watchMotion } from '../player/motion';
import { keepCopy } from '../player/serviceWorker';
import { Player } from '../player/player';
import { bindIdle } from '../player/pointer';
import { bindAudience, sessionName, speakerOpener, storedStart } from '../player/connectSpeakers';
import { openChannel } from '../player/channel';
import { Lead } from '../player/leaderElection';
import { recorderOf } from '../player/rehearsalRecorder';
import { bindSettings, storedSettings } from '../player/settings';
import { lastingShelf, tabShelf } from '../player/keyValueStore';
import { keepAwake } from '../player/wakeLock';
import { Stage } from '../stage/Stage';
import { App } from './App';
import { browserClock } from './browserClock';
import { bindPrint } from './bindPrint';

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root.');
const html = document.documentElement;
const query: PageQuery & Query = new URLSearchParams(location.search);
/** The story as this address asks for it. */
const filled = (story: Story): Story => fillStory(story, query);
/** For text from right to left in the terminal; undefined where there is none. */
let bidi = builtBidi;
const timelineFor = (story: Story): Timeline => timelineOf(filled(story), describe, bidi);
const speakerSession = query.get('speaker');

// A value from the address may need what the story itself does not. Without it, letters stand in their order of writing.
if (loadBidi && [...overridesIn(builtStory.variables, query).values()].some(isRightToLeft)) {
  loadPart('Text from right to left', loadBidi)
    .then((loaded) => {
      bidi = loaded.bidi;
    })
    .catch(() => {})
    .then(() => start(container))
    .catch(fail);
} else start(container);

function start(root: HTMLElement): void {
  if (speakerSession !== null) startSpeaker(root, speakerSession).catch(fail);
  else if (query.has('handout')) startHandout().catch(fail);
  else if (query.has('embed')) startEmbed(root).catch(fail);
  else startStage(root);
}

/** A page that cannot be loaded: the first stop as served says so. */
function fail(error: unknown): void {
  console.error(error);
  window.understudyBoot?.fail(error);
}

/** When the served page began to type by itself, in CSS, on the clock of `performance.now()`. */
function servedSince(): number | undefined {
  const since = document.getAnimations()[0]?.startTime;
  return typeof since === 'number' ? since : undefined;
}

/** The page the room sees. */
function startStage(root: HTMLElement): void {
  const timeline = timelineFor(builtStory);
  document.title = timeline.story.title;
  const shelf = lastingShelf(builtStory.id);
  const tab = tabShelf(builtStory.id);
  const player = new Player({
    timeline,
    motion: wantsMotion(),
    stop: parseHash(timeline, location.hash),
    clock: browserClock,
    settings: storedSettings(shelf),
    startedAt: storedStart(tab),
    since: servedSince(),
  });
  const session = sessionName(tab);
  const lead = new Lead(tab, browserClock);
  const effects = { openSpeaker: speakerOpener(session), takeLead: lead.take };

  bindAddress(player);
  bindDocument(player, html);
  bindSettings(player, shelf, html);
  bindKeyboard(player, effects, window.understudyBoot?.takeKeys());
  bindIdle(html);
  bindAudience({ player, recorder: recorderOf(player), channel: openChannel(builtStory.id, session), tab, lead });
  keepAwake();
  keepCopy(() => hasBegun(sharedShow(player.getState().show)));
  watchMotion(player.setMotion);
  bindPrint(player);

  const page = ({ theme }: Story): ReactElement => (
    <App theme={theme}>
      <Stage player={player} effects={effects} />
    </App>
  );
  // The page as served shows the first stop as it begins; anything else is drawn from scratch.
  const { position, show } = player.getState();
  const asServed =
    position.phase === 'play' &&
    show.settings.textStep === DEFAULT_SETTINGS.textStep &&
    overridesIn(builtStory.variables, query).size === 0;
  const served = html.dataset['boot'] === undefined && asServed && root.hasChildNodes();
  const react = served ? hydrateRoot(root, page(builtStory)) : createRoot(root);
  if (!served) react.render(page(builtStory));
  delete html.dataset['boot'];
  followEdits((story) => {
    player.replace(timelineFor(story));
    react.render(page(story));
  });
}

/** The page only the speaker sees. */
async function startSpeaker(root: HTMLElement, session: string): Promise<void> {
  const { mountSpeaker } = await loadPart('The speaker window', () => import('../speaker/mountSpeaker'));
  const mount = (story: Story): (() => void) => {
    const early = window.understudyBoot?.takeKeys() ?? [];
    return mountSpeaker(root, {
      story: filled(story),
      bidi,
      session,
      channel: openChannel(story.id, session),
      clock: browserClock,
      early,
      page: App,
    });
  };
  let unmount = mount(builtStory);
  followEdits((story) => {
    unmount();
    unmount = mount(story);
  });
}

/** The page in a frame of another page. */
async function startEmbed(root: HTMLElement): Promise<void> {
  const { mountEmbed } = await loadPart('The embedded page', () => import('../embed/mountEmbed'));
  const player = mountEmbed(root, { timeline: timelineFor(builtStory), query, clock: browserClock, page: App });
  bindPrint(player);
  followEdits((story) => player.replace(timelineFor(story)));
}

/** The whole story on one page, to read, print or keep. */
async function startHandout(): Promise<void> {
  const [{ mountHandout }, { handoutOptions }] = await Promise.all([
    loadPart('The handout', () => import('../handout/mountHandout')),
    loadPart('The handout’s options', () => import('../handout/loadHandoutOptions')),
  ]);
  window.understudyBoot?.takeKeys();
  const options = await handoutOptions(query, builtStory);
  const mount = (story: Story): (() => void) => {
    document.title = story.title;
    return mountHandout(timelineFor(story), { ...options, as: 'page', page: App });
  };
  let unmount = mount(builtStory);
  delete html.dataset['boot'];
  followEdits((story) => {
    unmount();
    unmount = mount(story);
  });
  await document.fonts.ready;
  html.dataset['state'] = 'settled';
}

/** While the story is being written: takes its edits without a reload. */
function followEdits(take: (story: Story) => void): void {
  import.meta.hot?.accept('virtual:story', (module) => {
    if (!module) return;
    const edited = module as unknown as { story: Story; bidi: typeof builtBidi };
    bidi = edited.bidi;
    take(edited.story);
  });
}
