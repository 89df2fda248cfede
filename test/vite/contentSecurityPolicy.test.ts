import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createPrecacheManifest } from '../../src/vite/precacheManifest';
import { inlineScripts, addContentSecurityPolicy, siteContentSecurityPolicy } from '../../src/vite/contentSecurityPolicy';
import { makeFolder } from '../support/folder';

const PAGE = (scripts: string) => `<html><head><meta charset="utf-8"><title></title>${scripts}</head></html>`;

test('a site’s policy comes first and allows its own files and the page’s inline scripts by hash', () => {
  const page = PAGE('<script>boot()</script><script src="./a.js"></script>');
  const policy = siteContentSecurityPolicy(page);
  expect(addContentSecurityPolicy(page, false)).toContain(
    `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  expect(policy).toContain(`default-src 'none'; script-src 'self' 'sha256-${createHash('sha256').update('boot()').digest('base64')}';`);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/u);
});

test('the policy of the page in one file allows its inline scripts by hash, and ignores data scripts', () => {
  const scripts =
    '<script data-story="a">one()</script><script type="module" crossorigin>two("$&")</script>' +
    '<script type="application/ld+json">{}</script>';
  expect(inlineScripts(scripts)).toEqual(['one()', 'two("$&")']);
  const hashes = ['one()', 'two("$&")'].map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  expect(addContentSecurityPolicy(PAGE(scripts), true)).toContain(`script-src ${hashes.join(' ')};`);
});

test('throws for a page without the charset tag', () => {
  expect(() => addContentSecurityPolicy('<html></html>', false)).toThrow('does not begin with');
});

test('the precache manifest needs the page and its assets, other files are optional, and every file changes its version', async () => {
  const files = { 'assets/a-1.js': 'a', 'index.html': 'page' };
  const extras = {
    '404.html': 'lost',
    CNAME: 'example.com',
    _headers: '',
    'a\\b #1?.txt': 'b',
    'assets/mine.png': 'p',
    'extra/index.html': 'e',
    'favicon.ico': 'icon',
    'web.config': '',
  };
  const others = { 'sw.js': '', 'standalone.html': '', '.nojekyll': '', '.well-known/a.txt': '', 'assets/card-12345678.png': '' };
  // One file in assets/ was written by the bundler, the other by the author.
  const built = new Set(['index.html', 'assets/a-1.js', 'favicon.ico', 'assets/card-12345678.png']);
  const copyOfFiles = async (content: Readonly<Record<string, string>>) => createPrecacheManifest(await makeFolder(content), built);
  const hashed = (content: Readonly<Record<string, string>>) =>
    Object.entries(content).map(([name, text]) => [name, `sha256-${createHash('sha256').update(text).digest('base64')}`]);
  const whole = { ...files, ...extras };
  const copy = await copyOfFiles({ ...whole, ...others });
  expect([copy.files, copy.optionalFiles]).toEqual([hashed(files), hashed(extras)]);
  expect((await copyOfFiles(whole)).version).toBe(copy.version);
  for (const name of Object.keys(whole)) expect((await copyOfFiles({ ...whole, [name]: 'changed' })).version).not.toBe(copy.version);
});
