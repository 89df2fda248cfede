import { useTransform } from 'framer-motion';
import * as m from 'framer-motion/m';
import { useEffect, useRef, type ReactElement } from 'react';
import { MOTION } from '../../core/timeline';
import { ScrollCue } from '../parts/ScrollCue';
import { useEntrance } from '../parts/useEntrance';
import type { ViewProps } from '../kind';
import { CodeView } from './CodeView';
import { panelsAt, type ComparisonScene, type PanelStep } from './model';
import './comparison.css';

/** Sides set beside each other; the step's own comes in last, and its closing line below all of them. */
export function ComparisonBoard({ scene, step, phase }: ViewProps<ComparisonScene>): ReactElement {
  const panels = panelsAt(scene, step);
  const closing = panels.at(-1)?.closing;
  const sides = useRef<HTMLDivElement>(null);
  // Where the sides stand below each other, the new one comes into view; where all fit, this moves nothing.
  useEffect(() => {
    // In braces: newer browsers return a promise, which React would take for a way to clean up.
    sides.current?.lastElementChild?.scrollIntoView({ block: 'start' });
  }, [step]);
  return (
    <ScrollCue>
      <div className="board" data-sides={panels.length}>
        <div className="board__sides" ref={sides}>
          {panels.map((panel, index) => (
            <Side key={index} step={panel} entering={phase === 'enter' && index === panels.length - 1} />
          ))}
        </div>
        {closing !== undefined && <p className="board__closing">{closing}</p>}
      </div>
    </ScrollCue>
  );
}

function Side({ step: { panel }, entering }: { readonly step: PanelStep; readonly entering: boolean }): ReactElement {
  const progress = useEntrance({ moving: entering, duration: MOTION.board, from: 0, to: 1 });
  const x = useTransform(progress, [0, 1], ['5%', '0%']);
  return (
    <m.section className={`side side--${panel.tone}`} style={{ opacity: progress, x }}>
      <h2 className="side__heading">{panel.heading}</h2>
      <div className="side__card">
        {panel.title !== undefined && <h3 className="side__title">{panel.title}</h3>}
        {panel.body.map((part, index) =>
          part.type === 'points' ? (
            <ul key={index} className="points">
              {part.items.map((item) => (
                <li key={item} className="points__item">
                  <span className="points__mark">{part.mark}</span> <span>{item}</span>
                </li>
              ))}
            </ul>
          ) : (
            <CodeView key={index} code={part.code} />
          ),
        )}
      </div>
    </m.section>
  );
}
