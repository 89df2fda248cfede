import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import { formatSceneTitle, stopsByScene } from '../core/stopList';
import { formatStopNumber } from '../core/stopNumber';
import type { Timeline } from '../core/timeline';
import { JUMP_LIST_ATTRIBUTE } from './bindSpeakerKeys';

interface JumpListProps {
  readonly timeline: Timeline;
  readonly current: number;
  /** The stop the audience sees while the stage is frozen. */
  readonly frozen: number | undefined;
  /** Goes to a stop; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onGo: ((stop: number, at: number) => void) | undefined;
}

/** All stops, grouped by scene. `bindSpeakerKeys.ts` moves the focus in it. */
export function JumpList({ timeline, current, frozen, onGo }: JumpListProps): ReactElement {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const scroll = (): void => scrollToCurrent(list.current);
    scroll();
    addEventListener('resize', scroll);
    return () => removeEventListener('resize', scroll);
  }, [current]);
  const go = (event: MouseEvent<HTMLButtonElement>, stop: number): void => {
    if (!onGo) return;
    onGo(stop, event.timeStamp);
    // The next key goes to the stage again.
    event.currentTarget.blur();
  };
  return (
    <nav className="speaker-panel speaker-jump-list" aria-label="Stops" ref={list} {...{ [JUMP_LIST_ATTRIBUTE]: '' }}>
      {stopsByScene(timeline).map((stops) => (
        <section key={stops[0].scene.id}>
          <h2 className="speaker-label">
            {formatSceneTitle(stops[0])} <bdi>{stops[0].scene.title}</bdi>
          </h2>
          <ol>
            {stops.map((stop) => (
              <li key={stop.index}>
                <button
                  type="button"
                  aria-current={stop.index === current ? 'step' : undefined}
                  aria-disabled={onGo ? undefined : true}
                  onClick={(event) => go(event, stop.index)}
                >
                  <b>{formatStopNumber(stop)}</b>
                  <span>
                    <bdi>{stop.source.title}</bdi>
                    {stop.index === frozen && <em> ▮▮ room</em>}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

/** Scrolls the current stop into view. `scrollIntoView()` would scroll the page as well. */
function scrollToCurrent(list: HTMLElement | null): void {
  const row = list?.querySelector('[aria-current]');
  if (!list || !row || list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
