import { linesOfSecret } from '../../secrets/findPrivateText';

/** Length of the starts by which texts are looked up; shorter texts are looked up whole. */
const START = 4;

/** Longer texts count anywhere; shorter ones only where no letter or digit is beside them. */
const MIN_LENGTH_IN_WORDS = 12;

/** Where a text was found in another. */
export interface Place {
  readonly at: number;
  readonly length: number;
  /** The text that was looked for, in its plain notation. */
  readonly secret: string;
}

/** Finds many texts at once in another, in any notation that addresses, JSON and HTML have for them. */
export class VariantFinder {
  /** The notations that begin with the same characters, the longest first. */
  private readonly byStart = new Map<string, (readonly [variant: string, secret: string])[]>();
  /** Lengths of the starts, the longest first. */
  private readonly lengths: readonly number[];

  constructor(secrets: readonly string[]) {
    for (const secret of secrets) {
      for (const variant of variantsOf(secret)) {
        const start = variant.slice(0, START);
        this.byStart.set(start, [...(this.byStart.get(start) ?? []), [variant, secret]]);
      }
    }
    for (const list of this.byStart.values()) list.sort(([a], [b]) => b.length - a.length);
    this.lengths = [...new Set([...this.byStart.keys()].map(({ length }) => length))].toSorted((a, b) => b - a);
  }

  /** Yields what is found in order and without overlaps. */
  *findIn(text: string): Generator<Place> {
    for (let at = 0; at < text.length;) {
      const found = this.foundAt(text, at);
      if (found) yield { at, length: found[0].length, secret: found[1] };
      at += found ? found[0].length : 1;
    }
  }

  private foundAt(text: string, at: number): readonly [variant: string, secret: string] | undefined {
    for (const length of this.lengths) {
      const found = this.byStart
        .get(text.slice(at, at + length))
        ?.find(
          ([variant]) => text.startsWith(variant, at) && (variant.length >= MIN_LENGTH_IN_WORDS || !isInWord(text, at, variant.length)),
        );
      if (found) return found;
    }
    return undefined;
  }
}

/** A text as it stands in addresses, in JSON inside of texts, and in HTML, and each of its lines. */
function variantsOf(secret: string): ReadonlySet<string> {
  const encoded = encodeURIComponent(secret.replaceAll(/\p{Cs}/gu, ''));
  const json = JSON.stringify(secret).slice(1, -1);
  return new Set([
    secret,
    ...linesOfSecret(secret),
    encoded,
    encoded.replaceAll('%20', '+'),
    encodeURIComponent(encoded),
    json,
    json.replaceAll('/', String.raw`\/`),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ]);
}

/** Whether a part of a text is in the middle of a word. The letter of an option before it, as in `-pSecret`, is not of its word. */
export function isInWord(text: string, at: number, length: number): boolean {
  const isPart = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);
  const end = at + length;
  const continuesBefore = isPart(text[at - 1]) && isPart(text[at]) && !/(?:^|\s)-\p{L}$/u.test(text.slice(Math.max(0, at - 3), at));
  return continuesBefore || (isPart(text[end - 1]) && isPart(text[end]));
}
