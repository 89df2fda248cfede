import type { PrivateText } from '../../secrets/findPrivateText';
import type { SecretKind } from './fieldKinds';

/** Kinds that are told, as only the author knows whether they are private. */
const TOLD: ReadonlySet<SecretKind | PrivateText['kind']> = new Set(['what --replace names', 'host', 'e-mail address', 'email', 'user']);

/** Returns what a report tells of a text that was replaced: of short texts and passwords nothing, of other secrets the start. */
export function firstCharacters(secret: string, kind: SecretKind | PrivateText['kind']): string {
  if (TOLD.has(kind)) return secret.slice(0, 40);
  return kind === 'password' || secret.length < 12 ? '•••' : `${secret.slice(0, 4)}…`;
}
