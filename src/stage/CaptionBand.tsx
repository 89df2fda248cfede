import { memo, type ReactElement } from 'react';
import { stopAt, type Timeline } from '../core/timeline';
import { BidiText } from '../kinds/parts/BidiText';
import type { Player } from '../player/player';
import { usePlayerSelector } from '../player/usePlayer';
import css from './captions.css?inline';
import fitCss from './fit.css?inline';

/** A band below the view with the stop’s caption. Its height fits all captions of the story, so nothing moves between stops. ADR 058 */
export function CaptionBand({ player }: { readonly player: Player }): ReactElement | null {
  const timeline = usePlayerSelector(player, (state) => state.timeline);
  const { stop } = usePlayerSelector(player, ({ position }) => position);
  if (!timeline.stops.some(({ source }) => source.caption)) return null;
  return (
    <aside className="captions" aria-label="Caption">
      <style>{fitCss + css}</style>
      <CaptionSpace timeline={timeline} />
      <p role="status">
        <Caption text={stopAt(timeline, stop).source.caption} />
      </p>
    </aside>
  );
}

/** All captions, hidden and above each other. */
const CaptionSpace = memo(({ timeline }: { readonly timeline: Timeline }): ReactElement => {
  const texts = new Set(timeline.stops.map(({ source }) => source.caption));
  return (
    <>
      {[...texts].map((text) => (
        <p key={text ?? ''} aria-hidden="true">
          <Caption text={text} />
        </p>
      ))}
    </>
  );
});

function Caption({ text = '' }: { readonly text: string | undefined }): ReactElement {
  return (
    <bdi>
      <BidiText text={text} />
    </bdi>
  );
}
