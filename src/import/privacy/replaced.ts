import type { SecretKind } from './fieldKinds';

/** A made-up value of the wire file: a text, or the parts of a token. */
export type WireValue = string | { readonly jwt: MadeUpJwt };

export interface MadeUpJwt {
  readonly header: object;
  readonly payload: object;
  readonly signature: string;
}

/** A text that was replaced. */
export interface Replaced {
  readonly kind: SecretKind;
  /** Where it was found first. */
  readonly where: string;
  /** The text; only its first characters may be shown. */
  readonly secret: string;
  /** What stands in its place, as people see it. */
  readonly became: string;
  /** Its name in `values`; undefined if the text itself stands in its place. */
  readonly name: string | undefined;
}
