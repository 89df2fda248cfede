import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TerminalModes } from '../../src/record/terminalModes';
import { createHeadlessTerminal, writeChunks } from '../support/headlessTerminal';

function undoOf(...chunks: readonly string[]): string {
  const modes = new TerminalModes();
  for (const chunk of chunks) modes.read(chunk);
  return modes.undo();
}

test.each([
  ['nothing', 'hello\r\n', '\x1b[0m'],
  ['another screen', '\x1b[?1049h', '\x1b[?1049l\x1b[0m'],
  ['another screen that was left', '\x1b[?1049h\x1b[?1049l', '\x1b[0m'],
  ['a hidden cursor', '\x1b[?25l', '\x1b[?25h\x1b[0m'],
  ['mouse reports, in one sequence', '\x1b[?1000;1006h', '\x1b[?1000l\x1b[?1006l\x1b[0m'],
  ['a scroll region', '\x1b[2;10r', '\x1b7\x1b[r\x1b8\x1b[0m'],
  ['a scroll region that was reset', '\x1b[2;10r\x1b[r', '\x1b[0m'],
  ['keys reported as in kitty, twice', '\x1b[>1u\x1b[>5u', '\x1b[<u\x1b[<u\x1b[0m'],
  ['keys reported as in xterm', '\x1b[>4;2m', '\x1b[>4m\x1b[0m'],
  ['keys reported as in xterm, which were reset', '\x1b[>4;2m\x1b[>4;m', '\x1b[0m'],
  ['the keypad', '\x1b=', '\x1b>\x1b[0m'],
  ['a reset', '\x1b[?1049h\x1b[?25l\x1b=\x1b[>1u\x1bc', '\x1b[0m'],
])('undoes %s', (_, output, undo) => {
  expect(undoOf(output)).toBe(undo);
});

test('undoes what was cut into pieces anywhere', () => {
  const output = 'a\x1b[?1049hb\x1b[?25lc\x1b[2;10rd\x1b[>1u';
  fc.assert(
    fc.property(fc.array(fc.nat(output.length), { maxLength: 6 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), output.length];
      expect(undoOf(...places.slice(1).map((end, index) => output.slice(places[index], end)))).toBe(undoOf(output));
    }),
  );
});

test('brings a terminal back from any modes', async () => {
  const modes = ['1', '7', '25', '1000', '1002', '1003', '1004', '1006', '1049', '2004', '47'];
  const change = fc.tuple(fc.constantFrom(...modes), fc.constantFrom('h', 'l')).map(([mode, action]) => `\x1b[?${mode}${action}`);
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
      const terminal = createHeadlessTerminal(80);
      const initial = { ...terminal.modes };
      await writeChunks(terminal, [...changes, undoOf(...changes)]);
      expect({ ...terminal.modes }).toEqual(initial);
      expect(terminal.buffer.active.type).toBe('normal');
      terminal.dispose();
    }),
    { numRuns: 50 },
  );
});
