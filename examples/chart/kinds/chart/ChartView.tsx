import { BidiText, interpolate, ScrollContainer, Transition } from 'understudy-demo/kinds';
import type { ViewProps } from 'understudy-demo';
import { useCallback, type CSSProperties, type ReactElement } from 'react';
import type { ChartScene } from './chartScene.ts';
import { GROW_MS } from './growMs.ts';
import './chart.css';

/** The bars of a step. They grow from their length at the step before, or from nothing. */
export function ChartView({ scene, step, phase }: ViewProps<ChartScene>): ReactElement {
  const bars = scene.steps[step]?.bars ?? [];
  const before = scene.steps[step - 1]?.bars;
  const longest = Math.max(1, ...scene.steps.flatMap((each) => each.bars.map(({ value }) => value)));
  return (
    <ScrollContainer>
      <div className="chart">
        <h2 className="chart__heading">
          <BidiText text={scene.heading} />
        </h2>
        <dl className="chart__bars">
          {bars.map(({ label, value }, index) => (
            <div key={label} className="chart__row">
              <dt>
                <BidiText text={label} />
              </dt>
              <dd>
                <BarShape from={(before?.[index]?.value ?? 0) / longest} to={value / longest} isMoving={phase !== 'settled'} />
                <span className="chart__value">
                  {value} {scene.unit}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </ScrollContainer>
  );
}

/** A bar; `from` and `to` are fractions of the longest one. */
function BarShape({ from, to, isMoving }: { readonly from: number; readonly to: number; readonly isMoving: boolean }): ReactElement {
  const styleAt = useCallback((progress: number): CSSProperties => ({ scale: `${interpolate(progress, from, to)} 1` }), [from, to]);
  return (
    <Transition className="chart__bar" animating={isMoving} duration={GROW_MS} styleAt={styleAt}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="10" />
      </svg>
    </Transition>
  );
}
