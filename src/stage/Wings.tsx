import { useEffect, useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { frameAt } from '../core/terminal/frame';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { isSettled, type Player } from '../player/player';
import { usePlayerPart } from '../player/usePlayer';
import { WIDE_COLS } from '../terminal/grid';
import { StageView } from './StageView';
import { whenIdle } from './whenIdle';

const nothing = (): void => {};

/**
 * Where the next stop waits for its cue. Code that runs for the first time, and words in a size not seen before, take
 * several times as long as later; so while the page has nothing to do, the next stop is put up out of sight, laid out and
 * taken down again, all within one task: nobody ever sees it, and the press that asks for it finds everything warm.
 */
export function Wings({ player }: { readonly player: Player }): ReactElement {
  const timeline = usePlayerPart(player, (state) => state.timeline);
  const next = usePlayerPart(player, ({ position }) => position.stop) + 1;
  const waits = usePlayerPart(player, isSettled) && next < timeline.stops.length;
  const scale = usePlayerPart(player, ({ show }) => show.settings.textStep);
  const wings = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [size, setSize] = useState('');

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setSize(`${entry.contentRect.width}×${entry.contentRect.height}`));
    if (wings.current) observer.observe(wings.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!waits) return;
    return whenIdle(() => {
      void stopAt(timeline, next).playMs;
      flushSync(() => setDrawn(true));
      void wings.current?.offsetHeight;
      flushSync(() => setDrawn(false));
    });
  }, [waits, timeline, next, size, scale]);

  return (
    <div className="wings" ref={wings} aria-hidden="true" inert>
      {drawn && (
        <div className="stage">
          <StageView timeline={timeline} position={{ stop: next, phase: 'settled', since: 0, arrival: 0 }} onNext={nothing} renderTerminal={({ stop }) => <Layout timeline={timeline} stop={stop} />} />
        </div>
      )}
    </div>
  );
}

/** There is one terminal, which stands; what it will print can be laid out. */
function Layout({ timeline, stop }: { readonly timeline: Timeline; readonly stop: Stop }): null {
  frameAt(timeline, stop, WIDE_COLS);
  return null;
}
