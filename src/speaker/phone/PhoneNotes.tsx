import { useEffect, useRef, type ReactElement } from 'react';
import { notesText } from '../../core/notesParts';
import type { Stop, Timeline } from '../../core/timeline';
import { BidiText } from '../../kinds/parts/BidiText';

interface PhoneNotesProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  readonly staysAwake: boolean;
}

/** What to say and to point at. */
export function PhoneNotes({ timeline, stop, staysAwake }: PhoneNotesProps): ReactElement {
  const { say, point } = stop.source.notes;
  const { lang, direction = 'auto' } = timeline.story;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) root.current.scrollTop = 0;
  }, [stop]);
  return (
    // A region that scrolls can have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="phone__notes" ref={root} tabIndex={0} role="region" aria-label="Notes">
      <p lang={lang} dir={direction}>
        <BidiText text={notesText(timeline.story, say)} />
      </p>
      <h2 className="phone__hint">Point at</h2>
      <p className="phone__point" lang={lang} dir={direction}>
        <BidiText text={notesText(timeline.story, point)} />
      </p>
      {!staysAwake && (
        <p className="phone__hint">Browsers keep the screen on over https only: set this phone not to lock during the talk.</p>
      )}
    </div>
  );
}
