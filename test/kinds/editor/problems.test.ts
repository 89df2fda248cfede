import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileEditor, NOTES, rowsAt, validEditor } from './compileEditor';

const files = [{ name: 'a.ts', text: ['const total = 1;', 'pay(total);', 'pay(2);'] }, { name: 'b.ts', text: 'b();' }, 'c.ts'];
const folder = await mkdtemp(path.resolve('examples/editor/tmp-'));
afterAll(() => rm(folder, { recursive: true }));
const beside = (name: string): string => path.join(path.basename(folder), name);
await writeFile(
  path.join(folder, 'regions.ts'),
  ['x();', '  // #region Prices', '  a();', '  // #region inner', '    b();', '  // #endregion', '  // #endregion', '# #region open'].join(
    '\r\n',
  ),
);
await writeFile(path.join(folder, 'binary'), Buffer.from([0x7f, 0x45, 0, 1]));
await writeFile(path.join(folder, 'control.ts'), 'a\nb\u0007');
await writeFile(path.join(folder, 'many.ts'), 'a\n'.repeat(2001));
await writeFile(path.join(folder, 'long.ts'), `a\n${'x'.repeat(2001)}`);
await writeFile(path.join(folder, 'big.ts'), Buffer.alloc(5_000_001, 'a\n'));
await writeFile(path.join(folder, 'latin1.ts'), Buffer.from('a\nM\u00FCller', 'latin1'));
await writeFile(path.join(folder, 'utf16.ts'), Buffer.from('\uFEFFa', 'utf16le'));
await writeFile(path.join(folder, 'picture.png'), Buffer.from('89504e470d0a1a0a00', 'hex'));
await writeFile(path.join(folder, 'tabs.go'), 'if x {\n\tpay(\t1)\n}\n');
await writeFile(
  path.join(folder, 'crossed.ts'),
  ['region a', 'region b', 'endregion a', 'endregion b', 'region twice', 'endregion', 'region twice', 'endregion']
    .map((mark) => `// #${mark}\n`)
    .join('x();\n'),
);
await writeFile(path.join(folder, 'other.py'), '# region a\nx()\n# endregion\n#pragma region b\ny()\n#pragma endregion\n');

