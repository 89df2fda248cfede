import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { measureSizes, overBudget, formatSizes, type Budget } from '../../src/vite/budget';
import { inlineScripts, siteContentSecurityPolicy } from '../../src/vite/contentSecurityPolicy';

const DIST = 'dist';

/** Strings that survive minifying, of packages that only the build uses, and the files they are from. */
const BUILD_ONLY: readonly (readonly [what: string, marker: string, source: string])[] = [
  ['zod', 'invalid_union', 'node_modules/zod/v4/core/schemas.js'],
  ['zod', 'unrecognized_keys', 'node_modules/zod/v4/core/schemas.js'],
  ['momoa', 'Unexpected end of input found.', 'node_modules/@humanwhocodes/momoa/dist/momoa.js'],
  ['shiki', 'tokenizeMaxLineLength', 'node_modules/@shikijs/primitive/dist/index.mjs'],
  ['a grammar of shiki', 'source.json.comments', 'node_modules/@shikijs/langs/dist/jsonc.mjs'],
  ['marked', 'marked(): input parameter', 'node_modules/marked/lib/marked.esm.js'],
  ['uqr', 'unencodable characters in alphanumeric mode', 'node_modules/uqr/dist/index.mjs'],
  ['React for development', 'Download the React DevTools', 'node_modules/react-dom/cjs/react-dom-client.development.js'],
];

const read = (file: string) => readFileSync(path.join(DIST, file), 'utf8');
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
const pages = ['index.html', 'standalone.html'];

for (const [what, marker, source] of BUILD_ONLY)
  test(`${what} ("${marker}") stays out of the browser`, () => {
    expect(readFileSync(source, 'utf8')).toContain(marker);
    const scripts = files.filter((file) => /\.(?:js|html)$/u.test(file));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((file) => read(file).includes(marker))).toEqual([]);
  });

/** Kinds that the shipped demo has not: class names in their code and styles, and the files they are from. */
const UNUSED_KINDS: readonly (readonly [kind: string, marker: string, source: string])[] = [
  ['slide', 'slide__eyebrow', 'src/kinds/slide/SlideView.tsx'],
  ['slide', 'slide__bullets', 'src/kinds/slide/slide-content.css'],
  ['image', 'callout__target', 'src/kinds/image/Callout.tsx'],
  ['image', 'callout__arrow', 'src/kinds/image/callout.css'],
  ['editor', 'editor__message-box', 'src/kinds/editor/CodePane.tsx'],
  ['editor', 'editor__caret', 'src/kinds/editor/editor-code.css'],
  ['snapshot', 'capture__highlight', 'src/kinds/snapshot/SnapshotView.tsx'],
  ['snapshot', 'capture__highlight', 'src/kinds/snapshot/snapshot.css'],
];

test.each(UNUSED_KINDS)('a story without scenes of the kind %s has nothing of it (%s)', (_, marker, source) => {
  expect(readFileSync(source, 'utf8')).toContain(marker);
  expect(files.filter((file) => /\.(?:js|css|html)$/u.test(file) && read(file).includes(marker))).toEqual([]);
});

test('a story without keys has nothing of the band that shows them', () => {
  expect(readFileSync('src/stage/keys.css', 'utf8')).toContain('key-band');
  expect(files.filter((file) => /\.(?:js|css|html)$/u.test(file) && read(file).includes('key-band'))).toEqual([]);
});

test('the first stop is within budget.json', async () => {
  const budget = JSON.parse(readFileSync('budget.json', 'utf8')) as Budget;
  const sizes = await measureSizes(DIST);
  expect(sizes.terminal.gzip).toBeGreaterThan(sizes.terminal.brotli);
  expect(overBudget(sizes, budget), formatSizes(sizes, budget)).toEqual([]);
});

test('the wire data is in no file that the first stop loads, but in the page in one file', () => {
  const message = 'first-initialize';
  const first = ['index.html', ...addresses(read('index.html'))].filter((file) => /\.(?:js|css|html)$/u.test(file));
  expect(first.length).toBeGreaterThan(3);
  expect(first.filter((file) => read(file).includes(message))).toEqual([]);
  expect(files.filter((file) => /^assets\/.*\.js$/u.test(file) && read(file).includes(message))).toHaveLength(1);
  expect(read('standalone.html')).toContain(message);
});

