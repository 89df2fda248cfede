import { valueAt } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';
import { referencesIn } from '../../core/variables';

/** The `values` of a wire file, with tokens encoded. `names` also has those without a valid value. */
export interface WireValues {
  readonly names: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Returns the `values` that a wire file defines, and problems of tokens that contain open variables. Works on unvalidated files. */
export function resolveWireValues(document: JsonDocument): WireValues {
  const defined = valueAt(document.value, ['values']);
  const entries = typeof defined === 'object' && defined !== null ? Object.entries(defined) : [];
  const values = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [name, value] of entries) {
    const jwt = valueAt(value, ['jwt']);
    if (typeof value === 'string') values.set(name, value);
    else if (typeof jwt === 'object' && jwt !== null) values.set(name, encodeJwt(jwt));
    for (const { name: open } of referencesIn(jwt === undefined ? '' : JSON.stringify(jwt))) {
      problems.push(
        toProblem(document, {
          path: ['values', name, 'jwt'],
          found: `{{${open}}}`,
          expected: 'nothing the address may change: the token is made when the demo is built',
        }),
      );
    }
  }
  return { names: entries.map(([name]) => name), values, problems };
}

/** Returns a JWT in compact serialization (RFC 7519). The signature is any text: nothing is signed. */
function encodeJwt(jwt: object): string {
  const part = (key: string): string => {
    const value = valueAt(jwt, [key]);
    return Buffer.from(key === 'signature' ? String(value) : JSON.stringify(value ?? {})).toString('base64url');
  };
  return ['header', 'payload', 'signature'].map(part).join('.');
}
