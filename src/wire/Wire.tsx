import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { wire as builtWire } from 'virtual:wire';
import { fillStory } from '../core/variables';
import type { Wire as WireData } from '../core/wire';
import type { Player } from '../player/player';
import { usePlayer } from '../player/usePlayer';
import { Panel } from './Panel';
import { WireTranscript } from './WireTranscript';
import css from './wire.css?inline';

/** What crosses under the story, as this address asks for it; an edit of the file comes without a reload. */
function useWire(): WireData | undefined {
  const [built, setBuilt] = useState(builtWire);
  useEffect(() => {
    edited = setBuilt;
    return () => {
      edited = undefined;
    };
  }, []);
  return useMemo(() => built && fillStory(built, new URLSearchParams(location.search)), [built]);
}

let edited: ((wire: WireData | undefined) => void) | undefined;
import.meta.hot?.accept('virtual:wire', (module) => {
  if (module) edited?.((module as unknown as { wire: WireData | undefined }).wire);
});

/**
 * What crosses between the parties, beside the stage while it is asked for, and as text for assistive technology. A
 * chunk of its own: stories without it never load it, and others not before the first stop stands.
 */
export default function Wire({ player }: { readonly player: Player }): ReactElement | null {
  const { timeline, position, show, motion } = usePlayer(player);
  const wire = useWire();
  if (!wire) return null;
  return (
    <>
      {show.wire && (
        <>
          <style>{css}</style>
          <Panel player={player} wire={wire} timeline={timeline} position={position} open={show.wire.message} motion={motion} curtain={show.curtain} scale={show.settings.textStep} />
        </>
      )}
      <WireTranscript wire={wire} timeline={timeline} stop={position.stop} />
    </>
  );
}
