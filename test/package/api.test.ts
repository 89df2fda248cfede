import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as index from '../../src/package/index';
import * as kinds from '../../src/package/kinds';
import * as page from '../../src/package/page';
import * as testing from '../../src/package/testing';
import * as vite from '../../src/package/vite';

test('the public interface is this and nothing else', () => {
  expect(
    Object.fromEntries(
      Object.entries({ index, kinds, page, testing, vite }).map(([name, module]) => [name, Object.keys(module).toSorted()]),
    ),
  ).toEqual({
    index: [
      'blockFields',
      'defineBlock',
      'defineConfig',
      'defineKind',
      'imageFields',
      'imageSchema',
      'inlineMarkdown',
      'sceneFields',
      'stepFields',
    ],
    kinds: [
      'BidiText',
      'ClickHint',
      'Field',
      'InlineText',
      'Logo',
      'PageContainer',
      'Picture',
      'ScrollContainer',
      'Transition',
      'interpolate',
    ],
    page: ['defineConfig', 'defineKind'],
    testing: ['testKind'],
    vite: ['viteConfig'],
  });
});

test('package.json exports these modules, schemas for editors and itself', async () => {
  const { exports } = JSON.parse(await readFile('package.json', 'utf8')) as { exports: object };
  expect(Object.keys(exports)).toEqual(['.', './kinds', './testing', './vite', './schema/*.json', './package.json']);
});
