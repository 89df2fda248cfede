import type { ReactElement } from 'react';

/** Hides the stage from the room. The next press, click or tap brings it back. */
export function ScreenCover({ colour }: { readonly colour: 'black' | 'white' }): ReactElement {
  return (
    <div
      lang="en"
      className={`screen-cover screen-cover--${colour}`}
      role="status"
      aria-label={`The screen is ${colour}. Go on to bring the picture back.`}
    />
  );
}
