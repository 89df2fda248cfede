import { expect, test } from 'vitest';
import type { Story } from '../../src/core/story';
import { attributes, fill, metaTags } from '../../src/build/page/html';

const PAGE = '<html lang="en"><head><!--head--></head><div id="root"><!--app--></div><noscript><!--transcript--></noscript></html>';

test('what is filled in stands where it belongs, as it is', () => {
  const filled = fill(PAGE, { html: { lang: 'de', 'data-stop': '0' }, head: ['<a>', '<b>'], app: "<p>$& $1 $'</p>", transcript: '<h1></h1>' });
  expect(filled.replace(/\s+/gu, ' ')).toBe(
    `<html lang="de" data-stop="0"><head><a> <b></head><div id="root"><p>$& $1 $'</p></div><noscript><h1></h1></noscript></html>`,
  );
});

test('a page without a place to fill is refused', () => {
  expect(() => fill('<html lang="en"><!--head--><!--app-->', { html: {}, head: [], app: '', transcript: '' })).toThrow('index.html has no <!--transcript--> to fill.');
});

test('texts of the story stay texts', () => {
  const nasty = '</title><script>alert("1 & 2")</script>';
  const head = metaTags({ title: nasty, description: nasty } as Story).join('');
  expect(head).not.toContain('<script');
  expect(head).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;</title>');
  expect(attributes({ lang: '"><script>' })).toBe(' lang="&quot;&gt;&lt;script&gt;"');
});
