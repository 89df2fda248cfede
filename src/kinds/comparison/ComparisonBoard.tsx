import { memo, useEffect, useRef, type CSSProperties, type ReactElement } from 'react';
import { MOTION_MS } from '../../core/transition';
import { interpolate, Transition, roundToPixels, clampedProgress, type TransitionStyle } from '../parts/Transition';
import { BidiText } from '../parts/BidiText';
import { Picture } from '../parts/Picture';
import { ScrollContainer } from '../parts/ScrollContainer';
import type { ViewProps } from '../kind';
import { CodeView } from '../parts/CodeView';
import type { ComparisonScene, PanelStep } from './schema';
import './comparison.css';

/** Returns the sides on the board at a step: the step's own and those of the panel steps right before it. */
export function panelsAt({ steps }: ComparisonScene, step: number): readonly PanelStep[] {
  const shown = steps.slice(0, step + 1);
  return shown.slice(shown.findLastIndex((each) => !('panel' in each)) + 1) as readonly PanelStep[];
}

/** Shows sides next to each other. The step's own side enters last; its closing line is below all of them. */
export function ComparisonBoard({ scene, step, phase }: ViewProps<ComparisonScene>): ReactElement {
  const panels = panelsAt(scene, step);
  const closing = panels.at(-1)?.closing;
  const sidesElement = useRef<HTMLDivElement>(null);
  // If the sides are below each other, scrolls to the new one. The observer first reports when the board is shown:
  // a board that is mounted but hidden may have another size.
  useEffect(() => {
    const newest = sidesElement.current?.lastElementChild;
    const box = sidesElement.current?.closest('.scroll');
    if (!newest || !box) return;
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      box.scrollTop += newest.getBoundingClientRect().top - box.getBoundingClientRect().top;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [step]);
  return (
    <ScrollContainer>
      <div className="board" data-sides={panels.length}>
        <div className="board__sides" ref={sidesElement}>
          {panels.map((panel, index) => (
            <Side key={index} step={panel} entering={phase === 'enter' && index === panels.length - 1} />
          ))}
        </div>
        {closing !== undefined && (
          <p className="board__closing">
            <BidiText text={closing} />
          </p>
        )}
      </div>
    </ScrollContainer>
  );
}

const slideIn: TransitionStyle = (progress) => ({
  opacity: clampedProgress(progress, 0, 0.6),
  translate: `${roundToPixels(interpolate(progress, 56, 0))} 0`,
});

const Side = memo(({ step: { panel }, entering }: { readonly step: PanelStep; readonly entering: boolean }): ReactElement => (
  <Transition className={`side side--${panel.tone}`} animating={entering} duration={MOTION_MS.board} styleAt={slideIn}>
    <h2 className="side__heading">
      <BidiText text={panel.heading} />
    </h2>
    <div className="side__card">
      {panel.title !== undefined && (
        <h3 className="side__title">
          <BidiText text={panel.title} />
        </h3>
      )}
      {panel.body.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </div>
  </Transition>
));

function Part({ part }: { readonly part: PanelStep['panel']['body'][number] }): ReactElement {
  if (part.type === 'code') return <CodeView code={part.code} />;
  if (part.type === 'image') return <Picture image={part} className="side__picture" />;
  return (
    <ul className="points" style={{ '--points': part.items.length } as CSSProperties}>
      {part.items.map((item) => (
        <li key={item} className="points__item">
          <span className="points__mark">{part.mark}</span>{' '}
          <span>
            <BidiText text={item} />
          </span>
        </li>
      ))}
    </ul>
  );
}
