import { maxOf } from '../core/maxOf';
import { useEffect, useRef, type ReactElement } from 'react';
import { formatSceneTitle, stopsByScene } from '../core/stopList';
import { formatStopNumber } from '../core/stopNumber';
import type { Stop, Timeline } from '../core/timeline';
import { usePlayer } from '../player/usePlayer';
import { interceptKeys } from '../player/keyboard';
import { StopThumbnail } from '../stage/StopThumbnail';
import { Dialog } from './Dialog';
import { RenderWhenVisible } from './RenderWhenVisible';
import type { OverlayProps } from './overlayProps';
import { useSelection } from './useSelection';

/** A thumbnail of every stop, grouped by scene. Arrow keys select one; Enter or a click goes there. */
export function Overview({ player }: OverlayProps): ReactElement {
  const { timeline, show } = usePlayer(player);
  const current = show.position.stop;
  const [selectedIndex, selectIndex] = useSelection(current, timeline.stops.length);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const button = list.current?.querySelector<HTMLElement>(`[data-index="${selectedIndex}"]`);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest' });
  }, [selectedIndex]);

  useEffect(
    () =>
      interceptKeys((event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return false;
        if (event.key === 'Enter' || event.key === ' ') {
          player.goTo(selectedIndex);
          return true;
        }
        const next = indexAfterKey(list.current, selectedIndex, event.key, timeline.stops.length - 1);
        if (next !== undefined) selectIndex(next);
        return next !== undefined;
      }),
    [player, timeline, selectedIndex, selectIndex],
  );

  return (
    <Dialog player={player} title="Overview">
      <div className="overview" ref={list}>
        <div className="overview__scenes">
          {stopsByScene(timeline).map((stops) => (
            <section key={stops[0].scene.id} style={{ maxWidth: `calc(var(--card) * ${stops.length} + var(--pad) * ${stops.length - 1})` }}>
              <h3 className="overview__scene-title" title={stops[0].scene.title}>
                {formatSceneTitle(stops[0])} <bdi>{stops[0].scene.title}</bdi>
              </h3>
              <div className="overview__stops">
                {stops.map((stop) => (
                  <StopCard key={stop.index} timeline={timeline} stop={stop} current={stop.index === current} onGo={player.goTo} />
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

interface StopCardProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly current: boolean;
  readonly onGo: (stop: number) => void;
}

function StopCard({ timeline, stop, current, onGo }: StopCardProps): ReactElement {
  return (
    // The rule does not look into <bdi>.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <button
      type="button"
      className="card"
      data-index={stop.index}
      aria-current={current ? 'step' : undefined}
      onClick={() => onGo(stop.index)}
    >
      <span className="card__preview">
        <RenderWhenVisible>
          <StopThumbnail timeline={timeline} stop={stop.index} />
        </RenderWhenVisible>
      </span>
      <span className="card__title">
        <b>{formatStopNumber(stop)}</b> <bdi>{stop.source.title}</bdi>
      </span>
    </button>
  );
}

/** Returns the card that a key selects: left and right in order, up and down the nearest one of the adjacent row. */
function indexAfterKey(list: HTMLElement | null, from: number, key: string, last: number): number | undefined {
  if (key === 'ArrowDown' || key === 'PageDown') return nearestInAdjacentRow(list, from, 1);
  if (key === 'ArrowUp' || key === 'PageUp') return nearestInAdjacentRow(list, from, -1);
  return { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: last }[key];
}

function nearestInAdjacentRow(list: HTMLElement | null, from: number, direction: 1 | -1): number {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-index]') ?? [])].map((card) => ({
    index: Number(card.dataset['index']),
    box: card.getBoundingClientRect(),
  }));
  const here = cards.find((card) => card.index === from)?.box;
  if (!here) return from;
  const cardsInDirection = cards.filter(({ box }) => (direction > 0 ? box.top > here.top + 4 : box.top < here.top - 4));
  const rowTop = -direction * maxOf(cardsInDirection.map(({ box }) => -direction * box.top));
  const inRow = cardsInDirection.filter(({ box }) => Math.abs(box.top - rowTop) < 4);
  return inRow.toSorted((a, b) => Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left))[0]?.index ?? from;
}
