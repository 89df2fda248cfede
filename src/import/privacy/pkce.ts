import type { TraceMessage } from '../wire/trace';
import { challengeOf } from './madeUp';
import type { Replacements } from './replacements';

/** Adds the challenges of PKCE (RFC 7636) with their verifiers, so that their made-up values belong together. */
export function collectPkce(messages: readonly TraceMessage[], replacements: Replacements): void {
  const values = (name: string): readonly string[] =>
    messages.flatMap(({ query = [], form = [] }) => [...query, ...form].filter(([each]) => each === name).map(([, value]) => value));
  const verifiers = values('code_verifier');
  for (const challenge of values('code_challenge')) {
    // The verifier itself is sent with the method “plain”.
    const verifier = verifiers.find((each) => each === challenge || challengeOf(each) === challenge);
    replacements.addPkce(challenge, verifier);
  }
}
