import { memo, type ReactElement } from 'react';
import type { SimpleCommand, Player } from '../player/player';
import { toggleFullscreen } from '../player/fullscreen';
import { ICON_PATHS, IconButton } from './IconButton';

const BUTTONS: readonly { readonly name: string; readonly move: SimpleCommand; readonly path: string }[] = [
  { name: 'Previous', move: 'prev', path: ICON_PATHS.previous },
  { name: 'Next', move: 'next', path: ICON_PATHS.next },
  { name: 'Overview', move: 'overview', path: 'M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z' },
  { name: 'Help', move: 'help', path: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.5' },
];

/** Buttons for the mouse. They are hidden together with the pointer when it rests. */
export const StageControls = memo(({ player }: { readonly player: Player }): ReactElement => (
  <div className="controls" lang="en" dir="ltr" role="group" aria-label="Presentation">
    {BUTTONS.map(({ name, move, path }) => (
      <IconButton key={move} className="controls__button" name={name} path={path} onPress={(at) => player.press(move, at)} />
    ))}
    <IconButton
      className="controls__button controls__button--touch"
      name="Point"
      path="M12 12h.01M12 3v4M12 17v4M3 12h4M17 12h4"
      onPress={(at) => player.press('laser', at)}
    />
    <IconButton className="controls__button" name="Full screen" path={ICON_PATHS.fullScreen} onPress={() => void toggleFullscreen()} />
  </div>
));
