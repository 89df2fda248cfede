import { useEffect, useRef, useState, type ReactElement } from 'react';
import { focusLabel, focusOf } from '../core/focus';
import type { Stop } from '../core/timeline';
import { lazyComponent } from '../loading/lazyComponent';
import { NotesText } from './NotesText';
import type { SpeakerStore } from './speakerStore';

/** The notes on wire messages. Stories without wire data never load this chunk. */
const SpeakerWire = lazyComponent('What crosses under the stop', () => import('../wire/SpeakerWire'));

interface NotesPanelProps {
  readonly store: SpeakerStore;
  readonly stop: Stop;
  /** Whether the panel “On the wire” is open on the stage: then the notes on its messages come first. */
  readonly isWireOpen: boolean;
  /** Goes to a stop; `at` is the timestamp of the event. Undefined while the stage is offline. */
  readonly onGo: ((stop: number, at: number) => void) | undefined;
}

/** The notes of the stop: what to say and what to point at. */
export function NotesPanel({ store, stop, isWireOpen, onGo }: NotesPanelProps): ReactElement {
  const { say, point } = stop.source.notes;
  const focus = focusOf(stop.source);
  const { lang, direction = 'auto' } = store.timeline.story;
  const panel = useRef<HTMLElement>(null);
  const [failedAt, setFailedAt] = useState<number>();
  useEffect(() => {
    if (panel.current) panel.current.scrollTop = 0;
  }, [stop.index, isWireOpen]);
  return (
    <section className="speaker-panel speaker-notes" aria-labelledby="notes" ref={panel} data-scrolls="">
      <header className="speaker-notes__head">
        <h2 id="notes" className="speaker-label">
          Say
        </h2>
        <div className="speaker-notes__actions" role="group" aria-label="Size of the notes">
          <button type="button" className="speaker-small-button" onClick={() => store.resizeNotes(-1)}>
            Smaller <kbd>−</kbd>
          </button>
          <button type="button" className="speaker-small-button" onClick={() => store.resizeNotes(1)}>
            Larger <kbd>+</kbd>
          </button>
        </div>
      </header>
      <div className="speaker-notes__text">
        {isWireOpen && failedAt === stop.index && (
          <p className="speaker-label" role="status">
            What crosses under this stop could not be loaded. The next stop tries again.
          </p>
        )}
        <SpeakerWire
          wanted={isWireOpen && stop}
          onError={() => setFailedAt(stop.index)}
          props={{ timeline: store.timeline, stop: stop.index }}
        />
        <p lang={lang} dir={direction}>
          <NotesText timeline={store.timeline} text={say} onGo={onGo} />
        </p>
        <h3 className="speaker-label speaker-notes__target">
          Point at{' '}
          {focus && (
            <button type="button" className="speaker-small-button" onClick={(event) => store.sendAction('focus', event.timeStamp)}>
              {focus.zooms ? 'Zoom to' : 'Light'} <bdi>{focusLabel(focus)}</bdi> <kbd>y</kbd>
            </button>
          )}
        </h3>
        <p className="speaker-notes__point" lang={lang} dir={direction}>
          <NotesText timeline={store.timeline} text={point} onGo={onGo} />
        </p>
      </div>
    </section>
  );
}
