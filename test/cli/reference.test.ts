import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeReference } from '../../src/cli/commands/reference';
import { makeFolder } from '../support/folder';

test('the reference of a story has its own kinds, their fields and their example, and no pictures', async () => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  const output = path.join(await makeFolder({}), 'deep/fields.md');
  await writeReference('examples/chart', { output });
  const text = await readFile(output, 'utf8');
  expect(text).toContain('[`comparison`](#scene-comparison)');
  const section = text.slice(text.indexOf('### Scene `chart`'));
  expect(section).toContain('Bars that grow and shrink from step to step.');
  expect(section).toMatch(/^\| `unit` \| Follows each number\. \| text \| `""` \| `"keys"` \|$/mu);
  expect(section).toContain('"kind": "chart"');
  expect(text).not.toContain('![');
});

test('a story without kinds of its own has the reference of the built-in ones', async () => {
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  const output = path.join(await makeFolder({}), 'reference.md');
  await writeReference('examples/hello', { output });
  const text = await readFile(output, 'utf8');
  expect(text).toContain('### Scene `terminal`');
  expect(text).not.toContain('Scene `chart`');
});
