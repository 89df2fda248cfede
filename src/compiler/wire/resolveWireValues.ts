import { valueAt } from '../story/jsonPath';
import type { JsonDocument } from '../story/parseJsonFile';
import type { Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';
import { referencesIn } from '../../core/variables';

/** A file's own words by name, with tokens made of their parts; and complaints of parts that only the address fills. */
export interface WireValues {
  readonly names: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The words a wire file defines for itself, as far as it can be told, whatever else is wrong with it. */
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

/** A JSON Web Token, joined from its parts. */
function encodeJwt(jwt: object): string {
  const part = (key: string): string => {
    const value = valueAt(jwt, [key]);
    return Buffer.from(key === 'signature' ? String(value) : JSON.stringify(value ?? {})).toString('base64url');
  };
  return ['header', 'payload', 'signature'].map(part).join('.');
}
