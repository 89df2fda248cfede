import { useSyncExternalStore, type ReactElement } from 'react';
import { formatHash } from '../core/stopHash';
import type { PageQuery } from '../core/query';
import { stopAt } from '../core/timeline';
import { failedChunks, subscribeToChunkLoads } from '../loading/loadChunk';
import { toggleFullscreen } from '../player/fullscreen';
import { useNotice } from '../player/notice';
import type { Player } from '../player/player';
import { usePlayer } from '../player/usePlayer';
import { Stage } from '../stage/Stage';
import type { PosterState } from './posterState';
import style from './embed.css?inline';

interface EmbedProps {
  readonly player: Player;
  readonly poster: PosterState;
}

/** The stage in somebody else's page: a poster first, small controls, nothing for a presenter. */
export function Embed({ player, poster }: EmbedProps): ReactElement {
  const isStarted = useSyncExternalStore(poster.subscribe, poster.isStarted);
  return (
    <>
      <style>{style}</style>
      <div className="embed" inert={!isStarted}>
        <Stage player={player} effects={NO_EFFECTS} footer={<EmbedBar player={player} />} />
      </div>
      {!isStarted && <Poster player={player} onStart={poster.start} />}
    </>
  );
}

/** There is no speaker window from a frame. */
const NO_EFFECTS = { openSpeaker: (): void => {}, takeLead: (): void => {} };

function Poster({ player, onStart }: { readonly player: Player; readonly onStart: () => void }): ReactElement {
  const { timeline } = usePlayer(player);
  return (
    <button type="button" className="poster" onClick={onStart}>
      <svg className="poster__play" viewBox="0 0 64 64" aria-hidden="true">
        <circle cx="32" cy="32" r="32" fill="var(--accent)" />
        <path d="M25 19l23 13-23 13z" fill="#ffffff" />
      </svg>
      <span className="poster__title" dir="auto">
        {timeline.story.title}
      </span>
      <span className="poster__hint" lang="en" dir="ltr">
        Play · {timeline.stops.length} stops
      </span>
    </button>
  );
}

function EmbedBar({ player }: { readonly player: Player }): ReactElement {
  const { timeline, position } = usePlayer(player);
  const stop = stopAt(timeline, position.stop);
  const last = timeline.stops.length - 1;
  return (
    <footer className="embed-bar" dir="ltr">
      <EmbedButton name="Previous" path="M15 5l-7 7 7 7" disabled={stop.index === 0} onPress={(at) => player.press('prev', at)} />
      <span className="embed-bar__place">
        {stop.index + 1} / {last + 1}
      </span>
      <EmbedButton
        name="Next"
        path="M9 5l7 7-7 7"
        disabled={stop.index === last && position.phase === 'settled'}
        onPress={(at) => player.press('next', at)}
      />
      <EmbedBarText player={player} title={stop.source.title} />
      {document.fullscreenEnabled && (
        <EmbedButton name="Full screen" path="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" onPress={() => void toggleFullscreen()} />
      )}
      <a
        className="embed-bar__button"
        href={fullPageUrl(formatHash(timeline, stop.index))}
        target="_blank"
        rel="noopener"
        aria-label="Open the full page in a new tab"
        title="Open the full page in a new tab"
      >
        <Icon path="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9" />
      </a>
    </footer>
  );
}

/** Which parts of the page did not load; there is no room check in a frame. */
const failedPartNames = (): string => failedChunks().join(', ');

/** The title of the stop; in its place what a press could not do, or what did not load. */
function EmbedBarText({ player, title }: { readonly player: Player; readonly title: string }): ReactElement {
  const notice = useNotice(player);
  const parts = useSyncExternalStore(subscribeToChunkLoads, failedPartNames);
  const message = notice ?? (parts === '' ? undefined : `Not loaded: ${parts}. The demo goes on without.`);
  if (message === undefined) {
    return (
      <span className="embed-bar__title">
        <bdi>{title}</bdi>
      </span>
    );
  }
  return (
    <span className="embed-bar__title" lang="en" role="status" title={message}>
      {message}
    </span>
  );
}

interface EmbedButtonProps {
  readonly name: string;
  readonly path: string;
  readonly disabled?: boolean;
  /** `at` is the press's own timestamp. */
  readonly onPress: (at: number) => void;
}

/** A button that keeps the focus where there is nothing more to press. */
function EmbedButton({ name, path, disabled = false, onPress }: EmbedButtonProps): ReactElement {
  return (
    <button
      type="button"
      className="embed-bar__button"
      aria-label={name}
      title={name}
      aria-disabled={disabled}
      onClick={(event) => onPress(event.timeStamp)}
    >
      <Icon path={path} />
    </button>
  );
}

function Icon({ path }: { readonly path: string }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** This page outside the frame, at the same stop. */
function fullPageUrl(hash: string): string {
  const address = new URL(location.href);
  const query: PageQuery = address.searchParams;
  for (const name of ['embed', 'theme'] as const) query.delete(name);
  address.hash = hash;
  return address.href;
}
