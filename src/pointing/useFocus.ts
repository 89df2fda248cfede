import { useEffect, type RefObject } from 'react';
import { focusLabel, focusOf } from '../core/focus';
import { stopAt } from '../core/timeline';
import { showNotice } from '../player/notice';
import { isSettled, type Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import { findFocus } from './findFocus';
import { withMargin } from './focusView';
import type { LayerBox } from './layerBox';
import type { PointingLink } from './pointingLink';

/** Space around what is lit, as a fraction of the stage's height. */
const MARGIN = 0.008;

/**
 * Finds what the stop's `focus` names as soon as the stop has settled and the tool is on, and tells all windows. Ends the tool if it
 * is not on screen. Returns whether the stop is shown larger rather than lit.
 */
export function useFocus(player: Player, stage: RefObject<HTMLElement | null>, link: PointingLink, box: LayerBox | undefined): boolean {
  const source = usePlayerSelector(player, ({ timeline, position }) => stopAt(timeline, position.stop).source);
  const isOn = usePlayerSelector(player, (state) => state.show.tool === 'focus' && isSettled(state));
  useEffect(() => {
    const target = focusOf(source);
    if (!isOn || !target || !stage.current || !box) return undefined;
    const { areas } = findFocus(stage.current, target);
    const area = areas[(target.nth ?? 1) - 1];
    if (area) link.dispatch({ type: 'lit', area: withMargin(area, MARGIN, box.width / box.height) });
    else {
      player.press('focus');
      showNotice(`Not on screen here: ${focusLabel(target)}.`);
    }
    return () => link.dispatch({ type: 'lit', area: undefined });
  }, [player, stage, link, source, isOn, box]);
  return focusOf(source)?.zooms ?? false;
}
