import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCast } from '../../../src/import/cast/readCast';
import { makeFolder } from '../../support/folder';
import { castOf, imported, told, typed } from './castOf';

const HEADER = '{"version":2,"width":80,"height":24}';
const read = async (content: string | Uint8Array) => readCast(path.join(await makeFolder({ 'a.cast': content }), 'a.cast'));

test.each<[name: string, content: string | Uint8Array, message: string]>([
  ['nothing', '', 'found nothing, expected an asciicast'],
  ['a header alone', HEADER, 'found no output'],
  ['no header', '[0.1,"o","a"]\n[0.2,"o","b"]', 'found an event without a header before it'],
  ['events out of order', `${HEADER}\n[2,"o","a"]\n[1,"o","b"]`, 'expected times that never go back'],
  ['a broken line in the middle', `${HEADER}\n[1,"o","a\n[2,"o","b"]`, 'a.cast:2:'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'and no asciicast'],
])('refuses %s with a sentence', async (_, content, message) => {
  await expect(read(content)).rejects.toThrow(message);
});

test('refuses a file of 100 MB without reading it', async () => {
  const file = path.join(await makeFolder({ 'a.cast': HEADER }), 'a.cast');
  await truncate(file, 100 * 1024 * 1024);
  await expect(readCast(file)).rejects.toThrow(/a\.cast has 100 MB, and a recording may have 10 MB\. Cut it/u);
  await expect(readCast(`${file}x`)).rejects.toThrow(/There is no file/u);
});

test('leaves out a last line that breaks off, and says so', async () => {
  const { cast, notices } = await read(`${HEADER}\n[1,"o","$ "]\n[2,"o","ab`);
  expect(cast.events).toHaveLength(1);
  expect(notices).toEqual([expect.stringContaining('was cut short')]);
});

test('reads output that never ends its line, and output of many lines', async () => {
  const endless = told(await imported(castOf(['$ ', ...typed('yes'), 'y '.repeat(40_000)])));
  expect(endless[0]).toBe('$ yes');
  const many = told(await imported(castOf(['$ ', ...typed('seq'), 'a\r\n'.repeat(60_000), '$ '])));
  expect(many).toHaveLength(241);
  expect(many[41]).toMatch(/^ {2}… [\d,]+ lines left out$/u);
});
