import { memo, type ReactElement } from 'react';
import type { SimpleCommand, Player } from '../player/player';
import { toggleFullscreen } from '../player/fullscreen';

const BUTTONS: readonly { readonly name: string; readonly move: SimpleCommand; readonly path: string }[] = [
  { name: 'Previous', move: 'prev', path: 'M15 5l-7 7 7 7' },
  { name: 'Next', move: 'next', path: 'M9 5l7 7-7 7' },
  { name: 'Overview', move: 'overview', path: 'M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z' },
  { name: 'Help', move: 'help', path: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.5' },
];

/** Controls for a hand on the mouse; they go with the cursor when it rests. */
export const StageControls = memo(({ player }: { readonly player: Player }): ReactElement => (
  <div className="controls" lang="en" dir="ltr" role="group" aria-label="Presentation">
    {BUTTONS.map(({ name, move, path }) => (
      <button
        key={move}
        type="button"
        className="controls__button"
        aria-label={name}
        title={name}
        onClick={(event) => player.press(move, event.timeStamp)}
      >
        <Icon path={path} />
      </button>
    ))}
    <button type="button" className="controls__button" aria-label="Full screen" title="Full screen" onClick={() => void toggleFullscreen()}>
      <Icon path="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
    </button>
  </div>
));

function Icon({ path }: { readonly path: string }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
