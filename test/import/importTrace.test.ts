import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { run as importHar } from '../../src/import/har';
import { run as importMcp } from '../../src/import/mcp';
import { storyOf } from '../check/runRule';
import { makeFolder } from '../support/folder';
import { harOf } from './har/harOf';

const FILES = storyOf({ steps: [{}, {}] });
const TOKEN = 'q7Zr0pLx2MvKt9WbYc4H';
const HAR = harOf([
  { url: 'https://api.acme.io/orders', requestHeaders: { Authorization: `Bearer ${TOKEN}` } },
  { url: 'https://cdn.acme.io/logo.png', type: 'image/png' },
]);
const TRACE = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}\n{"jsonrpc":"2.0","id":1,"result":{"tools":[]}}';

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => said.push(text));
});

async function story(): Promise<{ readonly folder: string; readonly har: string; readonly mcp: string }> {
  const folder = await makeFolder({ ...FILES });
  const [har, mcp] = [path.join(folder, 'x.har'), path.join(folder, 'x.jsonl')];
  await writeFile(har, HAR);
  await writeFile(mcp, TRACE);
  return { folder, har, mcp };
}

describe('import har', () => {
  test('writes the wire file, names it, and says what was made, replaced and left out, but no secret', async () => {
    const { folder, har } = await story();
    await importHar(har, folder, {});
    expect(JSON.parse(await readFile(path.join(folder, 'story.json'), 'utf8'))).toMatchObject({ wire: 'wire.json' });
    expect(await readFile(path.join(folder, 'wire.json'), 'utf8')).toContain('"Authorization: Bearer {{access_token}}"');
    const report = said.join('\n');
    expect(report).toMatch(/Acme api: api\.acme\.io/u);
    expect(report).toMatch(/1 {2} +0\.0 s {2}2 messages +GET \/orders +→ a\/0 {2}Step 0/u);
    expect(report).toMatch(/token +header Authorization +q7Zr… +→ \{\{access_token\}\}/u);
    expect(report).toContain('1 pictures: cdn.acme.io/logo.png');
    expect(report).toMatch(/wire\.json: 2 messages at 1 stop, \d+ kB/u);
    expect(report).not.toContain(TOKEN);
  });

  test('does not replace a wire file without --force, and with it not even a broken one stops it', async () => {
    const { folder, har } = await story();
    await writeFile(path.join(folder, 'wire.json'), 'mine');
    await writeFile(path.join(folder, 'story.json'), FILES['story.json']!.replace('"id"', '"wire": "wire.json", "id"'));
    await expect(importHar(har, folder, {})).rejects.toThrow(/wire\.json is there already.*--force/u);
    expect(await readFile(path.join(folder, 'wire.json'), 'utf8')).toBe('mine');
    await importHar(har, folder, { force: true });
    expect(await readFile(path.join(folder, 'wire.json'), 'utf8')).toContain('GET /orders');
  });

  test('with --list or a wrong option nothing is written', async () => {
    const { folder, har } = await story();
    const before = await readdir(folder);
    await importHar(har, folder, { list: true });
    expect(said.join('\n')).toContain('GET /orders');
    await expect(importHar(har, folder, { from: 'b/0' })).rejects.toThrow('There is no stop b/0 in this story, which has a/0 to a/1.');
    await expect(importHar(har, folder, { at: [{ first: 1, last: 1, stop: undefined }] })).rejects.toThrow(/All groups are left out/u);
    await expect(importHar(har, undefined, { out: path.join(folder, 'w.json') })).rejects.toThrow(/Name the folder/u);
    expect(await readdir(folder)).toEqual(before);
  });
});

test('import mcp writes to --out and leaves the story as it is', async () => {
  const { folder, mcp } = await story();
  await importMcp(mcp, folder, { out: path.join(folder, 'other.json'), from: 'a/1' });
  expect(await readFile(path.join(folder, 'story.json'), 'utf8')).toBe(FILES['story.json']);
  expect(JSON.parse(await readFile(path.join(folder, 'other.json'), 'utf8'))).toMatchObject({ stops: [{ at: 'a/1' }] });
});
