import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import { formatStopNumber } from '../core/stopNumber';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { JUMP_LIST_ATTRIBUTE } from './bindSpeakerKeys';

interface JumpListProps {
  readonly timeline: Timeline;
  readonly current: number;
  /** The stop the room keeps seeing. */
  readonly frozen: number | undefined;
  /** Goes to a stop; `at` is the event's timestamp. Undefined while nobody can. */
  readonly onGo: ((stop: number, at: number) => void) | undefined;
}

/** Every stop by its title, grouped by scene. A click goes there; so does the keyboard, with `g`, arrows and Enter. */
export function JumpList({ timeline, current, frozen, onGo }: JumpListProps): ReactElement {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const scroll = (): void => scrollToCurrent(list.current);
    scroll();
    addEventListener('resize', scroll);
    return () => removeEventListener('resize', scroll);
  }, [current]);
  const go = (event: MouseEvent<HTMLButtonElement>, stop: number): void => {
    onGo?.(stop, event.timeStamp);
    // The next key is the stage’s again.
    event.currentTarget.blur();
  };
  return (
    <nav className="speaker-panel speaker-jump-list" aria-label="Stops" ref={list} {...{ [JUMP_LIST_ATTRIBUTE]: '' }}>
      {timeline.story.scenes.map((scene, sceneIndex) => (
        <section key={scene.id}>
          <h2 className="speaker-label">
            {sceneIndex + 1}. <bdi>{scene.title}</bdi>
          </h2>
          <ol>
            {scene.steps.map((_, step) => {
              const stop = stopAt(timeline, (timeline.sceneStarts[sceneIndex] ?? 0) + step);
              return (
                <JumpListItem
                  key={stop.index}
                  stop={stop}
                  isCurrent={stop.index === current}
                  isFrozen={stop.index === frozen}
                  onGo={onGo && go}
                />
              );
            })}
          </ol>
        </section>
      ))}
    </nav>
  );
}

interface JumpListItemProps {
  readonly stop: Stop;
  readonly isCurrent: boolean;
  readonly isFrozen: boolean;
  readonly onGo: ((event: MouseEvent<HTMLButtonElement>, stop: number) => void) | undefined;
}

function JumpListItem({ stop, isCurrent, isFrozen, onGo }: JumpListItemProps): ReactElement {
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        aria-disabled={onGo ? undefined : true}
        onClick={(event) => onGo?.(event, stop.index)}
      >
        <b>{formatStopNumber(stop)}</b>
        <span>
          <bdi>{stop.source.title}</bdi>
          {isFrozen && <em> ▮▮ room</em>}
        </span>
      </button>
    </li>
  );
}

/** Scrolls `list`, and nothing around it, until its current stop shows. */
function scrollToCurrent(list: HTMLElement | null): void {
  const row = list?.querySelector('[aria-current]');
  if (!list || !row || list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
