import path from 'node:path';
import { expect, test } from 'vitest';
import { checkCaptureFolder } from '../../src/capture/captureFolder';
import { checkPageFile } from '../../src/capture/localSite';
import { makeFolder } from '../support/folder';

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as Error).message,
  );

test.each<readonly [name: string, file: string, content: string | Buffer, says: string]>([
  ['a page', 'page.html', '<!doctype html><p>', 'none'],
  ['a page without a doctype', 'page.html', '<p>Words', 'none'],
  ['a page in UTF-16', 'page.html', Buffer.from('\uFEFF<p>Words', 'utf16le'), 'none'],
  ['a missing file', 'pgae.html', '<p>', 'Did you mean page.html?'],
  ['a folder', '.', '', 'is a folder. Name the page in it, such as'],
  ['a picture', 'page.html', Buffer.from('89504e470d0a1a0a', 'hex'), 'is a PNG picture, not a web page'],
  ['a text', 'page.html', 'words', 'is a text without any tag, not a web page'],
  ['a file of 50 MB', 'page.html', '<p>'.padEnd(50_000_000), 'has 50 MB; a page has at most 20 MB. Capture a smaller page.'],
])('of %s it says so', async (_, file, content, says) => {
  const folder = await makeFolder({ 'page.html': content });
  expect(await messageOf(checkPageFile(path.join(folder, file)))).toContain(says);
});

test.each<readonly [name: string, files: Record<string, string>, says: string]>([
  ['nothing', {}, 'none'],
  ['an earlier capture', { 'out/capture.json': '{"version":1,"states":[]}' }, 'none'],
  [
    'photos',
    { 'out/a.jpg': '' },
    'out holds files that no capture wrote, and a capture would replace them. Empty it, or name another folder',
  ],
  ['another capture.json', { 'out/capture.json': '[]' }, 'holds files that no capture wrote'],
  ['a file', { out: '' }, 'is a file; a capture is a folder. Name another one with -o.'],
])('where %s is, a capture can be written or not', async (_, files, says) => {
  const folder = await makeFolder(files);
  expect(await messageOf(checkCaptureFolder(path.join(folder, 'out')))).toContain(says);
});
