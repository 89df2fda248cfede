import type { CSSProperties } from 'react';
import type { ViewProps } from '../kind';
import { Field, Fields } from '../parts/Field';
import { Logo } from '../parts/Logo';
import { ClickHint } from '../parts/ClickHint';
import { BidiText } from '../parts/BidiText';
import { PageContainer } from '../parts/PageContainer';
import type { SsoScene } from './schema';
import './sso.css';

/** The company's sign-in page with its fields filled in. */
export function SsoPage({ scene, onNext }: ViewProps<SsoScene>) {
  const { look } = scene;
  return (
    <PageContainer
      className={`sso sso--${look.layout}${look.brand ? ' sso--branded' : ''}`}
      {...(look.brand && { style: { '--brand': look.brand } as CSSProperties })}
    >
      <div className="page-card page-card--split sso-card">
        <header className="page-head sso-head">
          <Logo text={scene.logo} />
          <div className="sso-title">
            <h2 className="page-heading sso-name">{scene.name}</h2>
            {scene.tagline && (
              <p className="sso-tagline">
                <BidiText text={scene.tagline} />
              </p>
            )}
          </div>
          {scene.pill && (
            <p className="sso-pill">
              <BidiText text={scene.pill} />
            </p>
          )}
        </header>
        <div className="sso-form">
          {scene.note && (
            <p className="sso-note">
              <BidiText text={scene.note} />
            </p>
          )}
          <Fields count={scene.fields.length}>
            {scene.fields.map(({ label, value, secret }, index) => (
              <div key={index} className={secret ? 'sso-field sso-secret' : 'sso-field'}>
                <Field label={label} value={value} readOnly />
              </div>
            ))}
          </Fields>
          {(scene.remember ?? scene.forgot) && (
            <div className="sso-extras">
              {scene.remember && (
                <label className="sso-remember">
                  <input type="checkbox" checked readOnly tabIndex={-1} />
                  <span>{scene.remember}</span>
                </label>
              )}
              {/* A disabled button rather than a link, so that a click does not go to the next stop. */}
              {scene.forgot && (
                <button type="button" className="sso-forgot" disabled>
                  {scene.forgot}
                </button>
              )}
            </div>
          )}
          {scene.hint && <ClickHint hint={scene.hint} onNext={onNext} />}
          <button type="button" className="page-button sso-submit" onClick={onNext}>
            {scene.submit}
          </button>
          {scene.foot && (
            <p className="sso-foot">
              <BidiText text={scene.foot} />
            </p>
          )}
        </div>
      </div>
    </PageContainer>
  );
}
