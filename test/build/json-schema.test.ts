import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/build/json-schema';

test.each(Object.entries(jsonSchemas()))('scenes/%s is up to date (npm run schema)', async (name, text) => {
  expect(await readFile(`scenes/${name}`, 'utf8')).toBe(text);
});

interface Node {
  readonly $ref?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
}

/** Names of fields, with where they stand, that an editor could not explain. */
function unexplained(text: string): string[] {
  const root = JSON.parse(text) as { $defs?: Record<string, Node> };
  const isExplained = (node: Node): boolean => {
    if (node.description !== undefined || node.const !== undefined) return true;
    return node.$ref !== undefined && isExplained(root.$defs?.[node.$ref.split('/').at(-1) ?? ''] ?? {});
  };
  const missing: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, field] of Object.entries((node as Node).properties ?? {})) if (!isExplained(field)) missing.push(`${path}.${name}`);
    for (const [key, each] of Object.entries(node)) visit(each, `${path}/${key}`);
  };
  visit(root, '');
  return missing;
}

test.each(Object.entries(jsonSchemas()))('every field of %s is explained', (_, text) => {
  expect(unexplained(text)).toEqual([]);
});
