import type { HtmlTagDescriptor } from 'vite';
import { expect, test } from 'vitest';
import { fillTemplate, metaTags } from '../../src/vite/html';

const PAGE = '<html lang="en"><head></head><div id="root"><!--app--></div><noscript><!--transcript--></noscript></html>';

test('fills in attributes, first stop and transcript unchanged', () => {
  const filled = fillTemplate(PAGE, { html: { lang: 'de', 'data-stop': '0' }, app: "<p>$& $1 $'</p>", transcript: '<h1></h1>' });
  expect(filled.replace(/\s+/gu, ' ')).toBe(
    `<html lang="de" data-stop="0"><head></head><div id="root"><p>$& $1 $'</p></div><noscript><h1></h1></noscript></html>`,
  );
});

test('throws when a placeholder is missing', () => {
  expect(() => fillTemplate('<html lang="en"><!--app-->', { html: {}, app: '', transcript: '' })).toThrow(
    'index.html has no <!--transcript--> to fill.',
  );
});

const ABOUT = { title: 'A talk', description: 'What it is of.', lang: 'de-CH', scenes: [{ title: 'One' }, { title: 'Two' }] };
const PICTURE = { fileName: 'assets/card.png', width: 1200, height: 630 };

/** Returns the structured data of a page. */
const data = (tags: readonly HtmlTagDescriptor[]) =>
  JSON.parse(String(tags.find(({ tag }) => tag === 'script')?.children)) as Record<string, unknown>;

const meta = (kind: 'name' | 'property', name: string, content: string) => ({ tag: 'meta', attrs: { [kind]: name, content } });

test('escapes texts of the story', () => {
  const nasty = '</title></script><script>alert("1 & 2")</script>';
  const head = metaTags({ ...ABOUT, title: nasty, description: nasty, scenes: [{ title: nasty }] });
  expect(head.map(({ children }) => children ?? '').join('')).not.toMatch(/<\/?script/u);
  expect(head[0]).toEqual({
    tag: 'title',
    children: '&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;',
  });
  expect(data(head)).toMatchObject({ name: nasty, description: nasty });
  expect(fillTemplate(PAGE, { html: { lang: '"><script>' }, app: '', transcript: '' })).toContain('<html lang="&quot;&gt;&lt;script&gt;">');
});

test('uses absolute addresses when the published address is known', () => {
  const head = metaTags({ ...ABOUT, url: 'https://example.com/demo/', shareImage: PICTURE });
  expect(head).toContainEqual({ tag: 'link', attrs: { rel: 'canonical', href: 'https://example.com/demo/' } });
  expect(head).toContainEqual(meta('property', 'og:url', 'https://example.com/demo/'));
  expect(head).toContainEqual(meta('property', 'og:image', 'https://example.com/demo/assets/card.png'));
  expect(head).toContainEqual(meta('name', 'twitter:card', 'summary_large_image'));
  expect(data(head)).toMatchObject({
    '@type': 'PresentationDigitalDocument',
    inLanguage: 'de-CH',
    url: 'https://example.com/demo/',
    hasPart: [
      { position: 1, name: 'One' },
      { position: 2, name: 'Two' },
    ],
  });
});

test('uses relative addresses when the published address is unknown', () => {
  const head = metaTags({ ...ABOUT, shareImage: PICTURE });
  expect(head).toContainEqual(meta('property', 'og:image', './assets/card.png'));
  expect(JSON.stringify(head)).not.toMatch(/canonical|og:url/u);
  expect(data(head)).not.toHaveProperty('url');
});
