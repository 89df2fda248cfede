import type { ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import { colourOf, type ChartFields } from './chartFields';

const RADIUS = 38;
const LENGTH = 2 * Math.PI * RADIUS;
/** The gap between two parts, in units of the drawing. */
const GAP = 1.2;

/** A ring whose parts have the shares of the values. */
export function Donut({ chart: { series, middle } }: { readonly chart: ChartFields }): ReactElement {
  const values = series[0]?.values ?? [];
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const starts = values.map((_, index) => values.slice(0, index).reduce((sum, value) => sum + value, 0) / total);
  return (
    <div className="part-donut">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="part-donut__track" cx="50" cy="50" r={RADIUS} />
        {values.map((value, index) => {
          const length = Math.max(0, (value / total) * LENGTH - (values.length > 1 ? GAP : 0));
          const style = { strokeDasharray: `${length} ${LENGTH - length}`, strokeDashoffset: -starts[index]! * LENGTH };
          return <circle key={index} className="moving" cx="50" cy="50" r={RADIUS} stroke={colourOf(index)} style={style} />;
        })}
      </svg>
      {middle !== undefined && (
        <span className="part-donut__middle">
          <BidiText text={middle} />
        </span>
      )}
    </div>
  );
}
