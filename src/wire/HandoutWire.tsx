import type { ReactElement } from 'react';
import type { Stop, Timeline } from '../core/timeline';
import { PROVENANCE_LABELS, wireStopAt } from '../core/wire';
import { ClarificationList } from './ClarificationList';
import { useWire } from './useWire';
import { WireList } from './WireList';

export interface HandoutWireProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  /** Whether it says what the marks mean; once for all is enough. */
  readonly showsLegend: boolean;
}

/** For paper: what crosses at the stop, and where its screen simplifies. A chunk that only a handout asked for it loads. */
export default function HandoutWire({ timeline, stop, showsLegend }: HandoutWireProps): ReactElement | null {
  const wire = useWire();
  const wireStop = wire && wireStopAt(wire, timeline, stop.index);
  if (!wireStop) return null;
  return (
    <div className="handout__section handout__wire" role="group" aria-label="On the wire">
      <p>
        <b>On the wire</b>
      </p>
      <WireList wire={wire} stop={wireStop} />
      <ClarificationList gloss={[...wireStop.messages.flatMap(({ gloss = [] }) => gloss), ...(wireStop.gloss ?? [])]} />
      {showsLegend && (
        <p className="handout__legend">
          {Object.entries(PROVENANCE_LABELS).map(([mark, { name, meaning }]) => (
            <span key={mark}>
              <em>{name}</em>: {meaning}{' '}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
