import headless from '@xterm/headless';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { expect, test } from 'vitest';
import { charWidth, textWidth } from '../../../src/core/terminal/width';

/** The width every character has for xterm.js with its addon for Unicode 11. */
function widthsOfXterm(): (code: number) => number {
  let provider: { wcwidth(code: number): number } | undefined;
  const terminal = new headless.Terminal({ allowProposedApi: true });
  new Unicode11Addon().activate({ unicode: { register: (each: typeof provider) => (provider = each) } } as never);
  terminal.dispose();
  return (code) => provider?.wcwidth(code) ?? Number.NaN;
}

test('every character is as wide as the terminal draws it', () => {
  const wcwidth = widthsOfXterm();
  const wrong: string[] = [];
  let compared = 0;
  for (let code = 0x20; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const width = wcwidth(code);
    if (width === 0) continue;
    compared += 1;
    if (charWidth(String.fromCodePoint(code)) !== width) wrong.push(`U+${code.toString(16)}: ${width}`);
  }
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(1_000_000);
});

test.each<[text: string, width: number]>([
  ['', 0],
  ['agent', 5],
  ['~/project $', 11],
  ['✓ ● ◠ ⚠ → ▎', 11],
  ['💀🔒🔍✅', 8],
  ['日本語', 6],
  ['한국어 ok', 9],
])('%j takes %i cells', (text, width) => {
  expect(textWidth(text)).toBe(width);
});
