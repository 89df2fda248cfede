import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSvg } from '../../../src/compiler/images/checkSvg';

const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 20"${attributes}>\n${content}</svg>`;

const found = (text: string) => checkSvg(text).problems.map(({ line, column, found: what }) => `${line}:${column} ${what}`);

test.each([
  ['code', '<script>alert(1)</script>', '2:1 <script>'],
  ['code in another namespace', '<g><x:script xmlns:x="http://www.w3.org/1999/xhtml"/></g>', '2:4 <x:script>'],
  ['an event handler', '<rect\n  onload="alert(1)"/>', '2:1 <rect> with onload'],
  ['a document in it', '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject>', '2:1 <foreignObject>'],
  ['a picture elsewhere', '<image href="https://example.com/a.png"/>', '2:1 <image> with href="https://example.com/a.png"'],
  ['a picture beside it', '<image xlink:href="a.png"/>', '2:1 <image> with xlink:href="a.png"'],
  ['a drawing as data', '<image href="data:image/svg+xml,&lt;svg/>"/>', '2:1 <image> with href="data:image/svg+xml,<svg/>"'],
  ['a link that runs code', '<a href="javascript:alert(1)"><path/></a>', '2:1 <a> with href="javascript:alert(1)"'],
  ['a part of another file', '<use href="b.svg#a"/>', '2:1 <use> with href="b.svg#a"'],
  ['a colour elsewhere', '<rect fill="url(b.svg#a)"/>', '2:1 <rect> with fill="url(b.svg#a)"'],
  ['an address in a style', '<rect style="fill: url( \'b.svg#a\' )"/>', '2:1 <rect> with style="fill: url( \'b.svg#a\' )"'],
  ['an escaped address in a style', '<style>rect { fill: \\75rl(b.svg) }</style>', '2:1 <style> with url(b.svg)'],
  ['an imported style', '<style>@import "a.css";</style>', '2:1 <style> with @import'],
  ['an escaped import', '<style>@\\69mport "a.css";</style>', '2:1 <style> with @import'],
  ['an import before an element in a style', '<style>@import "a.css";<style/></style>', '2:24 <style> in a <style>'],
  [
    'an address between strings with comment marks',
    '<style>a{--x:"/*"}b{fill:url(https://e.com/x)}c{--y:"*/"}</style>',
    '2:1 <style> with url(https://e.com/x)',
  ],
  ['an animation between such strings', '<style>a{--x:"/*"}@keyframes k{}b{--y:"*/"}</style>', '2:1 <style> with @keyframes'],
  ['an address of a file that looks like a comment', '<style>a{fill:url(/**/#a)}</style>', '2:1 <style> with url(/**/#a)'],
  ['a set of images', '<style>a{background:-webkit-image-set("b.png" 1x)}</style>', '2:1 <style> with -webkit-image-set('],
  [
    'a set of images in an attribute',
    `<rect mask="image-set('https://e.com/x' 1x)"/>`,
    `2:1 <rect> with mask="image-set('https://e.com/x' 1x)"`,
  ],
  ['an import in CDATA', '<style><![CDATA[@import "a.css";]]></style>', '2:1 <style> with @import'],
  ['an animation', '<a><animate attributeName="href" to="javascript:alert(1)"/></a>', '2:4 <animate>'],
  ['an animation in a style', '<style>@keyframes a { to { fill: red } }</style>', '2:1 <style> with @keyframes'],
  ['another base of addresses', '<g xml:base="https://example.com/"/>', '2:1 <g> with xml:base="https://example.com/"'],
])('finds %s', (_, content, expected) => {
  expect(found(svg(content))).toContain(expected);
});

test.each([
  ['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', '1:1 a doctype with declarations'],
  ['a style sheet', '<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>', '1:1 <?xml-stylesheet?>'],
  ['another encoding', '<?xml version="1.0" encoding="utf-7"?><svg xmlns="http://www.w3.org/2000/svg"/>', '1:1 the encoding "utf-7"'],
  ['a missing namespace', '<svg/>', '1:1 <svg> without xmlns="http://www.w3.org/2000/svg"'],
])('finds %s', (_, text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test('reports a file that ends too early', () => {
  expect(found('<svg xmlns="http://www.w3.org/2000/svg"><g>')).toEqual([expect.stringMatching(/^1:\d+ a mistake in its XML \(/u)]);
});

test.each([
  ['parts of itself', '<defs><g id="a"/></defs><use href="#a" fill="url(#b)" style="clip-path: url(\'#c\')"/>'],
  [
    'pictures and fonts as data',
    '<image href="data:image/png;base64,AAAA"/><style>@font-face { src: url(data:font/woff2;base64,AA) }</style>',
  ],
  ['comments, titles and words of other programs', '<!-- onload="" --><title>script src( @import</title><metadata label="image(1)"/>'],
])('accepts %s', (_, content) => {
  expect(found(svg(content))).toEqual([]);
});

test('accepts the doctype of the standard', () => {
  const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  expect(found(`<?xml version="1.0" encoding="UTF-8"?>\n${doctype}\n${svg('<path/>')}`)).toEqual([]);
});

test.each([
  ['', { width: 30, height: 20 }],
  [' width="60"', { width: 60, height: 40 }],
  [' width="1in" height="96"', { width: 96, height: 96 }],
  [' width="100%" height="100%"', { width: 30, height: 20 }],
])('reads the size of an SVG with%s', (attributes, size) => {
  expect(checkSvg(svg('', attributes)).size).toEqual(size);
});

test('names a place inside the text, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<svg xmlns="http://www.w3.org/2000/svg">', '<a', ' href="x"', '>', '</svg>', '\n', '&b;', 'é')),
      (parts) => {
        const lines = parts.join('').split('\n');
        for (const { line, column } of checkSvg(parts.join('')).problems) expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
      },
    ),
  );
});
