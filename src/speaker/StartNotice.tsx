import { useEffect, useState, type ReactElement } from 'react';

/** What the window says when it opens, until the talk moves to another stop. */
export function StartNotice({ text, stop }: { readonly text: string | undefined; readonly stop: number }): ReactElement | null {
  const [shown, setShown] = useState(text);
  useEffect(() => () => setShown(undefined), [stop]);
  if (shown === undefined) return null;
  return (
    <p className="speaker-panel speaker-banner" role="status">
      {shown}
    </p>
  );
}
