import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { INK_COLOURS } from '../core/pointing';
import { TOOLS, type Tool } from '../core/tools';
import type { Player } from '../player/player';
import type { PointingLink } from './pointingLink';

interface PointingToolbarProps {
  readonly player: Player;
  readonly link: PointingLink;
  readonly tool: Tool;
  readonly stop: string;
}

const TOOL_NAMES: Readonly<Record<Tool, string>> = {
  laser: 'Laser',
  spotlight: 'Spotlight',
  zoom: 'Zoom',
  pen: 'Pen',
  focus: 'What matters',
};

/**
 * Buttons at the bottom of the stage: those of the pen while it is on, and those of all tools while fingers point, for which there
 * are no keys. What is on is announced to screen readers.
 */
export function PointingToolbar({ player, link, tool, stop }: PointingToolbarProps): ReactElement {
  const isTouched = useIsTouched();
  return (
    <>
      <p className="sr-only" role="status" lang="en">
        {TOOL_NAMES[tool]} is on. Escape ends it.
      </p>
      {(tool === 'pen' || isTouched) && (
        <div className="pointing-bar" lang="en" dir="ltr" data-control="">
          {isTouched && (
            <div role="group" aria-label="Point">
              {TOOLS.map((each) => (
                <button key={each} type="button" aria-pressed={each === tool} onClick={(event) => player.press(each, event.timeStamp)}>
                  {TOOL_NAMES[each]}
                </button>
              ))}
            </div>
          )}
          {tool === 'pen' && <PenButtons link={link} stop={stop} />}
          <button type="button" onClick={(event) => player.press(tool, event.timeStamp)}>
            Done
          </button>
        </div>
      )}
    </>
  );
}

/** The pen's buttons: colours, straight lines, undo, clear. */
function PenButtons({ link, stop }: { readonly link: PointingLink; readonly stop: string }): ReactElement {
  const { colour, straight, ink, cleared } = useSyncExternalStore(link.subscribe, link.getState);
  const count = ink[stop]?.length ?? 0;
  return (
    <div role="group" aria-label="Pen">
      {INK_COLOURS.map((each) => (
        <button
          key={each}
          type="button"
          className="pointing-bar__colour"
          aria-pressed={each === colour}
          aria-label={each}
          title={each}
          onClick={() => link.dispatch({ type: 'pen', colour: each, straight })}
        >
          <i data-colour={each} />
        </button>
      ))}
      <button type="button" aria-pressed={straight} onClick={() => link.dispatch({ type: 'pen', colour, straight: !straight })}>
        Straight
      </button>
      <button type="button" disabled={count === 0 && !cleared[stop]} onClick={() => link.dispatch({ type: 'undo', stop })}>
        Undo
      </button>
      <button type="button" disabled={count === 0} onClick={() => link.dispatch({ type: 'clear', stop })}>
        Clear
      </button>
    </div>
  );
}

/** Whether the last press was one of a finger or stylus. */
function useIsTouched(): boolean {
  const [isTouched, setIsTouched] = useState(() => matchMedia('(hover: none)').matches);
  useEffect(() => {
    const onDown = ({ pointerType }: PointerEvent): void => setIsTouched(pointerType !== 'mouse');
    document.addEventListener('pointerdown', onDown, { passive: true, capture: true });
    return () => document.removeEventListener('pointerdown', onDown, { capture: true });
  }, []);
  return isTouched;
}
