import { expect, test } from 'vitest';
import { formatAttributes, fillTemplate, metaTags } from '../../src/vite/html';

const PAGE = '<html lang="en"><head><!--head--></head><div id="root"><!--app--></div><noscript><!--transcript--></noscript></html>';

test('what is filled in stands where it belongs, as it is', () => {
  const filled = fillTemplate(PAGE, {
    html: { lang: 'de', 'data-stop': '0' },
    head: ['<a>', '<b>'],
    app: "<p>$& $1 $'</p>",
    transcript: '<h1></h1>',
  });
  expect(filled.replace(/\s+/gu, ' ')).toBe(
    `<html lang="de" data-stop="0"><head><a> <b></head><div id="root"><p>$& $1 $'</p></div><noscript><h1></h1></noscript></html>`,
  );
});

test('a page without a place to fill is refused', () => {
  expect(() => fillTemplate('<html lang="en"><!--head--><!--app-->', { html: {}, head: [], app: '', transcript: '' })).toThrow(
    'index.html has no <!--transcript--> to fill.',
  );
});

const ABOUT = { title: 'A talk', description: 'What it is of.', lang: 'de-CH', scenes: [{ title: 'One' }, { title: 'Two' }] };
const PICTURE = { fileName: 'assets/card.png', width: 1200, height: 630 };

/** The structured data of a page. */
const data = (head: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/u.exec(head)?.[1] ?? '') as Record<string, unknown>;

test('texts of the story stay texts', () => {
  const nasty = '</title></script><script>alert("1 & 2")</script>';
  const head = metaTags({ ...ABOUT, title: nasty, description: nasty, scenes: [{ title: nasty }] }).join('');
  expect(head.match(/<\/?script/gu)).toEqual(['<script', '</script']);
  expect(head).toContain('<title>&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</title>');
  expect(data(head)).toMatchObject({ name: nasty, description: nasty });
  expect(formatAttributes({ lang: '"><script>' })).toBe(' lang="&quot;&gt;&lt;script&gt;"');
});

test('a page that knows its address names itself and its picture by it', () => {
  const head = metaTags({ ...ABOUT, url: 'https://example.com/demo/', shareImage: PICTURE }).join('');
  expect(head).toContain('<link rel="canonical" href="https://example.com/demo/" />');
  expect(head).toContain('<meta property="og:url" content="https://example.com/demo/" />');
  expect(head).toContain('<meta property="og:image" content="https://example.com/demo/assets/card.png" />');
  expect(head).toContain('<meta name="twitter:card" content="summary_large_image" />');
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

test('a page that does not know its address claims none', () => {
  const head = metaTags({ ...ABOUT, shareImage: PICTURE }).join('');
  expect(head).toContain('<meta property="og:image" content="./assets/card.png" />');
  expect(head).not.toMatch(/canonical|og:url/u);
  expect(data(head)).not.toHaveProperty('url');
});
