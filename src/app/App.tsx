import type { ReactElement, ReactNode } from 'react';
import { paletteSheet } from '../styles/palette';
import '../fonts/fonts.css';
import 'virtual:story-fonts.css';
import '../styles/tokens.css';

const SHEET = paletteSheet();

/** What every page of ours stands on: colours and type. The same in the browser and in the build’s prerender. */
export function App({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <style>{SHEET}</style>
      {children}
    </>
  );
}
