/** A part of a key's name: what its cap shows and, where that is a sign, how it is said. */
export interface KeyCap {
  readonly label: string;
  readonly spokenName?: string;
}

const KEY_CAPS: Readonly<Record<string, KeyCap>> = {
  ' ': { label: 'Space' },
  ArrowLeft: { label: '←', spokenName: 'Left arrow' },
  ArrowRight: { label: '→', spokenName: 'Right arrow' },
  ArrowUp: { label: '↑', spokenName: 'Up arrow' },
  ArrowDown: { label: '↓', spokenName: 'Down arrow' },
  Escape: { label: 'Esc', spokenName: 'Escape' },
  '.': { label: '.', spokenName: 'Period' },
  '/': { label: '/', spokenName: 'Slash' },
  '`': { label: '`', spokenName: 'Backtick' },
  '+': { label: '+', spokenName: 'Plus' },
  '-': { label: '−', spokenName: 'Minus' },
  '=': { label: '=', spokenName: 'Equals' },
  _: { label: '_', spokenName: 'Underscore' },
  '?': { label: '?', spokenName: 'Question mark' },
};

/** A key of the key table, cap by cap: its modifiers, then the key itself, letters as keyboards print them. */
export function keyCaps(key: string): readonly KeyCap[] {
  const [, modifiers = '', keyName = key] = /^((?:(?:Ctrl|Meta|Alt|Shift)\+)*)(.+)$/su.exec(key) ?? [];
  const keyCap = KEY_CAPS[keyName] ?? { label: Array.from(keyName).length === 1 ? keyName.toUpperCase() : keyName };
  return [
    ...modifiers
      .split('+')
      .filter(Boolean)
      .map((label) => ({ label })),
    keyCap,
  ];
}
