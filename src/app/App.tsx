import { LazyMotion, domMin } from 'framer-motion';
import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { Stage } from '../stage/Stage';
import '../fonts/fonts.css';
import '../styles/tokens.css';

/** The page, in the browser and in the build’s prerender alike. */
export function App({ player }: { readonly player: Player }): ReactElement {
  return (
    <LazyMotion features={domMin} strict>
      <Stage player={player} theme="dark" />
    </LazyMotion>
  );
}
