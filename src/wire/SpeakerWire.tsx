import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { wireStopAt } from '../core/wire';
import { useWire } from './useWire';
import { WireList } from './WireList';

interface SpeakerWireProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

/** The messages of a stop and questions it may raise, for the speaker window. A chunk of its own. */
export default function SpeakerWire({ timeline, stop }: SpeakerWireProps): ReactElement | null {
  const wire = useWire();
  const wireStop = wire && wireStopAt(wire, timeline, stop);
  if (!wireStop) return null;
  return (
    <>
      {wireStop.questions && (
        <>
          <h3 className="speaker-label">If somebody asks</h3>
          <dl className="speaker-notes__wire">
            {wireStop.questions.map(({ ask, answer }) => (
              <div key={ask}>
                <dt>{ask}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3 className="speaker-label">On the wire</h3>
      <div className="speaker-notes__wire">
        <WireList wire={wire} stop={wireStop} />
      </div>
      <h3 className="speaker-label">Say</h3>
    </>
  );
}
