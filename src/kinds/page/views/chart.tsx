import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Words } from '../Parts';
import { colourOf, type ChartFields } from '../chart/chartFields';
import { Donut } from '../chart/Donut';
import { Plot } from '../chart/Plot';
import '../chart/chart.css';

export default function ChartView({ part, root }: PartProps<ChartFields & { readonly title?: InlineText | undefined }>): ReactElement {
  const { title, shape = 'bars', labels, series } = part;
  const legend =
    shape === 'donut'
      ? labels.map((label, index) => ({ label, tone: undefined, index }))
      : series.map(({ label, tone }, index) => ({ label, tone, index }));
  return (
    <figure {...root(`part-chart part-chart--${shape}`)}>
      <Words text={title} className="part-chart__title" as="span" />
      {shape === 'donut' ? <Donut chart={part} /> : <Plot chart={part} />}
      <figcaption className="part-chart__legend">
        {legend.map(
          ({ label, tone, index }) =>
            label !== undefined && (
              <span key={index} className="part-chart__key">
                <i style={{ background: colourOf(index, tone) }} />
                <BidiText text={label} />
                {shape === 'donut' && (
                  <span className="part-chart__value">{`${series[0]?.values[index] ?? 0} ${part.unit ?? ''}`.trim()}</span>
                )}
              </span>
            ),
        )}
      </figcaption>
    </figure>
  );
}
