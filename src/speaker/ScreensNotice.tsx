import { useEffect, useState, type ReactElement } from 'react';
import { watchScreens } from '../player/screens';

/** Says that a screen was unplugged or plugged in, until the stage moves on. */
export function ScreensNotice({ arrival }: { readonly arrival: number }): ReactElement | null {
  const [text, setText] = useState<string>();
  useEffect(() => watchScreens((before, after) => setText(after < before ? UNPLUGGED : PLUGGED)), []);
  useEffect(() => () => setText(undefined), [arrival]);
  if (text === undefined) return null;
  return (
    <p className="speaker-panel speaker-banner" role="status">
      {text}
    </p>
  );
}

const UNPLUGGED = 'A screen was unplugged. The talk goes on; press s on the stage to place both windows anew.';
const PLUGGED = 'Another screen is there. Press s on the stage to place both windows on it.';
