import { findPrivateText } from '../../secrets/findPrivateText';
import { COMMON_USERS } from '../../secrets/privatePatterns';
import type { SecretKind } from './fieldKinds';
import { VariantFinder, type Place } from './variantFinder';

/** Kinds that are replaced by words; others become values of the file, which an author changes in one place. */
export const AS_WORDS: ReadonlySet<SecretKind> = new Set([
  'e-mail address',
  'user name',
  'name',
  'phone number',
  'address',
  'date of birth',
  'picture',
  'host',
  'what --replace names',
]);

/** Secrets below the first length occur by chance inside other texts, unless they are names or have letters and digits. */
const [MIN_LENGTH, MIN_LENGTH_SHORT] = [6, 3];

/** Whether a secret is replaced wherever it stands. */
export function mayStandAnywhere(secret: string, kind: SecretKind): boolean {
  if (secret.length >= MIN_LENGTH || kind === 'what --replace names') return true;
  if (AS_WORDS.has(kind)) return secret.length >= MIN_LENGTH_SHORT && /\p{L}/u.test(secret) && !COMMON_USERS.test(secret);
  return secret.length >= MIN_LENGTH_SHORT && /\p{L}/u.test(secret) && /\d/u.test(secret);
}

/** Finds secrets in texts. */
export class SecretFinder {
  private readonly anywhere: VariantFinder;
  private readonly byPlace: ReadonlySet<string>;

  /** @param byPlace secrets that were found by what is around them, such as `password: 1234`, and are none elsewhere */
  constructor(kinds: ReadonlyMap<string, SecretKind>, byPlace: ReadonlySet<string>) {
    this.anywhere = new VariantFinder([...kinds].filter(([secret, kind]) => mayStandAnywhere(secret, kind)).map(([secret]) => secret));
    this.byPlace = byPlace;
  }

  /** Returns the places of secrets in a text, in order and without overlaps. */
  findIn(text: string): readonly Place[] {
    const anywhere = [...this.anywhere.findIn(text)];
    if (this.byPlace.size === 0) return anywhere;
    const placed = findPrivateText(text)
      .filter(({ value }) => this.byPlace.has(value))
      .map(({ at, value }) => ({ at, length: value.length, secret: value }))
      .filter(({ at, length }) => !anywhere.some((other) => at < other.at + other.length && other.at < at + length));
    return [...anywhere, ...placed].toSorted((a, b) => a.at - b.at);
  }
}
