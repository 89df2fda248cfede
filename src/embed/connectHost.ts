import { embedState, parseEmbedCommand, type EmbedCommand } from '../core/embed';
import { EMBED_VERSION } from '../core/embedVersion';
import { isSettled, type Player } from '../player/player';
import { applyOptions, type EmbedViewStore } from './embedView';
import type { PosterState } from './posterState';

/** Returns the origin in `text`, such as `https://blog.example`; undefined for anything else. */
function parseOrigin(text: string): string | undefined {
  try {
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the origin to exchange messages with: that of `?embed=`, otherwise this page's own if the parent has the same one. */
function hostOrigin(originParam: string): string | undefined {
  if (originParam !== '') {
    const origin = parseOrigin(originParam);
    if (origin === undefined)
      console.warn(`?embed names “${originParam}”, which is no origin such as https://blog.example; the host is not spoken to.`);
    return origin;
  }
  try {
    // Throws for a parent of another origin.
    return window.parent.location.origin === location.origin && location.origin !== 'null' ? location.origin : undefined;
  } catch {
    return undefined;
  }
}

/** What commands of the host act on. */
interface EmbeddedPage {
  readonly player: Player;
  readonly poster: PosterState;
  readonly view: EmbedViewStore;
}

function executeCommand({ player, poster, view }: EmbeddedPage, command: EmbedCommand): void {
  const isPlaying = player.getState().show.autoplay;
  switch (command.type) {
    case 'start':
      poster.start();
      return;
    case 'next':
      if (poster.isStarted()) player.press('next');
      else poster.start();
      return;
    case 'prev':
      if (poster.isStarted()) player.press('prev');
      return;
    case 'goTo':
      poster.start();
      player.goTo(command.stop);
      return;
    case 'play':
      poster.start();
      view.setState({ ...view.getState(), hasAutoplay: true });
      if (!isPlaying) player.press('autoplay');
      return;
    case 'pause':
      if (isPlaying) player.press('autoplay');
      return;
    case 'set':
      applyOptions(player, view, command.options);
      return;
    case 'state':
  }
}

/**
 * Sends the state of `player` to the embedding page and executes its commands. Exchanges messages only with the parent window
 * at one known origin, and never with `*`, so that no other page learns what is shown. Returns a cleanup function.
 */
export function connectHost(page: EmbeddedPage, originParam: string): () => void {
  const { player, poster } = page;
  const host = window.parent;
  const origin = host === window ? undefined : hostOrigin(originParam);
  if (origin === undefined) return () => {};

  let lastJson = '';
  const postState = (type: 'ready' | 'state', always = false): void => {
    const state = player.getState();
    const playState = isSettled(state) ? 'settled' : 'playing';
    const embedded = embedState(state.timeline, state.position.stop, poster.isStarted() ? playState : 'poster', state.show.autoplay);
    const json = JSON.stringify(embedded);
    if (json === lastJson && !always) return;
    lastJson = json;
    host.postMessage({ understudy: EMBED_VERSION, type, ...embedded }, origin);
  };
  const onChange = (): void => postState('state');
  const onMessage = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== host || from !== origin) return;
    const command = parseEmbedCommand(data, player.getState().timeline);
    if (command?.type === 'state') postState('state', true);
    else if (command) executeCommand(page, command);
  };
  const unsubscribers = [player.subscribe(onChange), poster.subscribe(onChange)];
  addEventListener('message', onMessage);
  postState('ready');
  return () => {
    for (const unsubscribe of unsubscribers) unsubscribe();
    removeEventListener('message', onMessage);
  };
}
