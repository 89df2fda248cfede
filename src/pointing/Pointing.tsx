import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactElement, type RefObject } from 'react';
import { inkKey } from '../core/pointing';
import type { Tool } from '../core/tools';
import { stopAt } from '../core/timeline';
import type { Channel } from '../player/channel';
import { openSessionStore } from '../player/keyValueStore';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import { bindPointingKeys } from './bindPointingKeys';
import css from './pointing.css?inline';
import { zoomTo } from './focusView';
import { measureStage, type LayerBox } from './layerBox';
import { PointingLayer } from './PointingLayer';
import { PointingLink } from './pointingLink';
import { PointingToolbar } from './PointingToolbar';
import { useFocus } from './useFocus';
import { zoomStage } from './zoomStage';

export interface PointingProps {
  readonly player: Player;
  readonly channel: Channel;
  /** The element that shows the stage, without the status bar. */
  readonly stage: RefObject<HTMLElement | null>;
}

/** Laser, spotlight, zoom and pen over the stage. A chunk with its own styles. ADR 055 */
export default function Pointing({ player, channel, stage }: PointingProps): ReactElement | null {
  const timeline = usePlayerSelector(player, (state) => state.timeline);
  const tool = usePlayerSelector(player, ({ show }) => show.tool);
  const shown = usePlayerSelector(player, ({ position }) => position.stop);
  const motion = usePlayerSelector(player, (state) => state.motion);
  const textStep = usePlayerSelector(player, ({ show }) => show.settings.textStep);
  const [link] = useState(() => new PointingLink(channel, timeline.story.id, openSessionStore(timeline.story.id)));
  const [box, setBox] = useState<LayerBox>();
  const stop = inkKey(stopAt(timeline, shown));

  useEffect(() => link.connect(), [link]);

  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const { box: measured, screen } = measureStage(element);
      setBox((before) => (isSame(before, measured) ? before : measured));
      if (measured && !isSame(link.getState().screen, screen)) link.dispatch({ type: 'screen', ...screen });
    });
    observer.observe(element);
    return () => observer.disconnect();
    // A stop may be the first with a terminal, which is measured as well.
  }, [link, stage, textStep, tool, shown]);

  useEffect(
    () => bindPointingKeys(player, link, () => inkKey(stopAt(timeline, player.getState().position.stop))),
    [player, link, timeline],
  );

  useSeed(stage, tool, link);
  const zoomsFocus = useFocus(player, stage, link, box);
  const lit = useSyncExternalStore(link.subscribe, () => (tool === 'focus' && zoomsFocus ? link.getState().lit : undefined));
  useLayoutEffect(() => {
    if (!stage.current || (tool !== 'zoom' && !lit)) return undefined;
    return zoomStage(stage.current, link, lit && zoomTo(lit));
  }, [stage, tool, link, lit]);

  return (
    <>
      <style>{css}</style>
      {box && (
        <>
          <PointingLayer link={link} tool={tool} stop={stop} box={box} motion={motion} zoomsFocus={zoomsFocus} isStage />
          {tool && (
            <PointingToolbar
              player={player}
              link={link}
              tool={tool}
              stop={stop}
              hasFocus={stopAt(timeline, shown).source.focus !== undefined}
            />
          )}
        </>
      )}
    </>
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Has a tool begin where the pointer is, although it does not move. Only in the window with the focus: the tool was chosen there. */
function useSeed(stage: RefObject<HTMLElement | null>, tool: Tool | undefined, link: PointingLink): void {
  const [lastPointer] = useState<{ place?: readonly [number, number] }>({});
  useEffect(() => {
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      lastPointer.place = [clientX, clientY];
    };
    document.addEventListener('pointermove', onMove, { passive: true, capture: true });
    return () => document.removeEventListener('pointermove', onMove, { capture: true });
  }, [lastPointer]);
  useLayoutEffect(() => {
    const { place } = lastPointer;
    if (!tool || !place || !stage.current || !document.hasFocus()) return;
    const { width, height, left, top } = stage.current.getBoundingClientRect();
    const [x, y] = [(place[0] - left) / width, (place[1] - top) / height];
    if (x >= 0 && x <= 1 && y >= 0 && y <= 1) link.dispatch({ type: 'move', x, y });
  }, [stage, tool, link, lastPointer]);
}
