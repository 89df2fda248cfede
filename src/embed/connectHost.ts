import { EMBED_VERSION, embedState, readWish, type HostWish } from '../core/embed';
import { isSettled, type Player } from '../player/player';
import type { Entry } from './posterState';

/** The origin a text names, such as `https://blog.example`; undefined for anything that is none. */
function originNamed(text: string): string | undefined {
  try {
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** The one origin that may speak with us and is spoken to: the one the address names, else our own. */
function hostOrigin(named: string): string | undefined {
  if (named !== '') {
    const origin = originNamed(named);
    if (origin === undefined)
      console.warn(`?embed names “${named}”, which is no origin such as https://blog.example; the host is not spoken to.`);
    return origin;
  }
  try {
    // A host elsewhere does not let us look.
    return window.parent.location.origin === location.origin && location.origin !== 'null' ? location.origin : undefined;
  } catch {
    return undefined;
  }
}

function obey(player: Player, entry: Entry, wish: HostWish): void {
  switch (wish.type) {
    case 'start':
      entry.open();
      return;
    case 'next':
      if (entry.isOpen()) player.press('next');
      else entry.open();
      return;
    case 'prev':
      if (entry.isOpen()) player.press('prev');
      return;
    case 'goTo':
      entry.open();
      player.goTo(wish.stop);
      return;
    case 'state':
  }
}

/**
 * Lets the page that embeds us follow and drive `player`. Only the parent window at one known origin is heard and told:
 * never `*`, so that no other page that comes to frame us learns what is shown. Returns the way to stop.
 */
export function bindHost(player: Player, entry: Entry, named: string): () => void {
  const host = window.parent;
  const origin = host === window ? undefined : hostOrigin(named);
  if (origin === undefined) return () => {};

  let last = '';
  const tell = (type: 'ready' | 'state', always = false): void => {
    const state = player.getState();
    const standing = isSettled(state) ? 'settled' : 'playing';
    const told = embedState(state.timeline, state.position.stop, entry.isOpen() ? standing : 'poster');
    const words = JSON.stringify(told);
    if (words === last && !always) return;
    last = words;
    host.postMessage({ understudy: EMBED_VERSION, type, ...told }, origin);
  };
  const follow = (): void => tell('state');
  const hear = ({ source, origin: from, data }: MessageEvent): void => {
    if (source !== host || from !== origin) return;
    const wish = readWish(data, player.getState().timeline);
    if (wish?.type === 'state') tell('state', true);
    else if (wish) obey(player, entry, wish);
  };
  const stops = [player.subscribe(follow), entry.subscribe(follow)];
  addEventListener('message', hear);
  tell('ready');
  return () => {
    for (const stop of stops) stop();
    removeEventListener('message', hear);
  };
}