test.each([
  ['the overlays', 'Before the talk', '.goto__field'],
  ['the search', 'NFKD', undefined],
  ['the speaker window', 'speaker-badges', '.speaker-panel'],
  ['the wire panel', 'No Authorization header', '.sequence'],
])('the first stop loads neither code nor styles of %s', (_, code, style) => {
  const html = read('index.html');
  const scripts = addresses(html).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((file) => read(file).includes(code))).toEqual([]);
  expect(files.filter((file) => /^assets\/.*\.js$/u.test(file) && read(file).includes(code)).length, 'the marker exists').toBeGreaterThan(
    0,
  );
  if (style === undefined) return;
  expect(html).not.toContain(style);
  expect(
    files.filter((file) => /^assets\/.*\.js$/u.test(file) && read(file).includes(style)),
    'the chunk has its styles',
  ).toHaveLength(1);
});

for (const page of pages)
  test(`${page} loads nothing from elsewhere`, () => {
    expect(addresses(read(page)).filter((address) => /^(?:[a-z]+:)?\/\//iu.test(address))).toEqual([]);
  });

test.each(pages)('the favicon of %s is a data URL, so that no step requests it', (page) => {
  const signs = Array.from(read(page).matchAll(/<link rel="icon"[^>]*>/gu), ([tag]) => tag);
  expect(signs).toHaveLength(1);
  const [, picture = ''] = /href="data:image\/png;base64,([^"]+)"/u.exec(signs[0] ?? '') ?? [];
  const png = Buffer.from(picture, 'base64');
  expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 32, 32]);
});

