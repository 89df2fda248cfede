import type { ReactElement } from 'react';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import { WirePanel } from './WirePanel';
import { useWire } from './useWire';
import { WireTranscript } from './WireTranscript';
import css from './wire.css?inline';

/** The panel “On the wire” while it is open, and its transcript. A chunk with its own styles (ADR 024). */
export default function Wire({ player }: { readonly player: Player }): ReactElement | null {
  const isOpen = usePlayerSelector(player, ({ show }) => show.wire !== undefined);
  const wire = useWire();
  if (!wire) return null;
  return (
    <>
      {isOpen && (
        <>
          <style>{css}</style>
          <WirePanel player={player} wire={wire} />
        </>
      )}
      <WireTranscript player={player} wire={wire} />
    </>
  );
}
