import { expect, test } from 'vitest';
import type { CapturedElement, CapturedNode } from '../../src/capture/capturedPage';
import { SvgSprite } from '../../src/capture/svgSprite';
import { writeDocument } from '../../src/capture/writeDocument';

const SPRITE = new SvgSprite(
  '<svg><symbol id="sun"><circle fill="url(#glow)"/></symbol><linearGradient id="glow"/><symbol id="bell"><path d="M0 0"/></symbol></svg>',
  'p',
);
const files = {
  asset: (address: string) => (address === 'https://a.example/a.png' ? 'assets/1.png' : undefined),
  sheet: () => undefined,
  sprite: (address: string) => (address === 'https://a.example/icons.svg' ? SPRITE : undefined),
};
const element = (name: string, attributes: Record<string, string> = {}, children: readonly CapturedNode[] = []): CapturedElement => ({
  name,
  attributes,
  children,
});
const bodyOf = (...children: readonly CapturedNode[]): string => {
  const root = element('html', {}, [element('head'), element('body', {}, children)]);
  const html = writeDocument({ title: 'T', address: 'https://a.example/q/r', base: 'https://a.example/p', scroll: [0, 0], root }, files);
  return /<body>(.*)<\/body>/su.exec(html)?.[1] ?? '';
};

test.each<readonly [string, CapturedNode, string]>([
  ['text', 'a < b & c\u00A0d', 'a &lt; b &amp; c&nbsp;d'],
  ['an attribute', element('p', { title: '"<&' }), '<p title="&quot;&lt;&amp;"></p>'],
  ['a handler', element('p', { onclick: 'x()', id: 'a' }), '<p id="a"></p>'],
  ['a picture', element('img', { src: 'a.png', srcset: 'b.png 2x' }), '<img src="assets/1.png">'],
  ['a picture that was not loaded', element('img', { src: 'b.png', alt: 'B' }), '<img alt="B">'],
  ['a link', element('a', { href: '/x' }), '<a href="https://a.example/x"></a>'],
  ['a link that is code', element('a', { href: ' javascript:x()' }), '<a href="#"></a>'],
  ['a line break that a parser skips', element('pre', {}, ['\na']), '<pre>\n\na</pre>'],
  [
    'a shadow root',
    { ...element('x-a', {}, ['light']), shadow: ['dark'] },
    '<x-a><template shadowrootmode="open">dark</template>light</x-a>',
  ],
  [
    'styles that look like a tag',
    { ...element('style'), css: { text: '.a{content:"</style>"}', base: 'https://a.example/' } },
    String.raw`<style>.a{content:"<\/style>"}</style>`,
  ],
])('writes %s', (_, node, expected) => {
  expect(bodyOf(node)).toBe(expected);
});

test('parts of an SVG file are written once in each tree, with what they refer to', () => {
  const use = element('use', { href: 'icons.svg#sun' });
  const sun = '<symbol id="p-sun"><circle fill="url(#p-glow)"></circle></symbol><linearGradient id="p-glow"></linearGradient>';
  expect(bodyOf(use, use)).toBe(`<defs>${sun}</defs><use href="#p-sun"></use><use href="#p-sun"></use>`);
  expect(bodyOf(use, { ...element('x-a'), shadow: [use] }).split('<defs>')).toHaveLength(3);
});
