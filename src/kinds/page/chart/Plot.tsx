import type { CSSProperties, ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import { colourOf, positionOf, type ChartFields } from './chartFields';

/** Bars, or lines, over a scale. Marks are moved by CSS transitions while the stop plays. */
export function Plot({ chart }: { readonly chart: ChartFields }): ReactElement {
  const { shape, labels, series, unit = '', min, max } = chart;
  const zero = positionOf(0, chart);
  const intervals = scaleIntervals(max - min);
  const scale = Array.from({ length: intervals + 1 }, (_, index) => min + ((max - min) * index) / intervals);
  return (
    <div className="part-plot" dir="ltr">
      <div className="part-plot__scale" aria-hidden="true">
        {scale.toReversed().map((value) => (
          <span key={value}>{`${formatNumber(value)}${unit === '%' ? ' %' : ''}`}</span>
        ))}
      </div>
      <div className="part-plot__area" style={{ '--columns': labels.length, '--grid': intervals } as CSSProperties}>
        {shape === 'line' ? (
          <svg className="part-plot__lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {series.map(({ values, tone }, index) => (
              <path
                key={index}
                className="moving"
                d={linePath(values, chart)}
                style={{ d: `path("${linePath(values, chart)}")` } as CSSProperties}
                stroke={colourOf(index, tone)}
              />
            ))}
          </svg>
        ) : (
          labels.map((_, column) => (
            <div key={column} className="part-plot__bars">
              {series.map(({ values, tone }, index) => {
                const at = positionOf(values[column] ?? 0, chart);
                const style = {
                  background: colourOf(index, tone),
                  bottom: `${Math.min(at, zero) * 100}%`,
                  height: `${Math.abs(at - zero) * 100}%`,
                };
                return (
                  <div key={index} className="part-plot__slot">
                    <div className="part-plot__bar moving" style={style}>
                      {labels.length * series.length <= 12 && values[column] !== 0 && (
                        <span className="part-plot__number">{formatNumber(values[column] ?? 0)}</span>
                      )}
                    </div>
                  </div>
                );
              })}
            </div>
          ))
        )}
      </div>
      <div className="part-plot__labels">
        {shownLabels(labels).map((label, index) => (
          <span key={index}>{label !== undefined && <BidiText text={label} />}</span>
        ))}
      </div>
    </div>
  );
}

/** Returns into how many parts a scale is divided, so that its numbers are short: 5 for 50, 4 for 80. */
function scaleIntervals(range: number): number {
  const leading = Number(range.toExponential().split('e')[0]);
  return [1, 2.5, 5].some((each) => Math.abs(leading - each) < 1e-9) ? 5 : 4;
}

/** Returns a line's path. As a style too, browsers that can move paths do so while the stop plays. */
function linePath(values: readonly number[], chart: ChartFields): string {
  const points = values.map((value, index) => {
    const x = values.length === 1 ? 50 : (index / (values.length - 1)) * 100;
    return `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${(100 - positionOf(value, chart) * 100).toFixed(2)}`;
  });
  return points.join(' ');
}

/** Leaves out labels that would not fit beside each other. */
function shownLabels(labels: readonly string[]): readonly (string | undefined)[] {
  const every = Math.ceil(labels.length / 8);
  return labels.map((label, index) => (index % every === 0 ? label : undefined));
}

/** What large numbers are counted in. A number that rounds to 1000 of one unit is 1 of the next. */
const UNITS = [
  [999.5e9, 1e12, 'T'],
  [999.5e6, 1e9, 'B'],
  [999.5e3, 1e6, 'M'],
  [1e4, 1e3, 'k'],
] as const;

/** Formats a number for a chart: `1234` as it is, `12345` as `12.3k`. */
export function formatNumber(value: number): string {
  const [, divisor, suffix] = UNITS.find(([from]) => Math.abs(value) >= from) ?? [];
  const number = divisor === undefined ? Number(value.toPrecision(12)) : Number((value / divisor).toPrecision(3));
  return `${number}${suffix ?? ''}`.replace('-', '−');
}
