import { useEffect, useState, type ReactElement } from 'react';
import { TOOL_LABELS, TOOLS, type Tool } from '../core/tools';
import type { Player } from '../player/player';
import { ToolButton } from './ToolButton';
import { PenButtons } from './PenButtons';
import type { PointingLink } from './pointingLink';

interface PointingToolbarProps {
  readonly player: Player;
  readonly link: PointingLink;
  readonly tool: Tool;
  /** The ink's name of the stop that is shown. */
  readonly stop: string;
  /** Whether the stop names what matters. */
  readonly hasFocus: boolean;
}

/**
 * Buttons over the status bar: those of the pen while it is on, and those of the other tools while fingers point, for which there
 * are no keys. Screen readers are told what is on.
 */
export function PointingToolbar({ player, link, tool, stop, hasFocus }: PointingToolbarProps): ReactElement {
  const isTouched = useIsTouched();
  return (
    <>
      <p className="sr-only" role="status" lang="en">
        {TOOL_LABELS[tool]} is on. Escape ends it.
      </p>
      {(tool === 'pen' || isTouched) && (
        <section className="pointing-bar" lang="en" dir="ltr" aria-label="Tools" data-control="">
          {tool === 'pen' ? (
            <PenButtons link={link} stop={stop} />
          ) : (
            <div role="group" aria-label="Point">
              {TOOLS.filter((each) => each !== 'focus' || hasFocus).map((each) => (
                <ToolButton key={each} name={TOOL_LABELS[each]} icon={each} isOn={each === tool} onPress={(at) => player.press(each, at)} />
              ))}
            </div>
          )}
          <ToolButton name="Done" icon="done" onPress={(at) => player.press(tool, at)} />
        </section>
      )}
    </>
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
