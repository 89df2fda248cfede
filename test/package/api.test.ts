import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as element from '../../src/package/element';
import * as index from '../../src/package/index';
import * as kinds from '../../src/package/kinds';
import * as page from '../../src/package/page';
import * as react from '../../src/package/react';
import * as testing from '../../src/package/testing';
import * as vite from '../../src/package/vite';

test('the public interface is this and nothing else', () => {
  expect(
    Object.fromEntries(
      Object.entries({ element, index, kinds, page, react, testing, vite }).map(([name, module]) => [name, Object.keys(module).toSorted()]),
    ),
  ).toEqual({
    element: ['UnderstudyDemo'],
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
    react: ['UnderstudyDemo'],
    testing: ['testKind'],
    vite: ['viteConfig'],
  });
});

test('package.json exports these modules, schemas for editors and itself', async () => {
  const { exports } = JSON.parse(await readFile('package.json', 'utf8')) as { exports: object };
  expect(Object.keys(exports)).toEqual([
    '.',
    './kinds',
    './testing',
    './element',
    './react',
    './vite',
    './schema/*.json',
    './package.json',
  ]);
});
