import { expect, test } from 'vitest';
import { removeBuildFields } from '../../src/vite/kindsPlugin';

/** Returns the lines of `code` that are not empty. */
const linesOf = (code: string): readonly string[] => code.split('\n').filter((line) => line.trim() !== '');

test('removes fields that only the build uses, with the declarations and imports that only they need', () => {
  const code = `import { defineKind, sceneFields } from 'understudy-demo';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { View } from './View';
import './chart.css';
const ids = ['a'];
const schema = z.strictObject({ ...sceneFields, ids });
function load(file) { return readFile(file); }
export default defineKind({
  name: 'chart', schema, View,
  describe: (scene) => ({ surface: 'board', textLines: ids }),
  compile: async (scene) => load(scene.data),
  example: { kind: 'chart' },
});`;
  expect(linesOf(removeBuildFields(code)).map((line) => line.trim())).toEqual([
    "import { defineKind,  } from 'understudy-demo';",
    "import { View } from './View';",
    "import './chart.css';",
    "const ids = ['a'];",
    'export default defineKind({',
    "name: 'chart',  View,",
    "describe: (scene) => ({ surface: 'board', textLines: ids }),",
    '});',
  ]);
});

test.each([
  [
    'a declaration that was unused before',
    `const side = effect();\nexport default defineKind({ name: 'a', schema: z });`,
    'const side = effect();',
  ],
  ['an exported declaration', `export const schema = make();\nexport default defineKind({ schema });`, 'export const schema = make();'],
  [
    'a function that describe uses too',
    `const f = (x) => x;\nexport default defineKind({ schema: f(1), describe: f });`,
    'const f = (x) => x;',
  ],
  [
    'a component that is used as an element',
    `import { V } from './v';\nexport default defineKind({ schema: V, View: () => <V />.x });`.replace('<V />.x', 'V'),
    "import { V } from './v';",
  ],
])('keeps %s', (_, code, kept) => {
  expect(removeBuildFields(code)).toContain(kept);
});

test.each([
  ['export default makeKind({ schema: 1 });'],
  ['const options = { schema: 1 };\nexport default defineKind(options);'],
  ['export const a = 1;'],
])('leaves other code as it is: %s', (code) => {
  expect(removeBuildFields(code)).toBe(code);
});
