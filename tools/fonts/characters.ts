/** The characters of the bundled fonts. */

export type CodePointSet = ReadonlySet<number>;

/** Emoji by default take two terminal cells: a glyph of one cell would leave a gap. */
export const isEmoji = (code: number): boolean => /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code));
const codePointsOf = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);
export const codePointRange = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
export const toText = (codes: readonly number[]): string => String.fromCodePoint(...codes);
export const union = (...sets: CodePointSet[]): CodePointSet => new Set(sets.flatMap((set) => [...set]));
export const intersection = (a: CodePointSet, b: CodePointSet): CodePointSet => new Set([...a].filter((code) => b.has(code)));

const LATIN = [...codePointRange(0x20, 0x7e), ...codePointRange(0xa0, 0x17f), ...codePointsOf('–—‘’‚“”„†‡•…′″‹›€™−≤≥≠≈∞')];

export const TERMINAL_CHARACTERS = [
  ...LATIN,
  ...codePointRange(0x2190, 0x21ff), // arrows
  ...codePointRange(0x2500, 0x25ff), // box drawing, blocks, geometric shapes
  ...codePointsOf('✓✗✔✘⚠❮❯∩∪⊂⊆⌘⏎★☆☐☑☒'),
].filter((code) => !isEmoji(code));

export const PAGE_CHARACTERS = [...LATIN, ...codePointsOf('←↑→↓↔↕↖↗↘↙↩↪↵↺↻⇧⌘⌥⌃⏎⌫⎋␣✓✗⚠★☆■□▪▲△▶▷▼▽◀◁◆◇○●◦')];

/** The characters of the files that load with the page: letters without accents, and the symbols that most demos use. */
export const CORE_CHARACTERS: CodePointSet = new Set([
  ...codePointRange(0x20, 0x7e),
  0xa0,
  ...codePointsOf('·×–—‘’“”•…‹›−←↑→↓⏎─│┌┐└┘├┤╭╮╰╯▎■□▲▶▼●◜◝◞◟◠◡✓✗⚠❮❯'),
  ...codePointsOf('💀🔒🔑🔍✅❌⚡🎉🚀💡🔥✨👍🤖🌐📦🔗'),
]);

export const BRAILLE = codePointRange(0x2800, 0x28ff);

export const EMOJI_CHARACTERS = codePointsOf(
  '💀🔒🔓🔐🔑🔍🔎✅❌⚡⏳⏰🎉🚀💡🔥✨⭐🎯🏆👤👥👋👍👀🙌🙂😀😅😎🤔😱🤖🌐📦📁📂📄📝📋📌📎📈📊📅📧💬🔔🔗🔧🔨🛠🧪🐛💻💾💥💰💳🛒🏠🔴🔵🚧🚨🚫⛔❓❗☕' +
    '👉👇👏🙏💪🤝🧠📱📨📥📤📣🔄🔌💯🆕🎁🎫🎬🌍🏢🚪🐳🐧🐍🦀',
).sort((a, b) => a - b);
