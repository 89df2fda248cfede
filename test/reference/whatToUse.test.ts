import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { kinds } from '../../src/kinds/builtIn';
import { partSchemas } from '../../src/kinds/page/schema/union';
import { headingAnchor } from '../../src/reference/markdown';
import { blockSchema } from '../../src/schema/block';
import { kindSchemas } from '../support/kindSchemas';

const guide = await readFile('docs/authoring.md', 'utf8');
const [, section = ''] = /\n## What to use\n([\s\S]*?)\n## /u.exec(guide) ?? [];
const rows = section.split('\n').filter((line) => line.startsWith('| '));

/** Returns the names that the second column has after one of these words, up to the next word of the kind. */
function namesAfter(words: string): readonly string[] {
  return rows.flatMap((row) =>
    [...row.matchAll(new RegExp(`\\b(?:${words}) ((?:\\[?\`[a-z]+\`(?:\\]\\([^)]*\\))?(?:, |; | with )?)+)`, 'gu'))].flatMap(
      ([, list = '']) => [...list.matchAll(/`([a-z]+)`/gu)].map(([, name = '']) => name),
    ),
  );
}

test('the anchor that messages name is that of the table', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(headingAnchor('What to use')).toBe('what-to-use');
});

test.each<[what: string, words: string, names: readonly string[]]>([
  ['kind of scene', 'kinds?', kinds.map(({ name }) => name)],
  ['block', 'blocks?', blockSchema.options.map((option) => option.shape.type.value)],
  ['part of a page', 'parts?', [...partSchemas.keys()]],
])('has every %s once, and no other', (_, words, names) => {
  expect(namesAfter(words).toSorted()).toEqual([...names].toSorted());
});

test('has every field that decides the layout of a slide', () => {
  const { shape } = kindSchemas.get('slide') as unknown as { shape: object };
  const others = ['$schema', 'id', 'title', 'kind', 'eyebrow', 'subtitle', 'footer', 'steps'];
  expect(namesAfter('fields?').toSorted()).toEqual(
    Object.keys(shape)
      .filter((name) => !others.includes(name))
      .toSorted(),
  );
});
