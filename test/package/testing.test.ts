import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import chart from '../../examples/chart/kinds/chart/chart';
import { kinds } from '../../src/kinds/builtIn';
import { defineKind, sceneFields, stepFields } from '../../src/package/index';
import { testKind } from '../../src/package/testing';

test('the kind of examples/chart keeps the rules', async () => {
  await testKind(chart, { folder: path.resolve('examples/chart') });
});

test.each(kinds.filter(({ schema }) => schema.meta()?.examples).map((kind) => [kind.name, kind] as const))(
  'the kind %s keeps the rules',
  async (_, kind) => {
    await testKind({ ...kind, example: kind.schema.meta()?.examples?.[0] }, { folder: path.resolve('src/kinds', kind.name, 'example') });
  },
);

const step = { title: 'T', notes: { say: 's', point: 'p' } };
const good = {
  name: 'plain',
  schema: z.strictObject({ ...sceneFields, kind: z.literal('plain'), steps: z.array(z.strictObject(stepFields)) }),
  describe: () => ({ surface: 'board' as const, textLines: ['a'] }),
  View: () => 'a',
  example: { kind: 'plain', id: 'a', title: 'A', steps: [step] },
};
let count = 0;

test.each<[Partial<typeof good>, string]>([
  [{ example: undefined as never }, '"example" is missing'],
  [{ example: { ...good.example, id: 'A B' } }, 'the example is not valid: id'],
  [{ schema: z.looseObject({ ...sceneFields, kind: z.literal('plain') }) as never }, 'use z.strictObject()'],
  [{ describe: () => ({ surface: 'wall' as never, textLines: [] }) }, '"surface" must be one of terminal, browser, board'],
  [{ describe: () => ({ surface: 'board', textLines: [String((count += 1))] }) }, '"describe" gives two different results'],
  [{ View: () => String((count += 1)) }, 'the view renders two different pages'],
  [{ View: undefined as never }, 'a board needs a View'],
  [
    {
      View: () => {
        throw new Error('No data.');
      },
    },
    'the view throws: No data.',
  ],
])('a kind that breaks a rule is told which: %#', async (change, message) => {
  await expect(testKind(defineKind({ ...good, ...change } as never))).rejects.toThrow(message);
});

test('what is no kind at all is said in a sentence', async () => {
  await expect(testKind({})).rejects.toThrow('This is not a kind: "name" must be a name of small letters');
});
