import { useCallback, useEffect, useRef } from 'react';
import { terminalsOf } from '../core/stageContent';
import type { Position } from '../core/position';
import { stopAt, type Stop, type Timeline } from '../core/timeline';
import { pendingFrames } from '../kinds/parts/pendingFrames';
import { loadView } from '../kinds/registry';
import type { Player } from '../player/player';
import { areDecoded, decodeImages } from './decodeImages';

/**
 * Reports each arrival as painted when every terminal on stage has painted its output, the views of the stop are loaded, its pictures are
 * decoded and its frames have their documents. Returns the function that a terminal calls, with a name of its own, when it has painted its
 * output of an arrival.
 */
export function useReportPainted(player: Player, timeline: Timeline, position: Position): (arrival: number, terminal: string) => void {
  const painted = useRef<{ readonly arrival: number; readonly terminals: Set<string> }>({ arrival: -1, terminals: new Set() });

  const report = useCallback(
    (arrival: number) => {
      const { timeline: current, position: at } = player.getState();
      const stop = stopAt(current, at.stop);
      const { images = [] } = stop;
      const loading = loadViewsOf(stop);
      const frames = pendingFrames(document);
      if (!loading && !frames && areDecoded(images)) {
        player.markPainted(arrival);
        return;
      }
      void Promise.all([loading, frames, decodeImages(images)]).then(() => {
        if (player.getState().position.arrival === arrival) player.markPainted(arrival);
      });
    },
    [player],
  );

  // Without a terminal, React's render paints everything but pictures, so the stop counts as painted at once.
  const hasTerminal = terminalsOf(timeline, position) > 0;
  useEffect(() => {
    if (!hasTerminal) report(position.arrival);
  }, [report, hasTerminal, position.arrival]);

  return useCallback(
    (arrival, terminal) => {
      const { timeline: current, position: at } = player.getState();
      if (painted.current.arrival !== arrival) painted.current = { arrival, terminals: new Set() };
      const { terminals } = painted.current;
      terminals.add(terminal);
      if (terminals.size >= terminalsOf(current, at)) report(arrival);
    },
    [player, report],
  );
}

/** Loads the views of a stop and its panes. Returns undefined if they are there. */
export function loadViewsOf({ scene, panes = [] }: Stop): Promise<unknown> | undefined {
  const loading = [scene, ...panes.map(({ stop }) => stop.scene)].flatMap(({ kind }) => loadView(kind) ?? []);
  return loading.length > 0 ? Promise.all(loading) : undefined;
}
