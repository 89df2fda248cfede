import { expect, test } from 'vitest';
import { generateJsonSchemas } from '../../../src/compiler/jsonSchema';
import { partSchemas } from '../../../src/kinds/page/schema/union';
import { generateReference } from '../../../src/reference/generateReference';

test('the reference has each part with its fields and its example', () => {
  const [, section = ''] = generateReference().split('### Parts of a page\n');
  const [parts = ''] = section.split('\n### ');
  for (const type of partSchemas.keys()) expect(parts).toMatch(new RegExp(String.raw`\*\*.${type}.\*\*[\s\S]*?"type": "${type}"`, 'u'));
});

test('parts inside parts refer to the definition of parts by its name', () => {
  const text = JSON.stringify(generateJsonSchemas());
  expect(text).toContain('#/definitions/pagePart');
  expect(text).not.toContain('__schema');
});
