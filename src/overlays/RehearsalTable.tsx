import { maxOf } from '../core/maxOf';
import type { CSSProperties, ReactElement } from 'react';
import { formatDuration, formatSignedDuration } from '../core/formatDuration';
import type { RehearsalRecord } from '../core/rehearsal';
import { formatStopNumber, stopKey } from '../core/stopNumber';
import type { Timeline } from '../core/timeline';

/** The full bar stands for the largest difference, but at least for this one: a few seconds must not look like minutes. */
const MIN_SCALE_SECONDS = 15;

interface RehearsalTableProps {
  readonly timeline: Timeline;
  /** Recorded seconds by {@link stopKey}. */
  readonly seconds: RehearsalRecord['seconds'] | undefined;
  /** The stop that is being recorded, if any. */
  readonly current: number | undefined;
}

/** The planned and the recorded time of every stop, and the difference. */
export function RehearsalTable({ timeline, seconds, current }: RehearsalTableProps): ReactElement {
  const rows = timeline.stops.slice(0, timeline.wayLength).map((stop) => {
    const [planned, recorded] = [stop.source.dwell, seconds?.[stopKey(stop)]];
    const difference = planned === undefined || recorded === undefined ? undefined : recorded - planned;
    // The current stop is still being recorded, so it is not too short yet.
    const isUnfinished = stop.index === current && difference !== undefined && difference < 0;
    return { stop, planned, recorded, difference: isUnfinished ? undefined : difference };
  });
  const scaleSeconds = maxOf(
    rows.map(({ difference = 0 }) => Math.abs(difference)),
    MIN_SCALE_SECONDS,
  );
  // The totals are those of recorded stops, or of the whole plan before anything is recorded.
  const comparedRows = rows.filter(({ difference }) => difference !== undefined);
  const totalledRows = comparedRows.length > 0 ? comparedRows : rows;
  return (
    <table className="times">
      <thead>
        <tr>
          <th scope="col">Stop</th>
          <th scope="col">Planned</th>
          <th scope="col">Recorded</th>
          <th scope="col" colSpan={2}>
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ stop, planned, recorded, difference }) => (
          <tr key={stop.index} aria-current={stop.index === current ? 'step' : undefined}>
            <th scope="row">
              <b>{formatStopNumber(stop)}</b> <bdi>{stop.source.title}</bdi>
            </th>
            <td>{formatDurationOrDash(planned)}</td>
            <td>{formatDurationOrDash(recorded)}</td>
            <td>{difference === undefined ? '–' : formatSignedDuration(difference)}</td>
            <td className="times__bar" aria-hidden="true">
              <DifferenceBar share={(difference ?? 0) / scaleSeconds} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{totalledRows.length < rows.length ? `${totalledRows.length} of ${rows.length} stops` : 'All stops'}</th>
          <td>{formatDurationOrDash(sumKnown(totalledRows.map(({ planned }) => planned)))}</td>
          <td>{formatDurationOrDash(sumKnown(totalledRows.map(({ recorded }) => recorded)))}</td>
          <td>{comparedRows.length === 0 ? '–' : formatSignedDuration(sumKnown(comparedRows.map(({ difference }) => difference)) ?? 0)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A bar from the middle to the right (too long) or left (too short). `share` is between −1 and 1. */
function DifferenceBar({ share }: { readonly share: number }): ReactElement {
  return <span className="bar" data-side={share > 0 ? 'over' : 'under'} style={{ '--share': Math.abs(share) } as CSSProperties} />;
}

function formatDurationOrDash(seconds: number | undefined): string {
  return seconds === undefined ? '–' : formatDuration(Math.round(seconds));
}

/** Returns the sum of the known values; undefined when there is none. */
function sumKnown(list: readonly (number | undefined)[]): number | undefined {
  const known = list.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, each) => total + each, 0);
}
