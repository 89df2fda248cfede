import type { CSSProperties, ReactElement } from 'react';
import { BidiText } from '../../parts/BidiText';
import { colourOf, positionOf, type ChartFields } from './chartFields';

/** Bars, or lines, over a scale. Marks are moved by CSS transitions while the stop plays. */
export function Plot({ chart }: { readonly chart: ChartFields }): ReactElement {
  const { shape, labels, series, unit, scale } = chart;
  const isLine = shape === 'line';
  const every = Math.ceil(labels.length / MAX_LABELS);
  return (
    <div className="part-plot" dir="ltr">
      <div className="part-plot__scale" aria-hidden="true">
        {scale.map((value) => (
          <span key={value} className="part-plot__tick" style={{ bottom: percent(positionOf(value, chart)) }}>
            {[formatNumber(value), unit].filter(Boolean).join(' ')}
          </span>
        ))}
        {/* The widest number gives the scale its width. */}
        <span className="part-plot__widest">{[widestOf(scale), unit].filter(Boolean).join(' ')}</span>
      </div>
      <div className="part-plot__area" style={{ '--columns': labels.length } as CSSProperties}>
        {scale.map((value) => (
          <i
            key={value}
            className={`part-plot__line${value === 0 ? ' part-plot__line--zero' : ''}`}
            style={{ bottom: percent(positionOf(value, chart)) }}
          />
        ))}
        {isLine ? (
          <svg className="part-plot__lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {series.map(({ values, tone }, index) => {
              const line = linePath(values, chart);
              // As a style too: browsers that can move paths do so while the stop plays.
              return (
                <path
                  key={index}
                  className="moving"
                  d={line}
                  style={{ d: `path("${line}")` } as CSSProperties}
                  stroke={colourOf(index, tone)}
                />
              );
            })}
          </svg>
        ) : (
          labels.map((_, column) => (
            <div key={column} className="part-plot__bars">
              {series.map(({ values, tone }, index) => (
                <Bar key={index} value={values[column] ?? 0} colour={colourOf(index, tone)} chart={chart} />
              ))}
            </div>
          ))
        )}
      </div>
      <div className="part-plot__labels">
        {labels.map(
          (label, index) =>
            index % every === 0 && (
              <span key={index} style={{ left: percent(placeOf(index, labels.length, isLine)), maxWidth: percent(every / labels.length) }}>
                <BidiText text={label} />
              </span>
            ),
        )}
      </div>
    </div>
  );
}

/** More labels would not fit beside each other: only every second or third is shown then. */
const MAX_LABELS = 8;

/** Numbers stand at bars if there are no more than these. */
const MAX_NUMBERED_BARS = 12;

interface BarProps {
  readonly value: number;
  readonly colour: string;
  readonly chart: ChartFields;
}

/** A bar from zero up to its value, or down to a negative one. */
function Bar({ value, colour, chart }: BarProps): ReactElement {
  const [at, zero] = [positionOf(value, chart), positionOf(0, chart)];
  const style = { background: colour, bottom: percent(Math.min(at, zero)), height: percent(Math.abs(at - zero)) };
  const isNumbered = chart.labels.length * chart.series.length <= MAX_NUMBERED_BARS && value !== 0;
  return (
    <div className="part-plot__slot">
      <div className={`part-plot__bar moving${value < 0 ? ' part-plot__bar--below' : ''}`} style={style}>
        {isNumbered && <span className="part-plot__number">{formatNumber(value)}</span>}
      </div>
    </div>
  );
}

/** Returns where a value stands from left to right, from 0 to 1: in the middle of its column, or for lines from edge to edge. */
function placeOf(index: number, count: number, isLine: boolean): number {
  return isLine && count > 1 ? index / (count - 1) : (index + 0.5) / count;
}

function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(3))}%`;
}

function widestOf(scale: readonly number[]): string {
  return scale.map(formatNumber).reduce((widest, each) => (each.length > widest.length ? each : widest), '');
}

/** Returns a line's path through the points of its values. A single value is a dot. */
function linePath(values: readonly number[], chart: ChartFields): string {
  const points = values.map((value, index) => {
    const [x, y] = [placeOf(index, values.length, true) * 100, 100 - positionOf(value, chart) * 100];
    return `${index === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`;
  });
  return values.length === 1 ? `${points[0]}h0.01` : points.join(' ');
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
