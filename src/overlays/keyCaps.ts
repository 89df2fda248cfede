/** A part of a key's name: what its cap shows and, where that is a sign, how it is said. */
export interface KeyName {
  readonly cap: string;
  readonly said?: string;
}

const NAMES: Readonly<Record<string, KeyName>> = {
  ' ': { cap: 'Space' },
  ArrowLeft: { cap: '←', said: 'Left arrow' },
  ArrowRight: { cap: '→', said: 'Right arrow' },
  ArrowUp: { cap: '↑', said: 'Up arrow' },
  ArrowDown: { cap: '↓', said: 'Down arrow' },
  Escape: { cap: 'Esc', said: 'Escape' },
  '.': { cap: '.', said: 'Period' },
  '/': { cap: '/', said: 'Slash' },
  '`': { cap: '`', said: 'Backtick' },
  '+': { cap: '+', said: 'Plus' },
  '-': { cap: '−', said: 'Minus' },
  '=': { cap: '=', said: 'Equals' },
  _: { cap: '_', said: 'Underscore' },
  '?': { cap: '?', said: 'Question mark' },
};

/** A key of the key table, cap by cap: its modifiers, then the key itself, letters as keyboards print them. */
export function keyNames(key: string): readonly KeyName[] {
  const [, modifiers = '', plain = key] = /^((?:(?:Ctrl|Meta|Alt|Shift)\+)*)(.+)$/su.exec(key) ?? [];
  const own = NAMES[plain] ?? { cap: Array.from(plain).length === 1 ? plain.toUpperCase() : plain };
  return [
    ...modifiers
      .split('+')
      .filter(Boolean)
      .map((cap) => ({ cap })),
    own,
  ];
}
