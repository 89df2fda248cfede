import { useSyncExternalStore, type ReactElement } from 'react';
import { INK_COLOURS } from '../core/pointing';
import { ToolButton } from './ToolButton';
import type { PointingLink } from './pointingLink';

/** The pen's buttons: colours, straight lines, undo, save, clear. */
export function PenButtons({ link, stop }: { readonly link: PointingLink; readonly stop: string }): ReactElement {
  const { colour, straight, ink, cleared } = useSyncExternalStore(link.subscribe, link.getState);
  const hasInk = Object.values(ink).some((strokes) => strokes.length > 0);
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
      <ToolButton name="Save the ink" icon="save" disabled={!hasInk} onPress={() => saveInk(link)} />
      <ToolButton name="Clear" icon="clear" disabled={count === 0} onPress={() => link.dispatch({ type: 'clear', stop })} />
    </div>
  );
}

/** Saves the ink of all stops as `ink.json`, for `understudy export pdf --ink`. */
function saveInk(link: PointingLink): void {
  const file = link.inkFile();
  if (!file) return;
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(file)}\n`], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = 'ink.json';
  anchor.click();
  // Browsers read the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
