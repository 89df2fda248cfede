import headless from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activateUnicode11 } from '../../src/terminal/unicode';
import { cellsOf, openHeadless, write } from '../support/terminal';

/** What a terminal shows of `text`, cell by cell. */
async function shown(terminal: InstanceType<typeof headless.Terminal>, text: string): Promise<string[]> {
  await write(terminal, [text]);
  const cells = cellsOf(terminal);
  terminal.dispose();
  return cells;
}

function openOurs(cols: number): InstanceType<typeof headless.Terminal> {
  const terminal = new headless.Terminal({ allowProposedApi: true, cols, rows: 24 });
  activateUnicode11(terminal);
  return terminal;
}

/** Letters, wide ones, and what lies on the letter before: a mark, a joiner, a variation selector, a vowel of Hangul. */
const CHARS = ['a', '│', ' ', '語', '💀', '\u0301', '\u200d', '\ufe0f', '\u1161', '\u00ad', '\r\n'];

test('the addon for Unicode 11 and ours put every text in the same cells', async () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...CHARS), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 2, max: 20 }), async (text, cols) => {
      expect(await shown(openOurs(cols), text)).toEqual(await shown(openHeadless(cols), text));
    }),
  );
});

test('it is the version in use', () => {
  const terminal = openOurs(20);
  expect(terminal.unicode.activeVersion).toBe('11');
  terminal.dispose();
});
