import { expect, it } from 'vitest';
import { describeEditorStep } from '../../../src/kinds/editor/describeEditorStep';
import { NOTES, validEditor } from './compileEditor';

it('says a file when it is first seen, then what is added and removed, problems, and what is printed', async () => {
  const scene = await validEditor({
    files: [
      { name: 'a.ts', text: ['one();', 'two();', 'three();'] },
      { name: 'b.ts', text: 'b();' },
    ],
    steps: [
      NOTES,
      { ...NOTES, fold: ['1-2'], problems: [{ text: 'three', severity: 'warning', message: 'Too many.' }] },
      { ...NOTES, change: [{ text: ['one();', '2();', 'three();'] }] },
      { ...NOTES, diff: true, blocks: [{ type: 'shell', prompt: '$', command: 'test' }] },
      { ...NOTES, open: 'b.ts' },
      { ...NOTES, open: 'a.ts' },
    ],
  });
  expect(scene.steps.map((_, step) => describeEditorStep(scene, step).textLines)).toEqual([
    ['shop', 'a.ts', 'one();', 'two();', 'three();'],
    ['a.ts:3: warning: Too many.'],
    ['a.ts', '- two();', '+ 2();'],
    ['a.ts', '- two();', '+ 2();', '$ test'],
    ['b.ts', 'b();'],
    [],
  ]);
  const { surface, chrome, tab, readableBlocks } = describeEditorStep(scene, 2);
  expect([surface, chrome, tab]).toEqual(['browser', 'window', { title: 'shop' }]);
  expect(readableBlocks).toHaveLength(1);
  expect(readableBlocks![0]).toMatchObject({ type: 'code', label: 'a.ts' });
  expect(readableBlocks![0]).toHaveProperty(['lines', 0, 0], ['- ', 'dim']);
});
