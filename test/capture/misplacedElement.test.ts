import { expect, test } from 'vitest';
import type { CapturedElement, CapturedNode } from '../../src/capture/capturedPage';
import { misplacedElement } from '../../src/capture/misplacedElement';
import { writeDocument } from '../../src/capture/writeDocument';

const files = { asset: () => undefined, sheet: () => undefined, sprite: () => undefined };
const element = (name: string, ...children: readonly CapturedNode[]): CapturedElement => ({ name, attributes: {}, children });

test.each<readonly [string, CapturedNode, object | undefined]>([
  ['a paragraph', element('p', 'a', element('b', 'b')), undefined],
  ['a table without a body', element('table', element('tr', element('td'))), undefined],
  ['a shadow root', { ...element('x-a', element('p')), shadow: [element('style'), element('p', element('b'))] }, undefined],
  ['a drawing', element('svg', element('use')), undefined],
  ['a block in a paragraph', element('p', element('div')), { name: 'div', parent: 'p' }],
  ['a link in a link', element('a', element('i', element('a'))), { name: 'a', parent: 'i' }],
  ['a button in a button', element('button', element('button')), { name: 'button', parent: 'button' }],
  ['a form in a form', element('form', element('div', element('form'))), { name: 'form', parent: 'div' }],
  ['a block in a table', element('table', element('div')), { name: 'table', parent: 'body' }],
])('of %s it finds what a parser puts elsewhere', (_, node, expected) => {
  const base = 'https://a.example/';
  const root = element('html', element('head'), element('body', node));
  const page = { title: 'T', address: base, base, scroll: [0, 0], root } as const;
  expect(misplacedElement(page, writeDocument(page, files))).toEqual(expected);
});
