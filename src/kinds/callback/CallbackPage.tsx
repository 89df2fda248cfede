import type { ViewProps } from '../kind';
import { between, Entrance, within, type Look } from '../parts/Transition';
import { Prose } from '../parts/BidiText';
import { Sheet } from '../parts/PageContainer';
import { POP_MS, type CallbackScene } from './model';
import './callback.css';

const popping: Look = (progress) => ({ opacity: within(progress, 0, 0.4), scale: String(between(progress, 0.3, 1)) });

/** The page of the local tool that got the token. */
export function CallbackPage({ scene, phase }: ViewProps<CallbackScene>) {
  return (
    <Sheet className="callback">
      <div className="callback-card">
        <header className="callback-head">
          <Entrance className="callback-mark" moving={phase !== 'settled'} duration={POP_MS} pop look={popping}>
            {scene.mark}
          </Entrance>
          <h2 className="callback-heading">
            <Prose text={scene.heading} />
          </h2>
          {scene.tagline && (
            <p className="callback-tagline">
              <Prose text={scene.tagline} />
            </p>
          )}
        </header>
        <dl className="callback-rows">
          {scene.rows.map(({ label, value, tags }, index) => (
            <div key={index} className="callback-row">
              <dt>
                <Prose text={label} />
              </dt>
              {value === undefined ? null : (
                <dd dir="auto">
                  <Prose text={value} />
                </dd>
              )}
              {tags?.map((tag) => (
                <dd key={tag} dir="auto" className="callback-tag">
                  {tag}
                </dd>
              ))}
            </div>
          ))}
        </dl>
        {scene.done && (
          <p className="callback-done">
            <Prose text={scene.done} />
          </p>
        )}
      </div>
    </Sheet>
  );
}
