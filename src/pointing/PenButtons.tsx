import { useSyncExternalStore, type ReactElement } from 'react';
import { INK_COLOURS } from '../core/pointing';
import { ToolButton } from './ToolButton';
import type { PointingLink } from './pointingLink';

/** The pen's buttons: colours, straight lines, undo, clear. */
export function PenButtons({ link, stop }: { readonly link: PointingLink; readonly stop: string }): ReactElement {
  const { colour, straight, ink, cleared } = useSyncExternalStore(link.subscribe, link.getState);
  const count = ink[stop]?.length ?? 0;
  return (
    <div role="group" aria-label="Pen">
      {INK_COLOURS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === colour}
          aria-label={`Colour: ${each}`}
          title={each}
          onClick={() => link.dispatch({ type: 'pen', colour: each, straight })}
        >
          <i data-colour={each} />
        </button>
      ))}
      <ToolButton
        name="Straight"
        icon="straight"
        isOn={straight}
        onPress={() => link.dispatch({ type: 'pen', colour, straight: !straight })}
      />
      <ToolButton name="Undo" icon="undo" disabled={count === 0 && !cleared[stop]} onPress={() => link.dispatch({ type: 'undo', stop })} />
      <ToolButton name="Clear" icon="clear" disabled={count === 0} onPress={() => link.dispatch({ type: 'clear', stop })} />
    </div>
  );
}
