import { expect, test } from 'vitest';
import { rewriteCss } from '../../src/capture/rewriteCss';

const SHEETS: Readonly<Record<string, string>> = {
  'https://a.example/css/more.css': '.more{background:url(more.png)}',
  'https://a.example/css/loop.css': '@import "loop.css";.loop{}',
};
const files = {
  asset: (address: string) =>
    /\.(?:png|woff2)$/u.test(address) && !address.includes('unused') ? `assets/${address.split('/').pop()}` : undefined,
  sheet: (address: string) => SHEETS[address],
};
const rewrite = (css: string) => rewriteCss(css, { base: 'https://a.example/css/main.css' }, files);

test.each([
  ['a picture', '.a{background:url(a.png)}', '.a{background:url("assets/a.png")}'],
  ['a picture that was not loaded', '.a{background:url(unused.png) red}', '.a{background:url("data:,") red}'],
  ['a part of the page', '.a{mask:url(#b)}', '.a{mask:url("#b")}'],
  ['a set of pictures', '.a{background:image-set("b.png" 2x, "a.png" 1x)}', '.a{background:url("assets/a.png")}'],
  ['an import', '@import "more.css";.a{}', '.more{background:url("assets/more.png")}.a{}'],
  [
    'an import with conditions',
    '@import url(more.css) layer(x) supports(display: grid) screen and (width > 1px);',
    '@layer x{@supports (display: grid){@media screen and (width > 1px){.more{background:url("assets/more.png")}}}}',
  ],
  ['an import into a layer without a name', '@import "more.css" layer;', '@layer{.more{background:url("assets/more.png")}}'],
  ['a sheet that imports itself', '@import "loop.css";', '.loop{}'],
  ['a sheet that was not loaded', '@import "gone.css";.a{}', '.a{}'],
  ['a comment', '.a/* x */.b{font:12px/**/serif}', '.a/**/.b{font:12px/**/serif}'],
  ['a character set', '@charset "utf-8";.a{}', '.a{}'],
  [
    'a font',
    '@font-face{font-family:A;src:local("A"),url(a.woff2) format("woff2"),url(unused.woff)}',
    '@font-face{font-family:A;src:local("A"),url("assets/a.woff2") format("woff2")}',
  ],
  ['a font that was not loaded', '@font-face{font-family:A;src:local("A"),url(unused.woff2)}.a{}', '.a{}'],
  ['states', 'a:hover b:focus-within::before{}', 'a[data-capture-hover] b[data-capture-focus-within]::before{}'],
  ['states of dialogs', 'dialog:modal,[popover]:popover-open{}', 'dialog[data-capture-modal],[popover][data-capture-popover-open]{}'],
  ['elements that scripts define', 'x-a:not(:defined){}', 'x-a:not(:not([data-capture-undefined])){}'],
  ['states of custom elements', ':host(:state(on)){}', ':host([data-capture-state-on]){}'],
  ['a nested rule', '.a{color:red;&:hover{color:blue}}', '.a{color:red;&[data-capture-hover]{color:blue}}'],
  ['a rule in a condition', '@media (hover:hover){a:hover{}}', '@media (hover:hover){a[data-capture-hover]{}}'],
  ['a value that is also a state', '.a{transition-property:active;will-change:hover}', '.a{transition-property:active;will-change:hover}'],
  ['what comes after text with brackets', '.a::after{content:"{:hover"}b:hover{}', '.a::after{content:"{:hover"}b[data-capture-hover]{}'],
])('rewrites %s', (_, css, expected) => {
  expect(rewrite(css)).toBe(expected);
});

test('an attribute has no selectors', () => {
  expect(rewriteCss('background:url(a.png)', { base: 'https://a.example/', isAttribute: true }, files)).toBe(
    'background:url("assets/a.png")',
  );
});
