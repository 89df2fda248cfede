import type { ReactElement } from 'react';

/** Hides the stage from the audience. The next press, click or tap removes it. */
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
