import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import type { DroppableNow } from '../core/droppableNow';
import { formatSceneTitle, stopsByScene } from '../core/stopList';
import { formatStopNumber, stopKey } from '../core/stopNumber';
import type { Stop, Timeline } from '../core/timeline';
import { JUMP_LIST_ATTRIBUTE, JUMP_LIST_STOP_ATTRIBUTE } from './bindSpeakerKeys';

interface JumpListProps {
  readonly timeline: Timeline;
  /** The timeline with all stops: dropped ones stay in the list. */
  readonly whole: Timeline;
  readonly current: number;
  /** The stop the audience sees while the stage is frozen. */
  readonly frozen: number | undefined;
  readonly droppable: DroppableNow;
  /** What the stage does; undefined while it is offline. `at` is the timestamp of the event. */
  readonly actions: JumpListActions | undefined;
}

interface JumpListActions {
  readonly goTo: (stop: number, at: number) => void;
  readonly drop: (type: 'drop' | 'restore', stops: readonly string[], at: number) => void;
}

/** All stops, grouped by scene, and below them the detours. `bindSpeakerKeys.ts` moves the focus in it. */
export function JumpList({ timeline, whole, current, frozen, droppable, actions }: JumpListProps): ReactElement {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const scroll = (): void => scrollToCurrent(list.current);
    scroll();
    addEventListener('resize', scroll);
    return () => removeEventListener('resize', scroll);
  }, [current]);
  const shown = new Map(timeline.stops.map((stop) => [stopKey(stop), stop]));
  /** Runs `act`; the next key goes to the stage again. */
  const run = (event: MouseEvent<HTMLButtonElement>, act: (actions: JumpListActions) => void): void => {
    if (!actions) return;
    act(actions);
    event.currentTarget.blur();
  };
  const renderDrop = (keys: readonly string[], what: string): ReactElement | null => {
    const isDropped = keys.every((key) => droppable.restore.includes(key));
    if (!isDropped && !keys.every((key) => droppable.drop.includes(key))) return null;
    const type = isDropped ? 'restore' : 'drop';
    const label = isDropped ? 'Restore' : 'Drop';
    return (
      <button
        type="button"
        className="speaker-small-button speaker-jump-list__drop"
        aria-label={`${label} ${what}`}
        aria-disabled={actions ? undefined : true}
        onClick={(event) => run(event, ({ drop }) => drop(type, keys, event.timeStamp))}
      >
        {label}
      </button>
    );
  };
  const renderStop = (key: string, { source }: Stop): ReactElement => {
    const stop = shown.get(key);
    return (
      <li key={key} data-dropped={stop ? undefined : ''}>
        <button
          type="button"
          {...{ [JUMP_LIST_STOP_ATTRIBUTE]: '' }}
          aria-current={stop?.index === current ? 'step' : undefined}
          aria-disabled={actions && stop ? undefined : true}
          onClick={(event) => stop && run(event, ({ goTo }) => goTo(stop.index, event.timeStamp))}
        >
          <b>{stop ? formatStopNumber(stop) : '–'}</b>
          <span>
            <bdi>{source.title}</bdi>
            {stop && stop.index === frozen && <em> ▮▮ room</em>}
            {!stop && <span className="sr-only"> dropped</span>}
          </span>
        </button>
        {renderDrop([key], source.title)}
      </li>
    );
  };
  return (
    <nav className="speaker-panel speaker-jump-list" aria-label="Stops" ref={list} {...{ [JUMP_LIST_ATTRIBUTE]: '' }}>
      {stopsByScene(whole).map((stops) => {
        const [first] = stops;
        const keys = stops.map(stopKey);
        const number = keys.map((key) => shown.get(key)).find((stop) => stop !== undefined);
        return (
          <section key={first.scene.id} data-detour={first.detour === undefined ? undefined : ''}>
            <h2 className="speaker-label">
              <span>
                {number ? formatSceneTitle(number) : '–'} <bdi>{first.scene.title}</bdi>
              </span>
              {keys.length > 1 && renderDrop(keys, `all of ${first.scene.title}`)}
            </h2>
            <ol>{stops.map((stop, at) => renderStop(keys[at]!, stop))}</ol>
          </section>
        );
      })}
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
