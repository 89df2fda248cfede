import type { ReactElement } from 'react';
import type { Timeline } from '../core/timeline';
import { wireStopAt } from '../core/wire';
import { useWire } from './useWire';
import { WireList } from './WireList';

interface SpeakerWireProps {
  readonly timeline: Timeline;
  readonly stop: number;
}

/** For the speaker’s eyes: what crosses at the stop, and the questions it brings up. */
export default function SpeakerWire({ timeline, stop }: SpeakerWireProps): ReactElement | null {
  const wire = useWire();
  const own = wire && wireStopAt(wire, timeline, stop);
  if (!own) return null;
  return (
    <>
      {own.questions && (
        <>
          <h3 className="desk-label">If somebody asks</h3>
          <dl className="desk-notes__wire">
            {own.questions.map(({ ask, answer }) => (
              <div key={ask}>
                <dt>{ask}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3 className="desk-label">Under the wire</h3>
      <div className="desk-notes__wire">
        <WireList wire={wire} stop={own} />
      </div>
      <h3 className="desk-label">Say</h3>
    </>
  );
}