test.each<[what: string, step: object, expected: string[]]>([
  ['a file that is not there', { open: 'a.tsx' }, ['"a.tsx"', 'a file of the editor: a.ts, b.ts', 'a.ts']],
  ['a file without code', { open: 'c.ts' }, ['"c.ts", which has no code']],
  ['the open file beside itself', { beside: 'a.ts' }, ['another file']],
  [
    'words to replace that are not there',
    { change: [{ replace: [{ text: 'totl', with: 'x' }] }] },
    ['"totl"', 'words that stand on a line of a.ts', 'total'],
  ],
  ['the same version again', { change: [{ in: 'b.ts', text: 'b();' }] }, ['b.ts as it is already']],
  ['two changes of a file', { change: [{ text: 'x' }, { in: 'a.ts', text: 'y' }] }, ['a.ts again']],
  ['typing after words that are not there', { type: { after: 'totall', text: 'x' } }, ['"totall"', 'total']],
  ['typing after words that are there twice', { type: { after: 'pay(', text: 'x' } }, ['stands in a.ts 2 times']],
  ['typing below a line that is not there', { type: { line: 4, text: 'x' } }, ['line 4', 'from 1 to 3']],
  ['typing and a change', { change: [{ text: 'x' }], type: { line: 1, text: 'x' } }, ['one of both']],
  ['lines outside', { highlight: ['2-9'] }, ['line 2-9', 'lines from 1 to 3']],
  ['words to focus that are not there', { focus: ['totel'] }, ['"totel"', 'total']],
  ['folding lines outside', { fold: ['3-4'] }, ['line 3-4']],
  ['a highlight that is folded', { fold: ['1-3'], highlight: [2] }, ['line 2', 'not folded']],
  ['a diff without a change', { diff: true }, ['has not changed']],
  ['a problem at words that are not there', { problems: [{ text: 'tatal', message: 'm' }] }, ['"tatal"', 'total']],
  ['a problem at another line', { problems: [{ text: 'pay', line: 1, message: 'm' }] }, ['line 1', 'a line with "pay": 2, 3']],
  ['a problem in a hidden file', { problems: [{ in: 'b.ts', text: 'b', message: 'm' }] }, ['a file that is shown: a.ts']],
  ['two sources', { change: [{ text: 'x', file: 'y' }] }, ['exactly one of "text", "file" and "replace"']],
  ['a region without a file', { change: [{ text: 'x', region: 'y' }] }, ['"file" beside it']],
  ['a file on the disk that is missing', { change: [{ file: 'src/pai.ts' }] }, ['src/pai.ts', 'pay.ts']],
  [
    'a region that is not there',
    { change: [{ file: beside('regions.ts'), region: 'Price' }] },
    ['the region "Price"', '"Prices"', 'Prices'],
  ],
  ['a region without an end', { change: [{ file: beside('regions.ts'), region: 'open' }] }, ['regions.ts:8 and has no end']],
  ['lines the file has not', { change: [{ file: beside('regions.ts'), lines: '5-99' }] }, ['lines 5-99', 'from 1 to 8']],
  [
    'lines the wrong way round',
    { change: [{ file: beside('regions.ts'), lines: '5-3' }] },
    ['lines 5-3', 'the smaller number first: "3-5"'],
  ],
  [
    'a region that is there twice',
    { change: [{ file: beside('crossed.ts'), region: 'twice' }] },
    ['2 times', 'crossed.ts:9', 'crossed.ts:13'],
  ],
  [
    'regions that cross',
    { change: [{ file: beside('crossed.ts'), region: 'a' }] },
    ['the end of "a" at', 'crossed.ts:5', 'the end of "b" before'],
  ],
  ['an empty region', { change: [{ file: beside('crossed.ts'), region: 'b' }] }, ['the end of "a"']],
  ['a folder', { change: [{ file: 'src' }] }, ['the folder "src"', 'a file in editor/']],
  ['a file in a folder that is missing', { change: [{ file: 'scr/pay.ts' }] }, ['a folder that is there', 'no folder scr', 'src']],
  ['a file that is not text', { change: [{ file: beside('binary') }] }, ['which is a binary file']],
  ['a picture', { change: [{ file: beside('picture.png') }] }, ['which is a PNG picture']],
  ['text in UTF-16', { change: [{ file: beside('utf16.ts') }] }, ['saved as UTF-16', 'utf16.ts:1:1']],
  ['text in Latin 1', { change: [{ file: beside('latin1.ts') }] }, ['not valid UTF-8', 'latin1.ts:2:2']],
  ['a control character', { change: [{ file: beside('control.ts') }] }, ['the character U+0007 at', 'control.ts:2:2']],
  ['a file with too many lines', { change: [{ file: beside('many.ts') }] }, ['2001 lines', 'at most 2000']],
  ['a file with too long a line', { change: [{ file: beside('long.ts') }] }, ['2001 characters in line 2', 'at most 2000']],
  ['too long a line of the scene', { change: [{ text: ['a', 'x'.repeat(2001)] }] }, ['2001 characters in line 2']],
  ['a file that is too large', { change: [{ file: beside('big.ts') }] }, ['5.0 MB', 'at most 5 MB']],
  ['folds that overlap', { fold: ['1-2', '2-3'] }, ['not folded already, as 1-2 are']],
  ['a fold of one line', { fold: ['2'] }, ['line 2', 'two lines or more, such as "2-3"']],
  ['a file by its last name', { open: 'src/b.ts' }, ['Did you mean "b.ts"']],
  ['a version with other spaces at the ends of lines', { change: [{ in: 'b.ts', text: 'b(); ' }] }, ['b.ts as it is already']],
])('reports %s at its place', async (_, step, expected) => {
  const { scene, problems } = await compileEditor({ files, steps: [{ ...NOTES, ...step }] });
  expect(scene).toBeUndefined();
  expect(problems).toHaveLength(1);
  for (const words of expected) expect(problems[0]).toContain(words);
  expect(problems[0]).toMatch(/^\d+: steps\[0\]/u);
});

