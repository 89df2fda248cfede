import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandTabs } from '../../src/core/expandTabs';
import { textWidth } from '../../src/core/terminal/width';

test.each([
  [['\tint'], 4, ['    int']],
  [['a\tb\t\tc'], 4, ['a   b       c']],
  [['NAME\tREADY\tAGE'], 8, ['NAME    READY   AGE']],
  [['ab', '\tc', 'd\t', 'e'], 4, ['ab', '  c', 'd  ', 'e']],
  [['日本\tx'], 8, ['日本    x']],
  [['abcd\tx'], 4, ['abcd    x']],
])('expands %j to tab stops of %i as %j', (parts, tabSize, expected) => {
  expect(expandTabs(parts, tabSize)).toEqual(expected);
});

test('aligns text after a tab to a tab stop, however the line is split', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.constantFrom('a', '日', ' ', 'bc')).map((list) => list.join(''))),
      fc.constantFrom(4, 8),
      (cells, stop) => {
        const [line = ''] = expandTabs([cells.join('\t')], stop);
        expect(line).not.toContain('\t');
        expect(
          expandTabs(
            cells.map((cell, at) => (at === 0 ? cell : `\t${cell}`)),
            stop,
          ).join(''),
        ).toBe(line);
        expect(textWidth(line)).toBeGreaterThanOrEqual(cells.reduce((sum, cell) => sum + textWidth(cell), 0));
      },
    ),
  );
});
