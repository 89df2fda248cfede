import { describe, expect, test } from 'vitest';
import { kindsRule } from '../../src/check/rules/kinds';
import { secretsRule } from '../../src/check/rules/secrets';
import { found, storyOf } from './runRule';

const NOTES = { title: 'T', notes: { say: 's', point: 'p' } };

/** Returns the files of a story with an editor and these files beside it. */
function editorStory(files: readonly object[], beside: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const editor = { kind: 'editor', id: 'e', title: 'E', window: 'w', files, steps: [NOTES] };
  return { ...storyOf({ scenes: [editor] }), ...beside };
}

describe('kinds', () => {
  test('reports what a kind warns of, at its place', async () => {
    const story = editorStory([{ name: 'pay.ts', text: 'pay(1);' }], { 'pay.ts': 'pay(2);\n' });
    expect(await found(kindsRule, story)).toEqual([
      expect.stringMatching(/^warning e\.json:7:3 {2}files\[0\]: no version of pay\.ts is the code of the file/u),
    ]);
  });

  test('finds nothing where the code is a part of the file', async () => {
    const story = editorStory([{ name: 'pay.ts', text: ['b();', '  c();'] }], { 'pay.ts': 'a();\r\n  b();  \r\n    c();\r\n' });
    expect(await found(kindsRule, story)).toEqual([]);
  });
});

describe('secrets', () => {
  // Made of two, so that secret scanners find none in this file.
  const key = `AKIA${'QZ7WX4LMP2RT9KVB'}`;
  const code = `// #region shown\nconst a = 1;\nconst key = '${key}';\n// #endregion\n`;

  test('in code of a file beside the scene are reported with the file and its line', async () => {
    const findings = await found(secretsRule, editorStory([{ name: 'a.ts', file: 'a.ts', region: 'shown' }], { 'a.ts': code }));
    expect(findings).toEqual([
      expect.stringMatching(/^error e\.json:9:12 {2}files\[0\]\.file: AKIA… .* which stands in a\.ts:3,.*in a\.ts by/u),
    ]);
  });

  test('in a part of the file that is not shown are not reported', async () => {
    expect(await found(secretsRule, editorStory([{ name: 'a.ts', file: 'a.ts', lines: '1-2' }], { 'a.ts': code }))).toEqual([]);
  });
});
