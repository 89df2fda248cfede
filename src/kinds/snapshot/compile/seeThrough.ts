/** A text as a reader sees it, and where each of its characters was. */
interface PlainText {
  readonly plain: string;
  /** Returns where the character at an index begins in the text. */
  readonly fromOf: (index: number) => number;
  /** Returns where the characters before an index end in the text. */
  readonly toOf: (index: number) => number;
}

/** Characters that show nothing: soft hyphens, joiners, marks of direction, selectors of variants, fillers. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A letter with what is written on or into it. */
const CLUSTER = /[^](?:[\p{M}\u1160-\u11FF\uD7B0-\uD7FB]|\p{Default_Ignorable_Code_Point})*/gu;

/** Returns a text without invisible marks, each letter in one form, whichever it was composed of (NFKC). */
export function seeThrough(text: string): PlainText {
  const plain = plainOf(text);
  if (plain === text) return { plain, fromOf: (index) => index, toOf: (index) => index };
  let written = '';
  const [from, to]: [number[], number[]] = [[], []];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const each = plainOf(cluster);
    for (let at = 0; at < each.length; at += 1) {
      from.push(index);
      to.push(index + cluster.length);
    }
    written += each;
  }
  return { plain: written, fromOf: (index) => from[index] ?? text.length, toOf: (index) => (index === 0 ? 0 : to[index - 1]!) };
}

function plainOf(text: string): string {
  return text.replaceAll(INVISIBLE, '').normalize('NFKC');
}