test('index.html refers to existing files only, by relative addresses', () => {
  const found = addresses(read('index.html')).filter((address) => !address.startsWith('data:'));
  expect(found.length).toBeGreaterThan(6);
  for (const address of found) {
    expect(address).toMatch(/^\.\//u);
    expect(files).toContain(path.normalize(address));
  }
});

test('the style sheet is inline and refers to existing files only', () => {
  expect(files.filter((file) => file.endsWith('.css'))).toEqual([]);
  const named = Array.from(read('index.html').matchAll(/url\(["']?(?!data:|#)([^"')]+)/gu), ([, address = '']) => path.normalize(address));
  expect(new Set(named).size).toBe(9);
  expect(files).toEqual(expect.arrayContaining(named));
});

test.each(pages)('browsers do not offer to translate %s, nor change text that React renders', (page) => {
  expect(read(page)).toContain('<meta name="google" content="notranslate">');
  expect(read(page)).toMatch(/<div id="root" translate="no">/u);
});

test('standalone.html loads no files', () => {
  expect(addresses(read('standalone.html')).filter((address) => !address.startsWith('data:'))).toEqual([]);
  expect(read('standalone.html')).toMatch(/url\(["']?data:font\/woff2/u);
  expect(read('standalone.html')).not.toMatch(/url\(["']?(?!data:|#)[\w./]/u);
});

test('the boot script is the only inline script of index.html, and small', () => {
  const [boot = '', ...others] = inlineScripts(read('index.html'));
  expect(others).toEqual([]);
  expect(boot).toContain('understudyBoot');
  expect(boot.length).toBeLessThan(3000);
});

test('the content security policy precedes scripts and styles, and there are no inline event handlers', () => {
  for (const page of pages) {
    const html = read(page);
    expect(html.indexOf('http-equiv="Content-Security-Policy"')).toBeGreaterThan(0);
    expect(html.indexOf('http-equiv="Content-Security-Policy"')).toBeLessThan(html.search(/<(?:script|style|link)/u));
    expect(withoutInline(html)).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/iu);
  }
  expect(read('index.html')).toContain(`content="${siteContentSecurityPolicy(read('index.html'))}"`);
});

test('the policy of standalone.html allows its scripts by hash, and no requests', () => {
  const html = read('standalone.html');
  const allowed = /script-src ([^;]*);/u.exec(html)?.[1]?.split(' ');
  const scripts = inlineScripts(html);
  expect(scripts).toHaveLength(2);
  expect(allowed).toEqual(scripts.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`));
  expect(html).not.toMatch(/connect-src|worker-src|'self'/u);
  expect(html).not.toContain('./sw.js');
});

test('the element for other pages is there, and nothing of the story loads or stores it', () => {
  expect(files).toContain('element.js');
  const others = files.filter((file) => /\.(?:js|html)$/u.test(file) && file !== 'element.js');
  expect(others.length).toBeGreaterThan(3);
  expect(others.filter((file) => /element\.js|understudy-demo['"`]/u.test(read(file)))).toEqual([]);
});

test('docs/hosting.md has the policy of the build', () => {
  expect(readFileSync('docs/hosting.md', 'utf8')).toContain(siteContentSecurityPolicy(read('index.html')));
});

test('the service worker stores every file that the page may request', () => {
  const worker = read('sw.js');
  const asked = files.filter((file) => /^assets\/.*\.(?:js|css|woff2)$/u.test(file));
  expect(asked.length).toBeGreaterThan(10);
  for (const file of [...asked, 'index.html', 'favicon.ico', 'manifest.webmanifest']) {
    const hash = createHash('sha256')
      .update(readFileSync(path.join(DIST, file)))
      .digest('base64');
    expect(worker, file).toContain(`sha256-${hash}`);
  }
});

test('the picture of shared links and the icons of the manifest exist', () => {
  const card = /property="og:image" content="(?:.*\/)?(assets\/card-[^"]*)"/u.exec(read('index.html'))?.[1] ?? '';
  const picture = readFileSync(path.join(DIST, card));
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
  const { icons } = JSON.parse(read('manifest.webmanifest')) as { icons: { src: string }[] };
  for (const { src } of icons) expect(files).toContain(path.normalize(src));
});

test('without JavaScript the story is a document with headings, lists and code', () => {
  for (const page of pages) {
    const html = read(page);
    const count = (pattern: RegExp) => html.slice(html.indexOf('<noscript>')).match(pattern)?.length;
    expect(count(/<h1\b/gu)).toBe(1);
    expect(count(/<h2\b/gu)).toBe(5);
    expect(count(/<h3\b/gu)).toBe(12);
    expect(count(/<pre dir="ltr"><code>/gu)).toBeGreaterThan(3);
    expect(count(/<ul>/gu)).toBeGreaterThan(2);
    expect(count(/<h4>On the wire<\/h4>/gu)).toBe(12);
    const [, message = ''] = html.split('<li>Browser → Cognito: <b>GET /oauth2/authorize?…</b> (AWS)');
    const [, details = ''] = message.split('<details><summary>In full</summary>');
    expect(details).toMatch(/^<pre dir="ltr"><code>GET https:\/\/auth\.example\.com\/oauth2\/authorize\?response_type=code&amp;/u);
    expect(count(/<a\b[^>]*rel="noopener noreferrer"/gu)).toBe(2);
  }
});

test('the head has the boot script, then preloads of fonts, then deferred preloads of scripts', () => {
  const html = read('index.html');
  const order = [
    /<script data-story="[^"]+">/u,
    /<link rel="preload" as="font"/u,
    /<link rel="modulepreload" as="script" media="not all" crossorigin href="\.\/assets\/player-/u,
    /<link rel="modulepreload" as="script" media="not all" crossorigin href="\.\/assets\/story-/u,
    /<link rel="preload" as="script" media="not all" crossorigin href="\.\/assets\/terminal-/u,
  ].map((each) => html.search(each));
  expect(Math.min(...order)).toBeGreaterThan(0);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(html.match(/<link rel="preload" as="font" type="font\/woff2" crossorigin/gu)).toHaveLength(3);
});

test('both pages contain the first stop and the text without JavaScript', () => {
  for (const page of pages) {
    const html = read(page);
    expect(html).toMatch(/<html lang="[^"]+" data-stop="0" data-stops="\d+"/u);
    expect(html).toMatch(/<div id="root"[^>]*><\w/u);
    expect(html).toMatch(/<noscript><\w/u);
    expect(html).not.toContain('sourceMappingURL');
  }
});

/** Returns the addresses of scripts, resources and images of a page, without its hyperlinks. */
function addresses(html: string): string[] {
  const tags = withoutInline(html).match(/<(?:script|link(?! rel="canonical")|img|iframe|source|video|audio)\b[^>]*>/gu) ?? [];
  return tags.flatMap((tag) => Array.from(tag.matchAll(/\s(?:src|href|srcset)="([^"]*)"/gu), ([, address = '']) => address));
}

/** Removes the contents of scripts and styles, which may contain text like a tag. */
function withoutInline(html: string): string {
  return html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(?=<\/\2>)/gu, '$1');
}
