import { useState, type ReactElement } from 'react';
import { ExplorerSection } from './ExplorerSection';

interface ScopesExplorerProps {
  readonly granted: readonly string[];
  readonly required: readonly string[];
}

/** The scope check as sets: granted, required and their intersection. Each scope can be granted and revoked. */
export function ScopesExplorer({ granted, required }: ScopesExplorerProps): ReactElement {
  const [heldScopes, setHeldScopes] = useState(granted);
  const all = [...new Set([...granted, ...required])];
  const common = required.filter((each) => heldScopes.includes(each));
  const missing = required.filter((each) => !heldScopes.includes(each));
  const toggle = (scope: string): void =>
    setHeldScopes(heldScopes.includes(scope) ? heldScopes.filter((each) => each !== scope) : [...heldScopes, scope]);
  return (
    <ExplorerSection title="The scope check, as sets" source="worked out here; press a scope to grant it or to take it away">
      <dl className="steps">
        <dt>Granted, in the token</dt>
        <dd className="scopes">
          {all.map((scope) => (
            <button key={scope} type="button" className="scope" aria-pressed={heldScopes.includes(scope)} onClick={() => toggle(scope)}>
              {scope}
            </button>
          ))}
        </dd>
        <dt>Required, for this call</dt>
        <dd className="scopes">
          {required.map((scope) => (
            <span key={scope} className="scope" data-tone={heldScopes.includes(scope) ? 'ok' : 'error'}>
              {heldScopes.includes(scope) ? '✓' : '✗'} {scope}
            </span>
          ))}
        </dd>
        <dt>granted ∩ required</dt>
        <dd>{common.length === 0 ? '{ }' : `{ ${common.join(', ')} }`}</dd>
      </dl>
      <p className="verdict" role="status" data-tone={missing.length === 0 ? 'ok' : 'error'}>
        {missing.length === 0
          ? '✓ Everything required is granted: the call goes on.'
          : `✗ Missing: ${missing.join(', ')}. The call stops here.`}
      </p>
    </ExplorerSection>
  );
}
