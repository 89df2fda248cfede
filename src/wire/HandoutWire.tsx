import type { ReactElement } from 'react';
import type { Stop, Timeline } from '../core/timeline';
import { wireStopAt } from '../core/wire';
import { ClarificationList } from './ClarificationList';
import { markProps } from './markProps';
import { useWire } from './useWire';
import { WireList } from './WireList';

export interface HandoutWireProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  /** Whether to explain the marks. True once per handout. */
  readonly showsLegend: boolean;
}

/** The messages of a stop and its clarifications, for the handout. A chunk of its own. */
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
      <ClarificationList clarifications={[...wireStop.messages.flatMap(({ gloss = [] }) => gloss), ...(wireStop.gloss ?? [])]} />
      {showsLegend && wire.marks.length > 0 && (
        <p className="handout__legend">
          {wire.marks.map((mark) => (
            <span key={mark.id}>
              <span {...markProps(mark)}>{mark.label}</span> {mark.meaning}{' '}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
