import { Fragment, useEffect, useState, type ReactElement } from 'react';
import { keyRunsAt, nextKeyChange, type KeyRun } from '../core/keyRuns';
import type { Position } from '../core/position';
import { stopAt } from '../core/timeline';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import fitCss from './fit.css?inline';
import css from './keys.css?inline';

const SYMBOLS: Readonly<Record<string, string>> = { Left: '←', Right: '→', Up: '↑', Down: '↓' };

/** A band below the view with the keys that are pressed. The transcript names them for those who do not see it. ADR 056 */
export function KeyBand({ player }: { readonly player: Player }): ReactElement {
  const timeline = usePlayerSelector(player, (state) => state.timeline);
  const position = usePlayerSelector(player, (state) => state.position);
  const stop = stopAt(timeline, position.stop);
  const [shown, setShown] = useState({ position, time: stopTime(position, player.now()) });
  const time = shown.position === position ? shown.time : stopTime(position, player.now());
  useEffect(() => {
    if (position.phase !== 'play') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const update = (): void => {
      const now = stopTime(position, player.now());
      const next = nextKeyChange(stop, now);
      setShown({ position, time: now });
      // Timers may come a little too early.
      if (next !== undefined) timer = setTimeout(update, Math.max(1, next - now));
    };
    update();
    return () => clearTimeout(timer);
  }, [position, stop, player]);
  return (
    <div className="key-band" aria-hidden="true">
      <style>{fitCss + css}</style>
      {keyRunsAt(stop, time).map((run, index) => (
        <KeyRunView key={index} {...run} />
      ))}
    </div>
  );
}

function KeyRunView({ caps, isTyped }: KeyRun): ReactElement {
  return (
    <span>
      {caps.map((cap, index) => (
        <Fragment key={index}>
          {index > 0 && <i>+</i>}
          <kbd data-typed={isTyped ? '' : undefined}>{isTyped ? cap : labelOf(cap)}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

/** Letters are upper case, as on keyboards. */
function labelOf(key: string): string {
  return SYMBOLS[key] ?? (Array.from(key).length === 1 ? key.toUpperCase() : key);
}

/** Returns the milliseconds since the stop began to play: below 0 before, infinity once it is settled. */
function stopTime({ phase, since }: Position, now: number): number {
  if (phase === 'settled') return Number.POSITIVE_INFINITY;
  return phase === 'play' ? now - since : -1;
}
