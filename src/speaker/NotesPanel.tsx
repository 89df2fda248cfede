import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Stop } from '../core/timeline';
import { Prose } from '../kinds/parts/BidiText';
import { lazyPart } from '../loading/lazyComponent';
import type { Desk } from './speakerStore';

/** What crosses under the stop; a story that does not tell never loads it. */
const SpeakerWire = lazyPart('What crosses under the stop', () => import('../wire/SpeakerWire'));

interface NotesProps {
  readonly desk: Desk;
  readonly stop: Stop;
  /** Whether the room sees what crosses under the stop: then its messages and questions go before the notes. */
  readonly wire: boolean;
}

/** What to say and what to point at, large. */
export function Notes({ desk, stop, wire }: NotesProps): ReactElement {
  const { say, point } = stop.source.notes;
  const { lang, direction = 'auto' } = desk.timeline.story;
  const panel = useRef<HTMLElement>(null);
  const [failedAt, setFailedAt] = useState<number>();
  useEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [stop.index, wire]);
  return (
    <section className="desk-panel desk-notes" aria-labelledby="notes" ref={panel} data-scrolls="">
      <header className="desk-notes__head">
        <h2 id="notes" className="desk-label">
          Say
        </h2>
        <div role="group" aria-label="Size of the notes">
          <button type="button" className="desk-small" onClick={() => desk.sizeNotes(-1)}>
            Smaller <kbd>−</kbd>
          </button>
          <button type="button" className="desk-small" onClick={() => desk.sizeNotes(1)}>
            Larger <kbd>+</kbd>
          </button>
        </div>
      </header>
      <div className="desk-notes__text">
        {wire && failedAt === stop.index && (
          <p className="desk-label" role="status">
            What crosses under this stop could not be loaded. The next stop tries again.
          </p>
        )}
        <SpeakerWire wanted={wire && stop} onFail={() => setFailedAt(stop.index)} props={{ timeline: desk.timeline, stop: stop.index }} />
        <p lang={lang} dir={direction}>
          <Prose text={say} />
        </p>
        <h3 className="desk-label">Point at</h3>
        <p className="desk-notes__point" lang={lang} dir={direction}>
          <Prose text={point} />
        </p>
      </div>
    </section>
  );
}
