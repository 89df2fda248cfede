import { useCallback } from 'react';
import { stopAt } from '../core/timeline';
import type { Player } from '../player/player';
import { areDecoded, decodeImages } from './decodeImages';

/** Returns the function that reports an arrival as painted. For a stop with pictures, it waits until they are decoded too. */
export function useReportPainted(player: Player): (arrival: number) => void {
  return useCallback(
    (arrival) => {
      const { timeline, position } = player.getState();
      const { images = [] } = stopAt(timeline, position.stop);
      if (areDecoded(images)) {
        player.markPainted(arrival);
        return;
      }
      void decodeImages(images).then(() => {
        if (player.getState().position.arrival === arrival) player.markPainted(arrival);
      });
    },
    [player],
  );
}
