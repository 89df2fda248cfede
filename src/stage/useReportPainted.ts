import { useCallback } from 'react';
import { stopAt } from '../core/timeline';
import { loadView } from '../kinds/registry';
import type { Player } from '../player/player';
import { areDecoded, decodeImages } from './decodeImages';

/** Returns the function that reports an arrival as painted. It waits until the stop's view is loaded and its pictures are decoded. */
export function useReportPainted(player: Player): (arrival: number) => void {
  return useCallback(
    (arrival) => {
      const { timeline, position } = player.getState();
      const { images = [], scene } = stopAt(timeline, position.stop);
      const loading = loadView(scene.kind);
      if (!loading && areDecoded(images)) {
        player.markPainted(arrival);
        return;
      }
      void Promise.all([loading, decodeImages(images)]).then(() => {
        if (player.getState().position.arrival === arrival) player.markPainted(arrival);
      });
    },
    [player],
  );
}
