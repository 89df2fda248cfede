import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchItems } from '../../../src/kinds/editor/compile/matchItems';
import { editorOf, NOTES, rowsAt, validEditor } from './compileEditor';

const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

/** The length of a longest common subsequence, by the table. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  a.forEach((x, i) =>
    b.forEach((y, j) => (table[i + 1]![j + 1] = x === y ? table[i]![j]! + 1 : Math.max(table[i]![j + 1]!, table[i + 1]![j]!))),
  );
  return table[a.length]![b.length]!;
}

describe('matchItems', () => {
  it('finds as many items as the longest common subsequence has, in order', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const matches = matchItems(before, after);
        const kept = matches.filter((each) => each >= 0);
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        matches.forEach((from, to) => from >= 0 && expect(before[from]).toBe(after[to]));
        expect(kept).toHaveLength(commonLength(before, after));
      }),
    );
  });
});

describe('pieces', () => {
  const line = fc.constantFrom(
    'const a = 1;',
    'let b = a + 2;',
    '',
    '  return a;',
    'pay(a, b);',
    '// שלום עולם',
    'if (a) {',
    '}',
    '`x ${b}`',
  );
  const versions = fc.uniqueArray(fc.array(line, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 4, selector: String });

  it('join to the code, have a key once in each version, and the same words for a key in all versions', async () => {
    await fc.assert(
      fc.asyncProperty(versions, async (list) => {
        const scene = await editorOf(list);
        const texts = new Map<number, string>();
        list.forEach((code, step) => {
          expect(rowsAt(scene, step)).toEqual(code);
          const pieces = scene.views[scene.steps[step]!.panes[0].view]!.flatMap(([row]) => scene.lines[row]!);
          expect(new Set(pieces.map(([, , key]) => key)).size).toBe(pieces.length);
          for (const [text, , key] of pieces) {
            expect(texts.get(key) ?? text).toBe(text);
            texts.set(key, text);
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('keep their keys where words move, also to another line', async () => {
    const scene = await editorOf([
      ['const total = price;'],
      ['const total = price * quantity;'],
      ['export const total =', '  price * quantity;'],
    ]);
    const keyOf = (step: number, word: string): number | undefined =>
      scene.views[scene.steps[step]!.panes[0].view]!.flatMap(([row]) => scene.lines[row]!).find(([text]) => text.includes(word))?.[2];
    expect(keyOf(0, 'price')).toBe(keyOf(2, 'price'));
    expect(keyOf(0, 'total')).toBe(keyOf(2, 'total'));
    expect(keyOf(1, 'quantity')).toBe(keyOf(2, 'quantity'));
  });

  it('keep their keys in a line that moves past others', async () => {
    const scene = await editorOf([
      ['one();', 'two();', 'three();'],
      ['three();', 'one();', 'two();'],
    ]);
    expect(new Set(scene.lines.flat().map(([, , key]) => key)).size).toBe(scene.lines.flat().length);
    expect(scene.lines).toHaveLength(3);
  });
});

describe('versions', () => {
  it('are stored once: lines that stay, and views that are shown again', async () => {
    const code = Array.from({ length: 300 }, (_, at) => `const a${at} = ${at};`);
    const scene = await validEditor({
      files: [
        { name: 'a.ts', text: code },
        { name: 'b.ts', text: 'b();' },
      ],
      steps: [
        NOTES,
        ...Array.from({ length: 7 }, (_, at) => ({ ...NOTES, change: [{ replace: [{ text: `a${at} = ${at};`, with: `b${at};` }] }] })),
        { ...NOTES, open: 'b.ts' },
        { ...NOTES, open: 'a.ts' },
      ],
    });
    expect(scene.lines).toHaveLength(300 + 7 + 1);
    expect(scene.views).toHaveLength(8 + 1);
    expect(scene.steps[9]!.panes[0].view).toBe(scene.steps[7]!.panes[0].view);
  });

  it('are folded in turn: open files, changes, typing, the second pane and the terminal stay', async () => {
    const print = (text: string) => [{ type: 'text', lines: [text] }];
    const scene = await validEditor({
      files: [{ name: 'src/a.ts', text: ['one();', 'two();'] }, { name: 'b.ts', text: 'b();' }, 'c.ts'],
      steps: [
        { ...NOTES, blocks: print('x') },
        { ...NOTES, beside: 'b.ts', type: { after: 'one(', text: '1' } },
        { ...NOTES, change: [{ in: 'b.ts', text: 'c();' }], blocks: print('y') },
        { ...NOTES, beside: null, type: { line: 1, text: ['', '  three();'] }, terminal: false },
        { ...NOTES, open: 'b.ts', blocks: [{ type: 'clear' }, ...print('z')] },
      ],
    });
    expect(scene.steps.map(({ panes }) => panes.map(({ file }) => file))).toEqual([
      ['src/a.ts'],
      ['src/a.ts', 'b.ts'],
      ['src/a.ts', 'b.ts'],
      ['src/a.ts'],
      ['b.ts'],
    ]);
    expect([1, 2, 3, 4].map((step) => rowsAt(scene, step))).toEqual([
      ['one(1);', 'two();'],
      ['one(1);', 'two();'],
      ['one(1);', '', '  three();', 'two();'],
      ['c();'],
    ]);
    expect(scene.steps.map(({ terminal }) => terminal)).toEqual([[0], [0], [0, 2], undefined, [4]]);
    expect(scene.steps.map(({ modified }) => modified)).toEqual([
      [],
      ['src/a.ts'],
      ['src/a.ts', 'b.ts'],
      ['src/a.ts', 'b.ts'],
      ['src/a.ts', 'b.ts'],
    ]);
    expect(scene.steps[4]!.tabs).toEqual(['src/a.ts', 'b.ts']);
    expect(scene.tree).toEqual([
      { name: 'src', depth: 0 },
      { name: 'a.ts', depth: 1, file: 'src/a.ts' },
      { name: 'b.ts', depth: 0, file: 'b.ts' },
      { name: 'c.ts', depth: 0, file: 'c.ts' },
    ]);
  });

  it('have a time for each typed character and line break; a new line is indented at once', async () => {
    const scene = await validEditor({
      files: [{ name: 'a.ts', text: ['a();', 'b();'] }],
      steps: [NOTES, { ...NOTES, type: { line: 1, text: ['  c', '    d();'] } }],
    });
    const { rows, from, to, times } = scene.steps[1]!.panes[0].typed!;
    expect([rows, times.length]).toEqual([[0, 2], 1 + 3 + 1 + 8]);
    expect([from, to]).toEqual([scene.lines[scene.views[1]![0]![0]]!.length, scene.lines[scene.views[1]![2]![0]]!.length]);
    expect(times).toEqual([...times].toSorted((a, b) => a - b));
    expect(new Set(times.slice(4, 9)).size, 'line break and indent').toBe(1);
    expect(scene.steps[1]!.playMs).toBeGreaterThan(times.at(-1)!);
  });
});

describe('rows', () => {
  const code = ['one();', 'two();', 'three();', 'four();'];

  it('of a diff show what was removed above what was added', async () => {
    const scene = await validEditor({
      files: [{ name: 'a.ts', text: code }],
      steps: [NOTES, { ...NOTES, change: [{ text: ['one();', '2();', 'four();', 'five();'] }], diff: true }, NOTES],
    });
    expect(rowsAt(scene, 1)).toEqual(['one();', '-two();', '-three();', '+2();', 'four();', '+five();']);
    expect(scene.views[1]!.map(([, number]) => number)).toEqual([1, 2, 3, 2, 3, 4]);
    expect(rowsAt(scene, 2)).toEqual(['one();', '2();', 'four();', 'five();']);
  });

  it('that are folded are left out', async () => {
    const scene = await validEditor({ files: [{ name: 'a.ts', text: code }], steps: [{ ...NOTES, fold: ['2-3'] }, NOTES] });
    expect(rowsAt(scene, 0)).toEqual(['one();', 'foldedtwo();', 'four();']);
    expect(rowsAt(scene, 1)).toEqual(code);
  });

  it('that matter are those a step names, types or changes', async () => {
    const scene = await validEditor({
      files: [{ name: 'a.ts', text: code }],
      steps: [
        NOTES,
        { ...NOTES, focus: ['2-3'] },
        { ...NOTES, highlight: ['four'] },
        { ...NOTES, problems: [{ text: 'three', message: 'Too many.' }] },
        { ...NOTES, type: { after: 'one(', text: '1' } },
        { ...NOTES, change: [{ replace: [{ text: 'four', with: 'five' }] }] },
        NOTES,
      ],
    });
    expect(scene.steps.map(({ panes: [{ scroll }] }) => scroll?.rows)).toEqual([undefined, [1, 2], [3, 3], [2, 2], [0, 0], [3, 3], [3, 3]]);
  });
});
