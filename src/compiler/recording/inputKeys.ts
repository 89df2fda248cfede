import { splitGraphemes } from '../../core/terminal/width';

/** What terminals send for keys that are no characters, after the escape character and the bracket, and their names. */
const SEQUENCES = namesOf(
  'A Up B Down C Right D Left H Home F End P F1 Q F2 R F3 S F4 Z Shift+Tab 1~ Home 2~ Insert 3~ Delete 4~ End 5~ PageUp 6~ PageDown ' +
    '7~ Home 8~ End 11~ F1 12~ F2 13~ F3 14~ F4 15~ F5 17~ F6 18~ F7 19~ F8 20~ F9 21~ F10 23~ F11 24~ F12',
);

const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'Enter',
  '\n': 'Enter',
  '\t': 'Tab',
  '\b': 'Backspace',
  '\u007f': 'Backspace',
  ' ': 'Space',
  '\0': 'Ctrl+Space',
  '\u001b': 'Esc',
};

function namesOf(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.split(' ');
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1]!] as const] : [])));
}

/** Modifiers of a sequence, by the bits of its second parameter less one. */
const MODIFIERS = ['Shift', 'Alt', 'Ctrl', 'Cmd'];

/** A mouse report, a key (CSI or SS3), an answer of the terminal (OSC, DCS, APC), Alt with a character, or one character. */
const TOKEN = new RegExp(
  [
    String.raw`\u001b\[M[^]{3}`,
    String.raw`\u001b[[O](?<parameters>[\d;?<>=$ ]*)(?<final>[A-Za-z~^@])`,
    String.raw`\u001b[\]P_X^][^]*?(?:\u0007|\u001b\\|$)`,
    String.raw`\u001b(?<alt>[^\u001b[\]])`,
    '[^]',
  ].join('|'),
  'gu',
);

/** Returns the names of the keys whose input is `data`. What a terminal sends by itself, answers and mouse reports, has none. */
export function keysOfInput(data: string): readonly string[] {
  return [...data.matchAll(TOKEN)].flatMap(({ 0: token, groups: { parameters, final, alt } = {} }): readonly string[] => {
    if (final !== undefined) return sequenceKey(parameters ?? '', final);
    if (alt !== undefined) return [`Alt+${controlOrCharacter(alt)}`];
    return token.length > 2 ? [] : [controlOrCharacter(token)];
  });
}

function sequenceKey(parameters: string, final: string): readonly string[] {
  const match = /^(?:(\d+)(?:;(\d+))?)?$/u.exec(parameters);
  const name = match && SEQUENCES.get(final === '~' ? `${match[1]}~` : final);
  if (!name) return [];
  const bits = Number(match[2] ?? 1) - 1;
  // The answer to a question for the cursor's place, `CSI row ; column R`, looks like F3 with modifiers.
  if (bits < 0 || bits > 15 || (final === 'R' && match[1] !== undefined && match[1] !== '1')) return [];
  return [[...MODIFIERS.filter((_, bit) => bits & (1 << bit)), name].join('+')];
}

function controlOrCharacter(character: string): string {
  const control = CONTROLS[character];
  if (control !== undefined) return control;
  const code = character.codePointAt(0)!;
  return code < 32 ? `Ctrl+${String.fromCodePoint(code + 64)}` : character;
}

/** Whether a key is a character that is typed. */
export function isTyped(key: string): boolean {
  return key === 'Space' || splitGraphemes(key).length === 1;
}
