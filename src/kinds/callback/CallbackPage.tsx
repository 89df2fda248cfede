import type { ViewProps } from '../kind';
import { interpolate, Transition, clampedProgress, type TransitionStyle } from '../parts/Transition';
import { BidiText } from '../parts/BidiText';
import { PageContainer } from '../parts/PageContainer';
import type { CallbackScene } from './schema';
import './callback.css';

/** Duration of the mark's animation and of the stop's playback, in milliseconds. */
export const MARK_ANIMATION_MS = 500;

const popIn: TransitionStyle = (progress) => ({ opacity: clampedProgress(progress, 0, 0.4), scale: String(interpolate(progress, 0.3, 1)) });

/** The local page that says that the sign-in worked. */
export function CallbackPage({ scene, phase }: ViewProps<CallbackScene>) {
  return (
    <PageContainer className="callback">
      <div className="page-card page-card--split callback-card">
        <header className="page-head callback-head">
          <Transition className="callback-mark" animating={phase !== 'settled'} duration={MARK_ANIMATION_MS} overshoot styleAt={popIn}>
            {scene.mark}
          </Transition>
          <h2 className="page-heading callback-heading">
            <BidiText text={scene.heading} />
          </h2>
          {scene.tagline && (
            <p className="callback-tagline">
              <BidiText text={scene.tagline} />
            </p>
          )}
        </header>
        <dl className="callback-rows">
          {scene.rows.map(({ label, value, tags }, index) => (
            <div key={index} className="callback-row">
              <dt>
                <BidiText text={label} />
              </dt>
              {value === undefined ? null : (
                <dd dir="auto">
                  <BidiText text={value} />
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
            <BidiText text={scene.done} />
          </p>
        )}
      </div>
    </PageContainer>
  );
}
