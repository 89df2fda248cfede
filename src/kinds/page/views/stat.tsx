import type { ReactElement } from 'react';
import type { InlineText } from '../../../core/inlineText';
import { maxOf } from '../../../core/maxOf';
import { BidiText } from '../../parts/BidiText';
import type { PartProps } from '../PageContext';
import { Icon, Words } from '../Parts';
import './stat.css';

interface Stat {
  readonly label: InlineText;
  readonly value: string;
  readonly change?: string | undefined;
  readonly tone?: string | undefined;
  readonly icon?: string | undefined;
  readonly trend?: readonly number[] | undefined;
}

export default function StatView({ part, root }: PartProps<Stat>): ReactElement {
  const { label, value, change, tone = 'dim', icon, trend } = part;
  return (
    <section {...root(`part-stat tone-${tone}`)}>
      <div className="part-stat__head">
        <Words text={label} className="part-stat__label" />
        <Icon name={icon} />
      </div>
      <p className="part-stat__value">
        <BidiText text={value} />
      </p>
      {change !== undefined && (
        <p className="part-stat__change">
          <BidiText text={change} />
        </p>
      )}
      {trend && <Trend values={trend} />}
    </section>
  );
}

/** A small line without axes. */
function Trend({ values }: { readonly values: readonly number[] }): ReactElement {
  const [low, high] = [-maxOf(values.map((value) => -value)), maxOf(values)];
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * 100;
    const y = high === low ? 15 : 28 - ((value - low) / (high - low)) * 26;
    return `${x.toFixed(2)},${y.toFixed(2)}`;
  });
  return (
    <svg className="part-stat__trend" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <polygon points={`0,30 ${points.join(' ')} 100,30`} />
      <polyline points={points.join(' ')} />
    </svg>
  );
}
