import { Unicode11Addon } from '@xterm/addon-unicode11';
import type { IUnicodeVersionProvider } from '@xterm/xterm';
import { expect, test } from 'vitest';
import { cellsOf, textWidth } from '../../../src/core/terminal/width';

test('every code point takes the cells that xterm.js with its addon for Unicode 11 gives it', () => {
  let addon: IUnicodeVersionProvider | undefined;
  new Unicode11Addon().activate({ unicode: { register: (provider: IUnicodeVersionProvider) => (addon = provider) } } as never);
  const wrong: string[] = [];
  const counts = [0, 0, 0];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const cells = addon!.wcwidth(code);
    counts[cells]! += 1;
    if (cellsOf(code) !== cells) wrong.push(`U+${code.toString(16)}: ${cells}`);
  }
  expect(wrong).toEqual([]);
  expect(Math.min(...counts)).toBeGreaterThan(1000);
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
