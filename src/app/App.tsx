import type { ReactElement, ReactNode } from 'react';
import type { Story } from '../core/story';
import { paletteCss } from '../styles/palette';
import '../fonts/fonts.css';
import 'virtual:story-fonts.css';
import '../styles/tokens.css';

/** What every page of ours stands on: colours and type. The same in the browser and in the build’s prerender. */
export function App({ theme, children }: { readonly theme: Story['theme']; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <style>{paletteCss(theme)}</style>
      {children}
    </>
  );
}