test('reports all mistakes at once', async () => {
  const { problems } = await compileEditor({
    files: [...files, { name: 'd.ts', file: 'src/nope.ts' }, { name: 'e', text: 'x', lang: 'typescrip' }, 'c.ts'],
    steps: [
      { ...NOTES, open: 'x.ts', highlight: [9], diff: true },
      { ...NOTES, change: [{ replace: [{ text: 'zzz', with: 'x' }] }] },
    ],
  });
  expect(problems).toHaveLength(7);
  expect(problems.join('\n')).toContain('typescript');
});

test('shows the part of a file between the marks of a region, without them and without its indent', async () => {
  const scene = await validEditor({
    files: [
      { name: 'a.ts', file: beside('regions.ts'), region: 'Prices' },
      { name: 'b.ts', file: beside('regions.ts'), lines: '3-5' },
    ],
    steps: [NOTES, { ...NOTES, open: 'b.ts' }],
  });
  expect(rowsAt(scene, 0)).toEqual(['a();', '  b();']);
  expect(rowsAt(scene, 1)).toEqual(['a();', '// #region inner', '  b();']);
  expect(scene.views[0]![0]![1]).toBe(3);
});

test('finds regions of other comments, and words with tabs', async () => {
  const scene = await validEditor({
    files: [
      { name: 'a.py', file: beside('other.py'), region: 'a' },
      { name: 'b.py', file: beside('other.py'), region: 'b' },
      { name: 'c.go', file: beside('tabs.go') },
    ],
    steps: [NOTES, { ...NOTES, open: 'b.py' }, { ...NOTES, open: 'c.go', problems: [{ text: 'pay(\t1', message: 'm' }] }],
  });
  expect([rowsAt(scene, 0), rowsAt(scene, 1)]).toEqual([['x()'], ['y()']]);
  const [mark] = scene.steps[2]!.panes[0].marks!;
  const row = scene.lines[scene.views[2]![mark!.row]![0]]!;
  expect(
    row
      .slice(mark!.from, mark!.to)
      .map(([text]) => text)
      .join(''),
  ).toBe('pay(    1');
});

test.each([
  ['a name that is no path', ['./a.ts', '../b.ts', 'a//b.ts', '/'], 4],
  ['a file in a file', ['a.ts/b.ts'], 1],
])('reports %s', async (_, names, count) => {
  const { problems } = await compileEditor({ files: [...files, ...names] });
  expect(problems).toHaveLength(count);
});

test('warns of code that differs from the file of its name, and of an unknown language', async () => {
  const { scene, warnings } = await compileEditor({
    files: [
      { name: 'src/pay.ts', text: ['pay(1);'] },
      { name: 'src/cart.ts', text: ['a();'] },
      { name: 'notes.xyz', text: 'x' },
      { name: 'Makefile', text: 'all:' },
      { name: 'a.nix', text: '{}' },
    ],
    steps: [NOTES, { ...NOTES, change: [{ in: 'src/cart.ts', text: ['  export interface Item {', '    name: string;'] }] }],
  });
  expect(scene?.languages).toMatchObject({ Makefile: 'Makefile', 'a.nix': 'Nix', 'notes.xyz': 'Plain Text' });
  expect(warnings).toEqual([
    expect.stringMatching(/^files\.2\.name: notes\.xyz is shown without colours, .*“xyz”/u),
    expect.stringMatching(/^files\.0: no version of src\/pay\.ts is the code .* "file": "src\/pay\.ts"/u),
  ]);
});

test('shows braces of a file as they are, and variables in the story’s own code', async () => {
  await writeFile(path.join(folder, 'page.txt'), '{{name}}');
  const scene = await validEditor({
    files: [
      { name: 'a.txt', file: beside('page.txt') },
      { name: 'b.txt', text: '{{name}}' },
    ],
    steps: [NOTES, { ...NOTES, open: 'b.txt' }],
  });
  expect([rowsAt(scene, 0), rowsAt(scene, 1)]).toEqual([['\\{{name}}'], ['{{name}}']]);
});
