import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { copyOf } from '../../src/build/page/copy';
import { inlineScripts, secure, sitePolicy } from '../../src/build/page/security';
import { makeFolder } from './folder';

const PAGE = (scripts: string) => `<html><head><meta charset="utf-8" /><title></title>${scripts}</head></html>`;

test('the policy of a site comes first and allows files of its own, and exactly the scripts the page holds', () => {
  const page = PAGE('<script>boot()</script><script src="./a.js"></script>');
  const policy = sitePolicy(page);
  expect(secure(page, false)).toContain(`<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
  expect(policy).toContain(`default-src 'none'; script-src 'self' 'sha256-${createHash('sha256').update('boot()').digest('base64')}';`);
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/u);
});

test('a page in one file allows exactly the scripts it holds, data not counted', () => {
  const scripts = `<script data-story="a">one()</script><script type="module" crossorigin>two("$&")</script><script type="application/ld+json">{}</script>`;
  expect(inlineScripts(scripts)).toEqual(['one()', 'two("$&")']);
  const hashes = ['one()', 'two("$&")'].map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  expect(secure(PAGE(scripts), true)).toContain(`script-src ${hashes.join(' ')};`);
});

test('a page without a place for the policy is refused', () => {
  expect(() => secure('<html></html>', false)).toThrow('does not begin with');
});

test('a copy holds every file of the page, and its version changes with any of them', async () => {
  const files = { 'index.html': 'page', 'assets/a-1.js': 'a', 'favicon.ico': 'icon' };
  const others = { 'sw.js': '', 'standalone.html': '', '.nojekyll': '', 'assets/card-12345678.png': '' };
  const copy = await copyOf(await makeFolder({ ...files, ...others }));
  expect(copy.files).toEqual(Object.entries(files).sort().map(([name, content]) => [name, `sha256-${createHash('sha256').update(content).digest('base64')}`]));
  expect((await copyOf(await makeFolder(files))).version).toBe(copy.version);
  for (const name of Object.keys(files)) expect((await copyOf(await makeFolder({ ...files, [name]: 'changed' }))).version).not.toBe(copy.version);
});
