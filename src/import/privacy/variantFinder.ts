/** Length of the starts by which texts are looked up. */
const START = 4;

/** Longer texts count anywhere; shorter ones only where no letter or digit is beside them. */
const MIN_LENGTH_IN_WORDS = 12;

interface Found {
  readonly at: number;
  readonly length: number;
  /** The text that was looked for, in its plain notation. */
  readonly secret: string;
}

/** Finds many texts at once in another, in any notation that addresses, JSON and HTML have for them. */
export class VariantFinder {
  /** The notations that begin with the same characters, the longest first. */
  private readonly byStart = new Map<string, (readonly [variant: string, secret: string])[]>();

  /** @param secrets texts of at least 4 characters */
  constructor(secrets: readonly string[]) {
    for (const secret of secrets) {
      for (const variant of variantsOf(secret)) {
        const start = variant.slice(0, START);
        this.byStart.set(start, [...(this.byStart.get(start) ?? []), [variant, secret]]);
      }
    }
    for (const list of this.byStart.values()) list.sort(([a], [b]) => b.length - a.length);
  }

  /** Yields what is found in order and without overlaps. */
  *findIn(text: string): Generator<Found> {
    for (let at = 0; at <= text.length - START;) {
      const found = this.byStart
        .get(text.slice(at, at + START))
        ?.find(
          ([variant]) => text.startsWith(variant, at) && (variant.length >= MIN_LENGTH_IN_WORDS || !isInWord(text, at, variant.length)),
        );
      if (found) yield { at, length: found[0].length, secret: found[1] };
      at += found ? found[0].length : 1;
    }
  }
}

/** A text as it stands in addresses, in JSON inside of texts, and in HTML. */
function variantsOf(secret: string): ReadonlySet<string> {
  const encoded = encodeURIComponent(secret.replaceAll(/\p{Cs}/gu, ''));
  const json = JSON.stringify(secret).slice(1, -1);
  return new Set([
    secret,
    encoded,
    encoded.replaceAll('%20', '+'),
    encodeURIComponent(encoded),
    json,
    json.replaceAll('/', String.raw`\/`),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ]);
}

/** Whether a letter or digit is beside a part of a text. */
export function isInWord(text: string, at: number, length: number): boolean {
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  return isPart(text[at - 1]) || isPart(text[at + length]);
}
