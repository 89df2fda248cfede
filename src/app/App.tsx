import { domMin, LazyMotion } from 'framer-motion';
import type { ReactElement, ReactNode } from 'react';
import { paletteSheet } from '../styles/palette';
import '../fonts/fonts.css';
import '../styles/tokens.css';

const SHEET = paletteSheet();

/** What every page of ours stands on: colours, type, motion. The same in the browser and in the build’s prerender. */
export function App({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <LazyMotion features={domMin} strict>
      <style>{SHEET}</style>
      {children}
    </LazyMotion>
  );
}
