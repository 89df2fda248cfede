import type { ViewProps } from '../kind';
import { Field, Fields } from '../parts/Field';
import { Logo } from '../parts/Logo';
import { ClickHint } from '../parts/ClickHint';
import { BidiText } from '../parts/BidiText';
import { PageContainer } from '../parts/PageContainer';
import type { CognitoScene } from './schema';
import './cognito.css';

/** Cognito's sign-in page: the password form is disabled, the button for single sign-on works. */
export function CognitoPage({ scene, onNext }: ViewProps<CognitoScene>) {
  return (
    <PageContainer className="cognito">
      <div className="page-card cognito-card">
        <header className="page-head cognito-head">
          <Logo text={scene.logo} />
          <div className="cognito-title">
            <h2 className="page-heading cognito-name">{scene.name}</h2>
            {scene.tagline && (
              <p className="cognito-tagline">
                <BidiText text={scene.tagline} />
              </p>
            )}
          </div>
          {scene.pill && (
            <p className="cognito-pill">
              <span className="cognito-mark">{scene.pill.mark}</span>
              <span className="cognito-service">
                <BidiText text={scene.pill.text} />
              </span>
            </p>
          )}
        </header>
        <div className="cognito-ways">
          <div className="cognito-way">
            <Fields count={scene.fields.length}>
              {scene.fields.map(({ label, placeholder }, index) => (
                <Field key={index} label={label} placeholder={placeholder} disabled />
              ))}
            </Fields>
            <button type="button" className="page-button cognito-submit" disabled>
              {scene.submit}
            </button>
          </div>
          <p className="cognito-or">{scene.divider && <span>{scene.divider}</span>}</p>
          <div className="cognito-way">
            {scene.hint && <ClickHint hint={scene.hint} onNext={onNext} />}
            <button type="button" className="page-button cognito-sso" onClick={onNext}>
              <span className="cognito-icon" aria-hidden="true">
                {scene.sso.icon}
              </span>
              <span>{scene.sso.label}</span>
            </button>
          </div>
        </div>
      </div>
      <div className="cognito-foot">
        {scene.foot.map((line, index) => (
          <p key={index}>
            <BidiText text={line} />
          </p>
        ))}
      </div>
    </PageContainer>
  );
}
