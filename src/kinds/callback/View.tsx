import * as m from 'framer-motion/m';
import type { ViewProps } from '../kind';
import { Sheet } from '../parts/Sheet';
import { POP_MS, type CallbackScene } from './model';
import './callback.css';

const HIDDEN = { scale: 0.3, opacity: 0 };
const SHOWN = { scale: 1, opacity: 1 };

/** The page of the local tool that got the token. */
export function CallbackPage({ scene, phase }: ViewProps<CallbackScene>) {
  return (
    <Sheet className="callback">
      <div className="callback-card">
        <header className="callback-head">
          {/* A new sign for every phase: one that is popping when the stop settles would run on to its end. */}
          <m.div
            key={phase}
            className="callback-mark"
            initial={phase === 'play' ? HIDDEN : false}
            animate={phase === 'enter' ? HIDDEN : SHOWN}
            transition={phase === 'play' ? { duration: POP_MS / 1000, ease: 'backOut' } : { duration: 0 }}
          >
            {scene.mark}
          </m.div>
          <h2 className="callback-heading">{scene.heading}</h2>
          <p className="callback-tagline">{scene.tagline}</p>
        </header>
        <dl className="callback-rows">
          {scene.rows.map(({ label, value, tags }) => (
            <div key={label} className="callback-row">
              <dt>{label}</dt>
              {value === undefined ? null : <dd>{value}</dd>}
              {tags?.map((tag) => <dd key={tag} className="callback-tag">{tag}</dd>)}
            </div>
          ))}
        </dl>
        <p className="callback-done">{scene.done}</p>
      </div>
    </Sheet>
  );
}
