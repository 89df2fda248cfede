import { largest } from '../core/maxOf';
import { useEffect, useRef, type ReactElement } from 'react';
import { formatStopName } from '../core/stopNumber';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { usePlayer } from '../player/usePlayer';
import { takeKeys } from '../player/keyboard';
import { Miniature } from '../stage/StopThumbnail';
import { Dialog } from './Dialog';
import { Lazy } from './RenderWhenVisible';
import type { OverlayProps } from './Overlays';
import { useSelection } from './useSelection';

/** Every stop as a small live stage, grouped by scene. Arrows choose, Enter or a click goes there. */
export function Overview({ player }: OverlayProps): ReactElement {
  const { timeline, show } = usePlayer(player);
  const current = show.position.stop;
  const [chosen, choose] = useSelection(current, timeline.stops.length);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const button = list.current?.querySelector<HTMLElement>(`[data-index="${chosen}"]`);
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  useEffect(
    () =>
      takeKeys((event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return false;
        if (event.key === 'Enter' || event.key === ' ') {
          player.goTo(chosen);
          return true;
        }
        const next = moveIn(list.current, chosen, event.key, timeline.stops.length);
        if (next === undefined) return false;
        choose(next);
        return true;
      }),
    [player, timeline, chosen, choose],
  );

  return (
    <Dialog player={player} title="Overview" wide>
      <div className="overview" ref={list}>
        <div className="overview__scenes">
          {timeline.story.scenes.map((scene, sceneIndex) => (
            <section
              key={scene.id}
              style={{ maxWidth: `calc(var(--card) * ${scene.steps.length} + var(--pad) * ${scene.steps.length - 1})` }}
            >
              <h3 className="overview__name" title={scene.title}>
                {sceneIndex + 1}. <bdi>{scene.title}</bdi>
              </h3>
              <div className="overview__stops">
                {scene.steps.map((_, step) => {
                  const stop = stopAt(timeline, (timeline.starts[sceneIndex] ?? 0) + step);
                  return <Card key={stop.index} timeline={timeline} stop={stop} current={stop.index === current} onGo={player.goTo} />;
                })}
              </div>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}

interface CardProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly current: boolean;
  readonly onGo: (stop: number) => void;
}

function Card({ timeline, stop, current, onGo }: CardProps): ReactElement {
  return (
    // Its words are in an element of their own direction, which is deeper than the rule looks.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <button
      type="button"
      className="card"
      data-index={stop.index}
      aria-current={current ? 'step' : undefined}
      onClick={() => onGo(stop.index)}
    >
      <span className="card__picture">
        <Lazy>
          <Miniature timeline={timeline} stop={stop.index} />
        </Lazy>
      </span>
      <span className="card__title">
        <b>{formatStopName(stop)}</b> <bdi>{stop.source.title}</bdi>
      </span>
    </button>
  );
}

/** Where a key leads from card `from`: sideways in order, up and down to the nearest card of another row. */
function moveIn(list: HTMLElement | null, from: number, key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(from + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(from - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'ArrowDown':
    case 'PageDown':
      return nearest(list, from, 1);
    case 'ArrowUp':
    case 'PageUp':
      return nearest(list, from, -1);
    default:
      return undefined;
  }
}

function nearest(list: HTMLElement | null, from: number, direction: 1 | -1): number {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-index]') ?? [])].map((card) => ({
    index: Number(card.dataset['index']),
    box: card.getBoundingClientRect(),
  }));
  const here = cards.find((card) => card.index === from)?.box;
  if (!here) return from;
  const beyond = cards.filter(({ box }) => (direction > 0 ? box.top > here.top + 4 : box.top < here.top - 4));
  // The nearest row: of those below the highest, of those above the lowest.
  const row = -direction * largest(beyond.map(({ box }) => -direction * box.top));
  const inRow = beyond.filter(({ box }) => Math.abs(box.top - row) < 4);
  return inRow.toSorted((a, b) => Math.abs(a.box.left - here.left) - Math.abs(b.box.left - here.left))[0]?.index ?? from;
}
