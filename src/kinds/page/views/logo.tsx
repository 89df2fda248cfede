import type { ReactElement } from 'react';
import { clampedProgress, interpolate, Transition, type TransitionStyle } from '../../parts/Transition';
import { Logo } from '../../parts/Logo';
import { SPRING_MS } from '../describePageStep';
import type { PartProps } from '../PageContext';
import { usePageStep } from '../Parts';
import './logo.css';

interface LogoFields {
  readonly text: string;
  readonly springs?: boolean | undefined;
}

const spring: TransitionStyle = (progress) => ({
  opacity: clampedProgress(progress, 0, 0.4),
  scale: String(interpolate(progress, 0.3, 1)),
});

export default function LogoView({ part: { text, springs, key }, root }: PartProps<LogoFields>): ReactElement {
  const { step, phase } = usePageStep();
  const tile = <Logo text={text} />;
  return (
    <div {...root('part-logo')}>
      {springs ? (
        <Transition
          className="part-logo__spring"
          animating={phase !== 'settled' && step.springs?.includes(key) === true}
          duration={SPRING_MS}
          overshoot
          styleAt={spring}
        >
          {tile}
        </Transition>
      ) : (
        tile
      )}
    </div>
  );
}
