import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import { formatStopName } from '../core/stopNumber';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { LIST } from './bindSpeakerKeys';

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
    const show = (): void => reveal(list.current);
    show();
    addEventListener('resize', show);
    return () => removeEventListener('resize', show);
  }, [current]);
  const go = (event: MouseEvent<HTMLButtonElement>, stop: number): void => {
    onGo?.(stop, event.timeStamp);
    // The next key is the stage’s again.
    event.currentTarget.blur();
  };
  return (
    <nav className="desk-panel desk-jump" aria-label="Stops" ref={list} {...{ [LIST]: '' }}>
      {timeline.story.scenes.map((scene, sceneIndex) => (
        <section key={scene.id}>
          <h2 className="desk-label">
            {sceneIndex + 1}. <bdi>{scene.title}</bdi>
          </h2>
          <ol>
            {scene.steps.map((_, step) => {
              const stop = stopAt(timeline, (timeline.starts[sceneIndex] ?? 0) + step);
              return (
                <Row key={stop.index} stop={stop} isCurrent={stop.index === current} isFrozen={stop.index === frozen} onGo={onGo && go} />
              );
            })}
          </ol>
        </section>
      ))}
    </nav>
  );
}

interface RowProps {
  readonly stop: Stop;
  readonly isCurrent: boolean;
  readonly isFrozen: boolean;
  readonly onGo: ((event: MouseEvent<HTMLButtonElement>, stop: number) => void) | undefined;
}

function Row({ stop, isCurrent, isFrozen, onGo }: RowProps): ReactElement {
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        aria-disabled={onGo ? undefined : true}
        onClick={(event) => onGo?.(event, stop.index)}
      >
        <b>{formatStopName(stop)}</b>
        <span>
          <bdi>{stop.source.title}</bdi>
          {isFrozen && <em> ▮▮ room</em>}
        </span>
      </button>
    </li>
  );
}

/** Scrolls `list`, and nothing around it, until its current stop shows. */
function reveal(list: HTMLElement | null): void {
  const row = list?.querySelector('[aria-current]');
  if (!list || !row || list.scrollHeight <= list.clientHeight) return;
  const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
