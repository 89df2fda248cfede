import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/build/json-schema';

test.each(Object.entries(jsonSchemas()))('scenes/%s is up to date (npm run schema)', async (name, text) => {
  expect(await readFile(`scenes/${name}`, 'utf8')).toBe(text);
});
