import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { parse, serialize } from 'parse5';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  isSameTree,
  parseHtml,
  isElement,
  walkTree,
  type HtmlAttribute,
  type HtmlNode,
  type HtmlParent,
} from '../../../src/kinds/snapshot/compile/sanitize/htmlTree';
import { sanitizeDocument } from '../../../src/kinds/snapshot/compile/sanitize/sanitizeDocument';
import { hostilePages } from '../../support/hostilePages';

const resolve = (address: string) => (/^assets\/[\da-f]{16}\.\w+$/u.test(address) ? `./${address}` : ({ refused: 'foreign' } as const));
const sanitize = (html: string) => sanitizeDocument(html, { resolve })!;
const bodyOf = (html: string): string => /<body[^>]*>(?<body>[^]*)<\/body>/u.exec(sanitize(html).html)?.groups?.['body'] ?? '';

const FORBIDDEN_ELEMENTS = new RegExp(
  '^(?:script|i?frame|frameset|object|embed|link|base|audio|video|source|noscript|portal|xmp|plaintext' +
    '|animate\\w*|set|feImage|annotation-xml)$',
  'u',
);

/** Returns what a style has that loads something. */
function loadsIn(css: string): readonly string[] {
  return tokenize({ css }).flatMap(([type, written, , , details], at, tokens) => {
    const value = details && 'value' in details ? String(details.value) : '';
    const before = tokens.slice(0, at).findLast(([each]) => each !== TokenType.Whitespace && each !== TokenType.Comment);
    const isInUrl = before?.[0] === TokenType.Function && /^url$/iu.test(String((before[4] as { value?: string } | undefined)?.value));
    if ((type === TokenType.URL || (type === TokenType.String && isInUrl)) && !/^(?:#|\.\/assets\/)/u.test(value)) return [written];
    if (type === TokenType.AtKeyword && /^(?:import|namespace)$/iu.test(value)) return [written];
    return type === TokenType.Function && /^(?:(?:-\w+-)?image-set|src|image|expression|element|paint)$/iu.test(value) ? [written] : [];
  });
}

/** Returns what a document has that it must not have, whether its reader runs scripts or not. */
function escapesIn(html: string): readonly string[] {
  return [true, false].flatMap((scriptingEnabled) => [...walkTree(parse(html, { scriptingEnabled }))].flatMap(escapesOf));
}

function escapesOf(node: HtmlNode | HtmlParent): readonly string[] {
  if (!isElement(node)) return [];
  const isAttributeEscape = ({ name, value }: HtmlAttribute): boolean =>
    /^(?:on.*|srcdoc|action|formaction|ping|poster|target)$/u.test(name) ||
    (/^(?:src|href)$/u.test(name) && !/^(?:#|\.\/assets\/)/u.test(value));
  return [
    ...(FORBIDDEN_ELEMENTS.test(node.tagName) ? [`<${node.tagName}>`] : []),
    ...node.attrs.filter(isAttributeEscape).map(({ name, value }) => `${node.tagName} ${name}="${value}"`),
    ...node.attrs.flatMap(({ name, value }) => (name === 'style' ? loadsIn(value) : [])),
    ...(node.tagName === 'style' ? [...loadsIn(serialize(node)), ...(/<\S/u.exec(serialize(node)) ?? [])] : []),
  ];
}

describe('hostile pages', () => {
  it('are at least 60', () => expect(hostilePages.length).toBeGreaterThanOrEqual(60));

  test.each(hostilePages.map(({ name, html }) => [name, typeof html === 'string' ? html : Buffer.from(html).toString()] as const))(
    'leave nothing that runs or asks: %s',
    (_, html) => {
      const sanitized = sanitize(html);
      expect(escapesIn(sanitized.html)).toEqual([]);
      expect(isSameTree(parseHtml(sanitized.html), sanitized.tree)).toBe(true);
    },
  );
});

describe('a page', () => {
  test.each([
    ['<p class="a" id=b title="x &amp; y">Text &lt;b&gt;</p>', '<p class="a" id="b" title="x &amp; y">Text &lt;b&gt;</p>'],
    ['<a href="https://example.com/">x</a>', '<a href="#">x</a>'],
    ['<img src="assets/0123456789abcdef.png" alt="A">', '<img src="./assets/0123456789abcdef.png" alt="A">'],
    ['<input type=password value="hunter2" name=p>', '<input type="password" value="••••••••">'],
    ['<input type=hidden name=csrf value=abc>', ''],
    ['<input type=submit>', '<input type="submit" value="Submit">'],
    ['<input type=reset value=Undo>', '<input type="reset" value="Undo">'],
    ['<input type=Image src=assets/0123456789abcdef.png alt=Go>', '<input type="image" src="./assets/0123456789abcdef.png" alt="Go">'],
    ['<input src=assets/0123456789abcdef.png>', '<input type="text">'],
    ['<button type=submit>a</button><button>b</button>', '<button type="submit">a</button><button type="button">b</button>'],
    [
      '<body><style>[layout] a[disabled],a[rel],[name=q],[tabindex],[target],[onclick],[srcset]{a:b}</style>' +
        '<div layout=x tabindex=0 hue=1><a disabled rel=x target=_top onclick=1>x</a></div><input name=q><img name=body srcset=x>',
      '<style>[layout] a[disabled],a[rel],[name=q],[tabindex],[target],[onclick],[srcset]{a:b}</style>' +
        '<div layout="x"><a disabled="" rel="x">x</a></div><input type="text" name="q"><img>',
    ],
    ['<svg><text><a href="/x">x</a> y</text></svg>', '<svg><text><tspan>x</tspan> y</text></svg>'],
    ['<marquee onstart=1>a</marquee>', '<span>a</span>'],
    ['<body><style type="text/less">.a{b:c}</style><p>x</p>', '<p>x</p>'],
    ['<body><style>::view-transition-group(x),:heading(1){a:b}</style>', '<style>::view-transition-group(x),:heading(1){a:b}</style>'],
    ['<math><mfenced><mi>x</mi></mfenced></math>', '<math><mfenced><mi>x</mi></mfenced></math>'],
    ['<form action="/pay" method=post><button>Pay</button></form>', '<form method="dialog"><button type="button">Pay</button></form>'],
    ['<my-card tone="x">a</my-card>', '<my-card>a</my-card>'],
    [
      '<body><style>my-card[tone]{color:red}</style><my-card tone="x">a</my-card>',
      '<style>my-card[tone]{color:red}</style><my-card tone="x">a</my-card>',
    ],
    ['<blink>a</blink>', '<span>a</span>'],
    ['<pre>\n\nx</pre>', '<pre>\n\nx</pre>'],
    ['<svg viewBox="0 0 9 9"><use href="#a"/></svg>', '<svg viewBox="0 0 9 9"><use href="#a"></use></svg>'],
    [
      '<p style="background:url(assets/0123456789abcdef.png) / cover,rgb(1 2 3)">x</p>',
      '<p style="background:url(&quot;./assets/0123456789abcdef.png&quot;) / cover,rgb(1 2 3)">x</p>',
    ],
    ['<body><style>[data-snapshot]{}</style><x-a data-snapshot=1>x</x-a>', '<style>[data-snapshot]{}</style><x-a>x</x-a>'],
    ['<p style="x:(">x</p>', '<p style="x:()">x</p>'],
    ['<p style="x:\\">x</p>', '<p style="x:\\fffd">x</p>'],
    ['<body><style>.\\<md\\:a{b:c}</style>', '<style>.\\3c md\\:a{b:c}</style>'],
    ['<body><style>.a/*x*/.b{font:12px/**/serif}</style>', '<style>.a/**/.b{font:12px/**/serif}</style>'],
    ['<body><style>.behavior:hover{a:b}</style>', '<style>.behavior:hover{a:b}</style>'],
    [
      '<p style="mask-image:url(#m);fill:url(#:r1:);filter:url(#a.b);clip-path:url(#«r2»)">x</p>',
      '<p style="mask-image:url(&quot;#m&quot;);fill:url(&quot;#:r1:&quot;);' +
        'filter:url(&quot;#a.b&quot;);clip-path:url(&quot;#«r2»&quot;)">x</p>',
    ],
    [
      '<x-a><template shadowrootmode=open><slot></slot></template>x</x-a>',
      '<x-a><template shadowrootmode="open"><slot></slot></template>x</x-a>',
    ],
    ['<body><style>@media (width<600px){p{color:red}}</style>', '<style>@media (width< 600px){p{color:red}}</style>'],
  ])('keeps what it shows: %s', (html, expected) => expect(bodyOf(html)).toBe(expected));

  it('moves styles of a drawing to the head', () =>
    expect(sanitize('<svg><style>.a{fill:red}</style><path class=a d=M0/></svg>').html).toContain('<style>.a{fill:red}</style></head>'));

  it('misses no filters of browsers that are gone', () =>
    expect(
      sanitize('<p style="filter:alpha(opacity=5);filter:progid:DXImageTransform.Microsoft.gradient(startColorstr=1)">x').removed,
    ).toEqual({}));

  it('counts what was removed', () =>
    expect(
      sanitize(
        '<script>1</script><script>2</script><p onclick=1>x<iframe></iframe><base href=/>' +
          '<meta http-equiv=refresh content=1><a href=javascript:1>x</a>',
      ).removed,
    ).toEqual({ script: 2, handler: 1, frame: 1, base: 1, refresh: 1, code: 1 }));
});

describe('a drawing', () => {
  const icon = '<symbol id="a"><path d="M0 0"/><path d="M1 1"/></symbol>';
  const use = '<use href="#a"></use>';

  it('repeats its parts often', () => {
    const { html, removed } = sanitize(`<svg>${icon}${use.repeat(30_000)}</svg>`);
    expect(html.split(use).length - 1).toBe(30_000);
    expect(removed).toEqual({});
  });

  it.each([
    ['by use', '<use href="#a0"/>', (at: number) => `<g id="a${at}">${`<use href="#a${at + 1}"/>`.repeat(2)}</g>`],
    ['by mask', '<g mask="url(#a0)"/>', (at: number) => `<mask id="a${at}">${`<g mask="url(#a${at + 1})"/>`.repeat(2)}</mask>`],
    [
      'by style',
      '<g style="fill:url(#a0)"/>',
      (at: number) => `<pattern id="a${at}">${`<g style="fill:url(#a${at + 1})"/>`.repeat(2)}</pattern>`,
    ],
  ])('does not repeat them without end: %s', (_, first, level) => {
    const levels = Array.from({ length: 30 }, (__, at) => level(at)).join('');
    for (const html of [`<svg>${first}${levels}</svg>`, `<div><template shadowrootmode=open><svg>${first}${levels}</svg></template></div>`])
      expect(sanitize(html).removed['repeat']).toBeGreaterThan(5);
  });

  it('does not follow its parts without end', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => `<use id="a${at}" href="#a${at + 1}"/>`).join('');
    expect(sanitize(`<svg>${chain}</svg>`).removed['repeat']).toBeGreaterThan(40_000);
  });

  it('may refer to itself', () =>
    expect(sanitize('<svg><g id="a"><use href="#a"></use></g></svg>').html).toContain('<use href="#a"></use>'));
});

/** Pieces of markup that parsers are known to disagree about. */
const PIECES = [
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<a href="javascript:1">',
  '</a>',
  '<table>',
  '</table>',
  '<tr>',
  '<td>',
  '<caption>',
  '<form>',
  '</form>',
  '<svg>',
  '</svg>',
  '<math>',
  '</math>',
  '<mtext>',
  '<mi>',
  '</mi>',
  '<mglyph>',
  '<malignmark>',
  '<annotation-xml encoding="text/html">',
  '<foreignObject>',
  '</foreignObject>',
  '<desc>',
  '<title>',
  '</title>',
  '<style>',
  '</style>',
  '<textarea>',
  '</textarea>',
  '<select>',
  '</select>',
  '<option>',
  '<template>',
  '<template shadowrootmode=open>',
  '</template>',
  '<noscript>',
  '</noscript>',
  '<xmp>',
  '</xmp>',
  '<plaintext>',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<img src=x onerror=1>',
  '<image>',
  '<br>',
  '<pre>\n',
  '<div>',
  '</div>',
  '<li>',
  '<h1>',
  '<button>',
  '</button>',
  '<frameset>',
  '<body>',
  '<html lang=x>',
  '<head>',
  '<x-a>',
  '</x-a>',
  '<nobr>',
  '<font color=red>',
  'text',
  '&lt;img src=x onerror=1&gt;',
  '&amp;',
  '"',
  "'",
  '`',
  '\n',
  '\r',
  '\u0000',
  '\u00A0',
  '{',
  '}',
  '@import "x";',
  'url(x)',
  '\\3c',
  '/*',
  '*/',
  '<p title="</style><img src=x onerror=1>">',
  '<dialog open>',
  '<details>',
  '<summary>',
  '<ruby>',
  '<rt>',
  '<col>',
  '<input type=hidden>',
  '<hr>',
] as const;

describe('any page', () => {
  it('is read as the tree that was cleaned, with nothing that runs or asks', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
        const sanitized = sanitizeDocument(pieces.join(''), { resolve });
        if (!sanitized) return false;
        expect(escapesIn(sanitized.html)).toEqual([]);
        expect(isSameTree(parseHtml(sanitized.html), sanitized.tree)).toBe(true);
        return sanitize(sanitized.html).html === sanitized.html;
      }),
      { numRuns: 2000 },
    ));

  it('has styles without anything that loads', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'url(',
            'u\\72l(',
            '"',
            "'",
            ')',
            '(',
            '{',
            '}',
            ';',
            '@import ',
            '@media ',
            '\\',
            '\n',
            '<',
            '</style>',
            'x',
            'a:',
            '/*',
            '*/',
            'image-set(',
            '<!--',
            '-->',
            'src(',
            '!',
            ' ',
            // Parts that become one token when what stands between them goes.
            'url',
            'image-set',
            'import',
            '@',
            '@x',
            '@x;',
            '@charset "x";',
            '("https://a.test/")',
            '"https://a.test/"',
            'url(a"b)',
            '"\n',
            '\\<',
            '1px',
            '#a',
          ),
          { maxLength: 25 },
        ),
        (pieces) => {
          const { html } = sanitize(`<style>${pieces.join('')}</style>`);
          expect(escapesIn(html)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    ));
});

test.each([
  [
    'the marks by which frameworks find elements in styles',
    '<style>[_ngcontent-a1]{color:red}</style><p _ngcontent-a1="">a',
    '<p _ngcontent-a1="">',
  ],
  ['no other names that begin so', '<p _other="">a', '<p>a'],
  ['where a box was scrolled to', '<div data-capture-scroll="0 70">a</div>', '<div data-capture-scroll="0 70">'],
])('keeps %s', (_, html, expected) => {
  expect(sanitize(html).html).toContain(expected);
});
