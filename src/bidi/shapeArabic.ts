/**
 * Presentation forms of Arabic letters in Unicode's order: isolated, final, and initial and medial for letters that join both sides.
 * Their compatibility decomposition is the letter.
 */
const LETTER_FORMS: ReadonlyMap<string, readonly string[]> = formsInRanges([
  [0xfe80, 0xfef4],
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfbff],
]);

const LAM = '\u0644';
/** Isolated ligatures of lam with each alef; the final form is the next code point. */
const LAM_ALEF: ReadonlyMap<string, number> = new Map([
  ['\u0622', 0xfef5],
  ['\u0623', 0xfef7],
  ['\u0625', 0xfef9],
  ['\u0627', 0xfefb],
]);

const JOINER = '\u200D';
const NON_JOINER = '\u200C';
const TATWEEL = '\u0640';
const MARK = /\p{Mn}/u;

function formsInRanges(ranges: readonly (readonly [from: number, to: number])[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [from, to] of ranges) {
    for (let code = from; code <= to; code += 1) {
      const form = String.fromCodePoint(code);
      const letter = form.normalize('NFKC');
      if (letter !== form && Array.from(letter).length === 1) forms.set(letter, [...(forms.get(letter) ?? []), form]);
    }
  }
  return forms;
}

/** Whether a letter joins the one after it. */
function joinsNext(char: string | undefined): boolean {
  return char === JOINER || char === TATWEEL || LETTER_FORMS.get(char ?? '')?.length === 4;
}

/** Whether a letter joins the one before it. */
function joinsPrevious(char: string | undefined): boolean {
  return char === JOINER || char === TATWEEL || (LETTER_FORMS.get(char ?? '')?.length ?? 0) > 1;
}

/**
 * Replaces Arabic letters by their presentation forms, so that they join although each is drawn in its own cell. Joiners are removed;
 * other scripts stay unchanged. ADR 017
 */
export function shapeArabic(text: string): string {
  return shapedForms(Array.from(text), true).join('');
}

/** Shapes the texts of cells one by one, without ligatures, so that the number of cells stays the same. */
export function shapeArabicCells(cells: readonly string[]): readonly string[] {
  const forms = shapedForms(
    cells.flatMap((cell) => Array.from(cell)),
    false,
  );
  let next = 0;
  return cells.map((cell) => forms.slice(next, (next += Array.from(cell).length)).join(''));
}

/** Returns a text for each of `chars`; empty for a joiner and for an alef in a ligature. */
function shapedForms(chars: readonly string[], hasLigatures: boolean): readonly string[] {
  const shaped: string[] = [];
  const nextLetter = (from: number): number => {
    let at = from + 1;
    while (at < chars.length && MARK.test(chars[at] ?? '')) at += 1;
    return at;
  };
  let previous: string | undefined;
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    const forms = LETTER_FORMS.get(char);
    if (MARK.test(char)) {
      shaped.push(char);
      continue;
    }
    const following = nextLetter(at);
    const ligature = hasLigatures && char === LAM ? LAM_ALEF.get(chars[following] ?? '') : undefined;
    const isJoined = joinsNext(previous) && joinsPrevious(char);
    if (ligature !== undefined) {
      shaped.push(String.fromCodePoint(ligature + Number(isJoined)));
      for (const mark of chars.slice(at + 1, following)) shaped.push(mark);
      shaped.push('');
      previous = chars[following];
      at = following;
      continue;
    }
    const joins = joinsNext(char) && joinsPrevious(chars[following]);
    const isJoiner = char === JOINER || char === NON_JOINER;
    if (forms) shaped.push(forms[Number(isJoined) + 2 * Number(joins)] ?? forms[Number(isJoined)] ?? char);
    else shaped.push(isJoiner && (LETTER_FORMS.has(previous ?? '') || LETTER_FORMS.has(chars[following] ?? '')) ? '' : char);
    previous = char;
  }
  return shaped;
}
