import { useState, type ReactElement } from 'react';
import { decodeJwt, formatTimestamp, durationInWords } from './jwt';
import { ExplorerSection } from './ExplorerSection';

/** Claims in seconds since 1970 (RFC 7519, OpenID Connect). */
const TIMESTAMP_CLAIMS = new Set(['exp', 'iat', 'nbf', 'auth_time']);

/** A decoded JSON Web Token: header, claims with their times in words, signature. Nothing is verified. */
export function TokenExplorer({ token }: { readonly token: string }): ReactElement {
  const decoded = decodeJwt(token);
  const [now] = useState(() => Date.now() / 1000);
  if (!decoded) return <ExplorerSection title="The token, decoded" source="This is no JSON Web Token." />;
  const { header, payload, signature } = decoded;
  const { exp, iat } = payload;
  const lifetime = typeof exp === 'number' && typeof iat === 'number' ? exp - iat : undefined;
  return (
    <ExplorerSection title="The token, decoded" source="decoded here; nothing is verified">
      <Claims title="Header" claims={header} />
      <Claims title="Claims" claims={payload} />
      {lifetime !== undefined && (
        <p>
          It lasts {durationInWords(lifetime)}: exp is {lifetime} seconds after iat.{Number(exp) < now && ' That is over.'}
        </p>
      )}
      <h4>Signature</h4>
      <p className="verdict" data-tone="warn">
        {describeSignature(signature)}
      </p>
    </ExplorerSection>
  );
}

function describeSignature(bytes: string): string {
  if (bytes === '') return 'None at all.';
  if (/^[\x20-\x7E]+$/u.test(bytes)) return `Not one, and it says so: its ${bytes.length} bytes read “${bytes}”.`;
  return `${bytes.length} bytes, not checked here.`;
}

function Claims({ title, claims }: { readonly title: string; readonly claims: Readonly<Record<string, unknown>> }): ReactElement {
  return (
    <>
      <h4>{title}</h4>
      <dl className="pairs">
        {Object.entries(claims).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {typeof value === 'string' ? value : JSON.stringify(value)}
              {TIMESTAMP_CLAIMS.has(name) && typeof value === 'number' && <em className="aside"> {formatTimestamp(value)}</em>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
