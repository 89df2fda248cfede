import type { ReactElement } from 'react';
import type { Stop, Timeline } from '../core/timeline';
import { MARKS, wireStopAt } from '../core/wire';
import { GlossList } from './ClarificationList';
import { useWire } from './useWire';
import { WireList } from './WireList';

export interface HandoutWireProps {
  readonly timeline: Timeline;
  readonly stop: Stop;
  /** Whether it says what the marks mean; once for all is enough. */
  readonly legend: boolean;
}

/** For paper: what crosses at the stop, and where its screen simplifies. A chunk that only a handout asked for it loads. */
export default function HandoutWire({ timeline, stop, legend }: HandoutWireProps): ReactElement | null {
  const wire = useWire();
  const own = wire && wireStopAt(wire, timeline, stop.index);
  if (!own) return null;
  return (
    <div className="handout__below handout__wire" role="group" aria-label="Under the wire">
      <p>
        <b>Under the wire</b>
      </p>
      <WireList wire={wire} stop={own} />
      <GlossList gloss={[...own.messages.flatMap(({ gloss = [] }) => gloss), ...(own.gloss ?? [])]} />
      {legend && (
        <p className="handout__legend">
          {Object.entries(MARKS).map(([mark, { name, meaning }]) => (
            <span key={mark}>
              <em>{name}</em>: {meaning}{' '}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
