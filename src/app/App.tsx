import type { ReactElement, ReactNode } from 'react';
import type { Story } from '../core/story';
import { paletteCss } from '../styles/palette';
import '../fonts/fonts.css';
import 'virtual:story-fonts.css';
import '../styles/tokens.css';

/** Adds the colours and fonts of the story. Used by every page, in the browser and in the prerender. */
export function App({ theme, children }: { readonly theme: Story['theme']; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <style>{paletteCss(theme)}</style>
      {children}
    </>
  );
}
