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
await writeFile(path.join(folder, 'binary'), Buffer.from([0xff, 0xfe, 0]));
await writeFile(path.join(folder, 'control.ts'), 'a\nb\u0007');
await writeFile(path.join(folder, 'long.ts'), 'a\n'.repeat(2001));

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
  ['a region without an end', { change: [{ file: beside('regions.ts'), region: 'open' }] }, ['without an end']],
  ['lines the file has not', { change: [{ file: beside('regions.ts'), lines: '5-99' }] }, ['lines 5-99', 'from 1 to 8']],
  ['a file that is not text', { change: [{ file: beside('binary') }] }, ['not text in UTF-8']],
  ['a control character', { change: [{ file: beside('control.ts') }] }, ['line 2 has the character U+0007']],
  ['a file that is too long', { change: [{ file: beside('long.ts') }] }, ['2001 lines', 'at most 2000']],
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
