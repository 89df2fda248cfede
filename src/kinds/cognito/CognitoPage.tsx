import type { ViewProps } from '../kind';
import { Field, Fields } from '../parts/Field';
import { Logo } from '../parts/Logo';
import { Pointer } from '../parts/ClickHint';
import { Prose } from '../parts/BidiText';
import { Sheet } from '../parts/PageContainer';
import type { CognitoScene } from './model';
import './cognito.css';

/** Cognito's sign-in page: one way in is grey, the other one works. */
export function CognitoPage({ scene, onNext }: ViewProps<CognitoScene>) {
  return (
    <Sheet className="cognito">
      <div className="cognito-card">
        <header className="cognito-head">
          <Logo sign={scene.logo} />
          <div className="cognito-title">
            <h2 className="cognito-name">{scene.name}</h2>
            {scene.tagline && (
              <p className="cognito-tagline">
                <Prose text={scene.tagline} />
              </p>
            )}
          </div>
          {scene.pill && (
            <p className="cognito-pill">
              <span className="cognito-mark">{scene.pill.mark}</span>
              <span className="cognito-service">
                <Prose text={scene.pill.text} />
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
            <button type="button" className="cognito-submit" disabled>
              {scene.submit}
            </button>
          </div>
          <p className="cognito-or">{scene.divider && <span>{scene.divider}</span>}</p>
          <div className="cognito-way">
            {scene.hint && <Pointer hint={scene.hint} onNext={onNext} />}
            <button type="button" className="cognito-sso" onClick={onNext}>
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
            <Prose text={line} />
          </p>
        ))}
      </div>
    </Sheet>
  );
}
