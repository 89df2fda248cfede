import { useSyncExternalStore, type ReactElement } from 'react';
import { formatHash } from '../core/stopHash';
import { formatStopNumber } from '../core/stopNumber';
import type { PageQuery } from '../core/query';
import { stopAt } from '../core/timeline';
import { failedChunks, subscribeToChunkLoads } from '../loading/loadChunk';
import { toggleFullscreen } from '../player/fullscreen';
import { useNotice } from '../player/notice';
import type { Player } from '../player/player';
import { usePlayer } from '../player/usePlayer';
import { Icon, ICON_PATHS, IconButton } from '../stage/IconButton';
import { Stage } from '../stage/Stage';
import type { EmbedViewStore } from './embedView';
import type { PosterState } from './posterState';
import style from './embed.css?inline';

interface EmbedProps {
  readonly player: Player;
  readonly poster: PosterState;
  readonly view: EmbedViewStore;
}

/** The stage embedded in another page, with a poster, small controls and no presenter functions. */
export function Embed({ player, poster, view }: EmbedProps): ReactElement {
  const { Captions, controls, hasAutoplay } = useSyncExternalStore(view.subscribe, view.getState);
  const isStarted = useSyncExternalStore(poster.subscribe, poster.isStarted);
  return (
    <>
      <style>{style}</style>
      <div className="embed" inert={!isStarted}>
        <Stage
          player={player}
          effects={NO_EFFECTS}
          captions={Captions && <Captions player={player} />}
          footer={controls ? <EmbedBar player={player} hasAutoplay={hasAutoplay} /> : <></>}
        />
      </div>
      {!isStarted && <Poster player={player} onStart={poster.start} />}
    </>
  );
}

/** An embedded page opens no speaker window. */
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
        Play · {timeline.wayLength} stops
      </span>
    </button>
  );
}

interface EmbedBarProps {
  readonly player: Player;
  readonly hasAutoplay: boolean;
}

function EmbedBar({ player, hasAutoplay }: EmbedBarProps): ReactElement {
  const { timeline, position, show } = usePlayer(player);
  const stop = stopAt(timeline, position.stop);
  const last = timeline.wayLength - 1;
  return (
    <footer className="embed-bar" dir="ltr">
      <IconButton
        className="embed-bar__button"
        name="Previous"
        path={ICON_PATHS.previous}
        disabled={stop.index === 0}
        onPress={(at) => player.press('prev', at)}
      />
      <span className="embed-bar__place">{stop.detour === undefined ? `${stop.index + 1} / ${last + 1}` : formatStopNumber(stop)}</span>
      <IconButton
        className="embed-bar__button"
        name="Next"
        path={ICON_PATHS.next}
        disabled={stop.index === last && position.phase === 'settled'}
        onPress={(at) => player.press('next', at)}
      />
      {hasAutoplay && (
        <IconButton
          className="embed-bar__button"
          name={show.autoplay ? 'Pause' : 'Play'}
          path={show.autoplay ? 'M8 5v14M16 5v14' : 'M8 5l11 7-11 7z'}
          onPress={(at) => player.press('autoplay', at)}
        />
      )}
      <EmbedBarText player={player} title={stop.source.title} />
      {document.fullscreenEnabled && (
        <IconButton className="embed-bar__button" name="Full screen" path={ICON_PATHS.fullScreen} onPress={() => void toggleFullscreen()} />
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

/** Returns the names of chunks that did not load, which an embedded page has no room check to show. */
const failedChunkNames = (): string => failedChunks().join(', ');

/** Shows a notice or the names of chunks that did not load; otherwise the title of the stop. */
function EmbedBarText({ player, title }: { readonly player: Player; readonly title: string }): ReactElement {
  const notice = useNotice(player);
  const failedNames = useSyncExternalStore(subscribeToChunkLoads, failedChunkNames);
  const message = notice ?? (failedNames === '' ? undefined : `Not loaded: ${failedNames}. The demo goes on without.`);
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

/** Returns the URL of this page outside the frame. */
function fullPageUrl(hash: string): string {
  const url = new URL(location.href);
  const query: PageQuery = url.searchParams;
  for (const name of ['embed', 'theme', 'controls'] as const) query.delete(name);
  url.hash = hash;
  return url.href;
}
