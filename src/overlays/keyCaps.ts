/** What a key cap shows and, where that is a symbol, its spoken name. */
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
  ',': { label: ',', spokenName: 'Comma' },
  '.': { label: '.', spokenName: 'Period' },
  '/': { label: '/', spokenName: 'Slash' },
  '`': { label: '`', spokenName: 'Backtick' },
  '+': { label: '+', spokenName: 'Plus' },
  '-': { label: '−', spokenName: 'Minus' },
  '=': { label: '=', spokenName: 'Equals' },
  _: { label: '_', spokenName: 'Underscore' },
  '?': { label: '?', spokenName: 'Question mark' },
};

/** Returns the caps of a key in the key table: its modifiers, then the key. Letters are upper case, as on keyboards. */
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
