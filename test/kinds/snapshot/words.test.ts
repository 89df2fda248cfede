import { describe, expect, test } from 'vitest';
import { compileStory } from '../../../src/compiler/compileStory';
import { StoryError } from '../../../src/compiler/story/problem';
import { withoutMetadata } from '../../../src/kinds/snapshot/compile/withoutMetadata';
import { assetName, captureStory } from '../../support/captureStory';
import { makeFolder } from '../../support/folder';

const notes = { say: 'Say.', point: 'Point.' };
const VARIABLES = { variables: { user: { value: 'Ann Lee', open: true, description: 'Who.' } } };
const REPLACE = { 'Ana Kovač': '{{user}}', acme: 'example', 'DE12 3456': 'XX00 0000' };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

interface Page {
  readonly html: string;
  readonly steps?: readonly object[];
  readonly scene?: object;
  readonly assets?: Readonly<Record<string, Uint8Array>>;
  readonly capture?: (json: string) => string;
}

/** Returns what `check` is told of a story with a captured page: warnings, and texts to look for secrets in. */
async function noticesOf({ html, steps = [{}], scene = {}, assets = {}, capture = (json) => json }: Page): Promise<string> {
  const written = steps.map((each, at) => ({ title: 'Step', notes, ...(at === 0 && { state: 'home' }), ...each }));
  const files = captureStory([{ id: 'home', html }], { replace: REPLACE, ...scene, steps: written }, VARIABLES);
  const named = Object.fromEntries(Object.entries(assets).map(([name, bytes]) => [`shop/${name}`, bytes]));
  const folder = await makeFolder({ ...files, ...named, 'shop/capture.json': capture(files['shop/capture.json'] as string) });
  const { notices } = await compileStory(folder);
  return JSON.stringify([...notices.values()]);
}

/** Returns all that a story with a captured page publishes, as one text. */
async function publish({ html, steps = [{}], scene = {}, assets = {}, capture = (json) => json }: Page): Promise<string> {
  const written = steps.map((each, at) => ({ title: 'Step', notes, ...(at === 0 && { state: 'home' }), ...each }));
  const files = captureStory([{ id: 'home', html }], { replace: REPLACE, ...scene, steps: written }, VARIABLES);
  const named = Object.fromEntries(Object.entries(assets).map(([name, bytes]) => [`shop/${name}`, bytes]));
  const folder = await makeFolder({ ...files, ...named, 'shop/capture.json': capture(files['shop/capture.json'] as string) });
  const { story, assets: published } = await compileStory(folder);
  return [JSON.stringify(story), ...published.map(({ url, content }) => `${url}: ${Buffer.from(content).toString()}`)].join('\n');
}

async function problemsOf(page: Page): Promise<string> {
  try {
    await publish(page);
    return '';
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return error.problems.map(({ message }) => message).join('\n');
  }
}

const svg = (inner: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`);
const drawing = (inner: string): Page => {
  const bytes = svg(inner);
  return { html: `<img src="${assetName(bytes, 'svg')}">`, assets: { [assetName(bytes, 'svg')]: bytes } };
};

describe('words of the scene are replaced', () => {
  test.each([
    ['in classes', '<style>.acme-btn{color:red}</style><b class="acme-btn">x</b>', '.example-btn{color:red}', 'class="example-btn"'],
    ['in ids', '<style>#acme{color:red}</style><b id="acme">x</b>', '#example{color:red}', 'id="example"'],
    ['in escaped names', '<style>.\\61 cme{color:red}</style><b class="acme">x</b>', '.example{color:red}', 'class="example"'],
    ['in custom properties', '<style>b{--acme-x:red;color:var(--acme-x)}</style><b>x</b>', '--example-x:red', 'var(--example-x)'],
    [
      'in names of movements',
      '<style>@keyframes acme-in{from{opacity:0}}b{animation:acme-in 1s ease}</style><b>x</b>',
      '@keyframes example-in',
      'animation:example-in 1s ease',
    ],
    ['in layers', '<style>@layer acme,b;@layer acme{b{color:red}}</style><b>x</b>', '@layer example,b;', '@layer example{'],
    [
      'in fonts',
      '<style>b{font-family:acme Sans,serif}</style><b style="font-family:acme">x</b>',
      'example Sans,serif',
      'style="font-family:example"',
    ],
    [
      'in selectors of attributes',
      '<style>[data-brand=acme]{color:red}</style><b data-brand=acme>x</b>',
      '[data-brand=example]',
      'data-brand="example"',
    ],
    ['in names of attributes', '<style>[data-acme]{color:red}</style><b data-acme=1>x</b>', '[data-example]{', '<b data-example=""'],
    ['in names of elements', '<style>acme-b{color:red}</style><acme-b>x</acme-b>', 'example-b{color:red}', '<example-b>'],
    [
      'in references to drawings',
      '<svg><symbol id="acme-l"><path d="M0 0"/></symbol></svg><svg><use href="#acme-l"/></svg>',
      'id="example-l"',
      'href="#example-l"',
    ],
    [
      'in references to paint',
      '<svg><linearGradient id="acme-g"/><rect fill="url(#acme-g)"/></svg>',
      'id="example-g"',
      'url(&quot;#example-g&quot;)',
    ],
    ['around hidden letters', '<b>An<span style="display:none">zz</span>a Kovač</b>', 'Ann Lee', ''],
    ['in capitals', '<b>ANA KOVAČ of ACME</b>', '>Ann Lee of EXAMPLE<', ''],
    ['with marks of direction', '<b>\u2068Ana\u2069\u200E \u202AKo\u202Cvač</b>', 'Ann Lee', ''],
    ['with joiners', '<b>A\u034Fn\uFE0Fa\u180EKovač, Ana\u3164Kovač, Ana\u2800Kovač</b>', 'Ann Lee, Ann Lee, Ann Lee', ''],
    ['in full width', '<b>Ａｎａ Kovač</b>', 'Ann Lee', ''],
    ['with letters that are composed in part', '<b>Ana Kovac\u030C, Ana Kova\u010D</b>', 'Ann Lee, Ann Lee', ''],
    ['with other signs between', '<b id="Ana-Kovač" title="Ana+Kovač">Ana_Kovač</b>', 'id="Ann-Lee"', 'title="Ann Lee"'],
  ])('%s', async (_, html, one, other) => {
    const published = await publish({ html });
    expect(published).toContain(one);
    expect(published).toContain(other);
    expect(published.normalize('NFKC')).not.toMatch(/acme|Ana\b|Kovač/iu);
  });

  test('while steps find elements by the names that they had', async () => {
    const html = '<style>.acme-x{color:red}</style><p class=acme-x id=acme>One</p><p>Two</p>';
    expect(await publish({ html, steps: [{ highlight: ['#acme', 'css:p.acme-x:first-child'] }] })).toContain('"highlight":["1","1"]');
  });

  test('and parts of other words stay, and words of CSS', async () => {
    const html = '<style>p{align-items:normal;color:violet}.al{color:red}</style><p class="normal al">In America, also numeric</p>';
    const published = await publish({ html, scene: { replace: { Eric: 'Tom', Violet: 'Rose', Al: 'Bo' } } });
    expect(published).toContain('p{align-items:normal;color:violet}');
    expect(published).toContain('>In America, also numeric<');
  });

  test.each([
    ['references', '<text aria-label="Ana&#32;Kova&#x10D;" data-a="&#97;cme">x</text>'],
    ['CDATA', '<text>An<![CDATA[a Kova]]>č</text>'],
    ['a comment', '<text>An<!-- > -->a Kovač</text>'],
    ['parts', '<text>Ana <tspan>Ko</tspan>vač</text>'],
    ['an attribute with >', '<text data-x=">">Ana&#32;Kovač</text>'],
    ['styles with escapes', '<style>.\\61 cme{--x:"\\61 cme"}</style><text class="acme">x</text>'],
    ['what is about it', `<metadata>${Buffer.from('Ana Kovač').toString('base64')}</metadata><title>Acme</title><text>x</text>`],
  ])('in drawings with %s', async (_, inner) => {
    const published = await publish(drawing(inner));
    expect(published).not.toMatch(/Kova|acme|\\61|QW5hIEtvdm/iu);
    expect(published).toMatch(/capture-[\da-f]{8}\.svg: <svg [^]*<text/u);
  });

  test('in drawings by what has meaning in XML', async () => {
    expect(await publish({ ...drawing('<text>acme</text>'), scene: { replace: { acme: 'R&D <b>' } } })).toContain('>R&amp;D &lt;b&gt;<');
  });

  test('in the address, which is shown decoded and without names and keys', async () => {
    const address = 'https://bob:s3cr3t@xn--kova-jua.example/u/Ana%20Kova%C4%8D?next=%61cme&token=s3cr3t#access_token=s3cr3t';
    const published = await publish({ html: '<p>x', capture: (json) => json.replace('https://shop.example/home', address) });
    expect(published).toContain('"address":"kovač.example/u/{{user}}?next=example"');
    expect(published).not.toMatch(/s3cr3t|bob/u);
  });
});

describe('a form of a word that nothing replaces fails the build', () => {
  test.each([
    [
      'in an attribute, with escapes of addresses',
      '<style>b::after{content:attr(data-u)}</style><b data-u="/u/Ana%20Kova%C4%8D">x</b>',
      'the attribute data-u of <b>',
    ],
    [
      'in base64',
      `<style>b::after{content:attr(data-b)}</style><b data-b="${Buffer.from('Ana Kovač').toString('base64')}">x</b>`,
      'the attribute data-b of <b>',
    ],
    [
      'with escapes of JSON',
      '<style>b::after{content:attr(data-j)}</style><b data-j="{&quot;n&quot;:&quot;Ana Kova\\u010d&quot;}">x</b>',
      'the attribute data-j of <b>',
    ],
    [
      'with references that are escaped',
      '<style>b::after{content:attr(data-j)}</style><b data-j="Ana&amp;nbsp;Kova&amp;#269;">x</b>',
      'the attribute data-j of <b>',
    ],
    ['in a style, over several texts', '<style>b::after{content:"DE12" " 3456"}</style><b>x</b>', 'a style'],
    ['in a style, as a value', '<b style="--iban:DE12 3456">x</b>', 'the attribute style of <b>'],
    ['in a shape that is none', '<svg><path d="acme"/></svg>', 'the attribute d of <path>'],
    ['with a drawing between', '<b>An<svg><text>q</text></svg>a Kovač</b>', 'its text'],
    ['with a field between', '<b>An<textarea>zz</textarea>a Kovač</b>', 'its text'],
    ['from right to left', '<bdo dir=rtl>čavoK anA</bdo>', 'a <bdo>'],
    ['in the other order', '<p>Kovač, <b>Ana</b></p>', 'its text'],
    ['in a field and beside it', '<input value="Ana "><b>Kovač</b>', 'its text'],
    [
      'in slots',
      '<x-a><template shadowrootmode=open><slot name=b></slot> <slot name=a></slot></template><i slot=a>Kovač</i><i slot=b>Ana</i></x-a>',
      'what the page shows',
    ],
  ])('%s', async (_, html, place) => expect(await problemsOf({ html })).toContain(`in ${place}`));

  test('in a note of the scene, at its place', async () => {
    expect(await problemsOf({ html: '<p>x', steps: [{ title: 'Acme' }] })).toMatch(/steps\[0\]\.title: found "acme"/u);
    expect(await problemsOf({ html: '<p>x', steps: [{ title: 'Of macmee' }] })).toBe('');
  });
});

describe('a file is published only if a document shows it', () => {
  const assets = { [assetName(PNG)]: PNG };

  test.each([
    ['in a comment', `<!-- ${assetName(PNG)} --><p>x`, {}],
    ['in what is blurred', `<div id=s><img src="${assetName(PNG)}"></div>`, { blur: '#s' }],
    ['in a style of what is blurred', `<div id=s style="background:url(${assetName(PNG)})">x</div>`, { blur: '#s' }],
    ['in what is hidden', `<div id=s><img src="${assetName(PNG)}"></div>`, { hide: '#s' }],
  ])('not %s', async (_, html, step) => {
    expect(await publish({ html, assets, steps: [step] })).not.toMatch(/\.png/u);
  });

  test('and without what programs wrote into it', async () => {
    const chunk = (type: string, data: string): Buffer => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return Buffer.concat([length, Buffer.from(type + data), Buffer.alloc(4)]);
    };
    const bytes = Buffer.concat([PNG.subarray(0, 33), chunk('tEXt', 'Author\0acme Ana'), PNG.subarray(33)]);
    const published = await publish({ html: `<img src="${assetName(bytes)}">`, assets: { [assetName(bytes)]: bytes } });
    expect(published).toMatch(/capture-[\da-f]{8}\.png: .PNG/u);
    expect(published).not.toMatch(/acme|tEXt/u);
  });
});

describe('what is blurred or hidden is in no published file', () => {
  const inside: readonly (readonly [string, string])[] = [
    ['texts and labels', '<p title=SECRET aria-label=SECRET>SECRET</p><textarea placeholder=SECRET>SECRET</textarea>'],
    ['dates and notes', '<time datetime="1980-SECRET">x</time><table summary=SECRET><tr><th abbr=SECRET>x</table>'],
    ['names', '<i class="a-SECRET" id=SECRET part=SECRET slot=SECRET lang=SECRET>x</i><label for=SECRET>x</label>'],
    ['choices', '<select><option value=SECRET label=SECRET selected>SECRET</select><input type=radio name=SECRET value=SECRET>'],
    [
      'amounts',
      '<input type=range min=4711 max=4712 value=4711><meter min=0 high=4711 max=9999 value=4711></meter><progress max=4711 value=1>',
    ],
    ['attributes of elements of the author’s own', '<x-a owner=SECRET data-o=SECRET>x</x-a>'],
    ['drawings', '<svg viewBox="0 0 9 9"><path d="M0 4711 L9 4711"/><polyline points="0,4711"/><text>SECRET</text></svg>'],
    ['styles of an attribute', `<b style="--b:'SECRET';--c:4711;background:url(${assetName(PNG)})">x</b>`],
    ['styles of its own', '<style>#s b::after{content:"SECRET"}#s i{color:red}</style><b>x</b>'],
    ['shadow roots', '<x-a><template shadowrootmode=open><b title=SECRET>SECRET</b></template></x-a>'],
    ['pictures', `<img src="${assetName(PNG)}" alt=SECRET>`],
  ];
  const page = '<style>[owner],[data-o]{}#s::before{content:"SECRET"}@media all{#s b:hover::before{content:"SECRET"}}</style>';

  test.each(inside.flatMap(([name, html]) => ['blur', 'hide'].map((field) => [name, field, html] as const)))(
    '%s (%s)',
    async (_, field, html) => {
      const assets = { [assetName(PNG)]: PNG };
      const published = await publish({ html: `${page}<div id=s>${html}<b>x</b></div>`, assets, steps: [{ [field]: '#s' }] });
      expect(published).not.toMatch(/SECRET|4711|\.png/u);
    },
  );

  test('while its place, its size and its styles stay', async () => {
    const html =
      '<style>.box{color:red}#s[data-open=yes]{top:0}</style><div id=s class="box other" data-open=yes style="width:40px;--w:3px">' +
      '<style>b{color:blue}</style><td colspan=2><b>x</b><svg viewBox="0 0 9 9" width=9><path d="M0 0"/></svg></div>';
    const published = await publish({ html, steps: [{ blur: '#s' }] });
    expect(published).toMatch(/<div id="s" class="box" data-open="yes" style="[^"]*width:40px;--w:3px"/u);
    expect(published).toContain('<style>b{color:blue}</style>');
    expect(published).toMatch(/<svg viewBox="0 0 9 9" width="9"><rect width="100%"/u);
  });

  test('and later steps still find it', async () => {
    const html = '<div id=s><input id=i value=SECRET></div>';
    const published = await publish({ html, steps: [{ blur: '#s' }, { highlight: '#s', type: { '#i': 'abc' } }] });
    expect(published).not.toMatch(/SECRET|id="/u);
    expect(published).toContain('"value":"abc"');
  });

  test('and pictures that others show too stay', async () => {
    const html = `<style>.p{background:url(${assetName(PNG)})}</style><p class=p id=s>x</p><p class=p>y</p>`;
    expect(await publish({ html, assets: { [assetName(PNG)]: PNG }, steps: [{ blur: '#s' }] })).toContain('.png');
  });
});

describe('what the page does not show is not published', () => {
  test.each([
    ['values that forms send', '<button value=SECRET>x</button><select><option value=SECRET>x</select><input type=checkbox value=SECRET>'],
    ['data', '<data value=SECRET>x</data>'],
    ['passwords that are shown as dots', '<input type=text style="-webkit-text-security:disc" value=SECRET>'],
    [
      'passwords, cards and codes by their kind',
      ['current-password', 'cc-number', 'one-time-code'].map((kind) => `<input autocomplete="${kind}" value=SECRET>`).join(''),
    ],
    ['hidden elements', '<div hidden>SECRET <b title=SECRET>x</b></div>'],
    ['hidden fields with several lines', '<textarea style="display:none">SECRET</textarea>'],
    ['texts for browsers without scripts', '<head><noscript>SECRET</noscript></head><noscript><b>SECRET</b></noscript><p>x'],
    ['values that no style reads', '<style>[data-token],[token]{color:red}</style><b data-token=SECRET>x</b><x-a token=SECRET>x</x-a>'],
    ['the length of a password', '<input type=password value="SECRET SECRET SECRET">'],
  ])('%s', async (_, html) => {
    const published = await publish({ html });
    expect(published).not.toMatch(/SECRET|•{9}/u);
  });

  test('but what a style shows although it says it is hidden', async () => {
    const html =
      '<style>.flex{display:flex}</style><div hidden class=flex>Shown</div>' +
      '<svg style="display:none"><symbol id=a><path d="M0 0"/></symbol></svg>';
    const published = await publish({ html });
    expect(published).toContain('>Shown<');
    expect(published).toContain('<symbol id="a"><path d="M0 0">');
  });
});

describe('check is told', () => {
  const warns = 'is taken out of the captured page “home” here, and published nevertheless, in';

  test.each([
    [
      'what is blurred and in a label',
      { html: '<div id=s>SECRET</div><button aria-label="copy SECRET">x</button>', steps: [{ blur: '#s' }] },
      'aria-label',
    ],
    [
      'what is blurred and in the title',
      { html: '<div id=s>SECRET</div>', steps: [{ blur: '#s' }], capture: (json: string) => json.replace('Page home', 'SECRET - Bank') },
      'the title of the page',
    ],
    ['what is blurred and on the page again', { html: '<p id=s>SECRET 9</p><p>SECRET 9</p>', steps: [{ blur: '#s' }] }, 'its text'],
    [
      'what the first step replaces and a style says',
      { html: '<style>b::after{content:"SECRET"}</style><b>SECRET</b>', steps: [{ replace: { SECRET: 'x' } }] },
      'a style',
    ],
    [
      'what the first step replaces in an element that has a label too',
      { html: '<b id=s aria-label=SECRET>SECRET</b>', steps: [{ replace: { '#s': 'x' } }] },
      'aria-label',
    ],
    ['what the first step replaces and a drawing says', { ...drawing('<text>SECRET</text>'), steps: [{ replace: { x: 'y' } }] }, ''],
  ])('%s', async (_, page, place) => {
    const html = place === '' ? `${page.html}<b>SECRET</b>` : page.html;
    const steps = place === '' ? [{ replace: { SECRET: 'x' } }] : page.steps;
    const found = await noticesOf({ ...page, html, steps });
    expect(found).toContain(warns);
    expect(found).toContain(place);
  });

  test('nothing of words that are only blurred, and of common words', async () => {
    expect(await noticesOf({ html: '<p id=s>Account 9</p><p>Account</p>', steps: [{ blur: '#s' }] })).not.toContain(warns);
  });

  test('all texts in which a secret may be', async () => {
    const capture = (json: string): string => json.replace('Page home', 'KEY-1').replace('/home"', '/?q=KEY-2"');
    const page = drawing('<text>KEY-3</text>');
    const html = `${page.html}<p style="--k:'KEY-4'">x</p><svg><path d="KEY-5"/></svg>`;
    const found = await noticesOf({ ...page, html, capture });
    for (const key of ['KEY-1', 'KEY-2', 'KEY-3', 'KEY-4', 'KEY-5']) expect(found).toContain(key);
  });
});

test.each([
  ['upright', 1, 0],
  ['turned', 6, 36],
])('a photograph is published without camera data, and %s as it was', async (_, orientation, length) => {
  const entries = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0x01, 0x0f, 0, 2, 0, 0, 0, 5, 0, 0, 0, 38];
  const exif = Buffer.from([...Buffer.from('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 2, ...entries, 0, 0, 0, 0, ...Buffer.from('acme\0')]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]);
  const rest = Buffer.from([0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9]);
  const bytes = Buffer.concat([head, Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif, Buffer.from([0xff, 0xfe, 0, 4, 65, 66]), rest]);
  const clean = Buffer.from(withoutMetadata(bytes, 'jpg'));
  expect(clean.length).toBe(head.length + length + rest.length);
  expect(clean.toString('latin1')).not.toMatch(/acme|AB/u);
  if (length > 0) expect(clean.subarray(head.length).toString('hex')).toContain('01120003000000010006');
});

test('pictures in drawings are published without what programs wrote into them, and nothing that is no picture', async () => {
  const note = Buffer.concat([PNG.subarray(0, 33), Buffer.from([0, 0, 0, 4]), Buffer.from('tEXtacme\0\0\0\0'), PNG.subarray(33)]);
  const published = await publish(
    drawing(`<image href="data:image/png;base64,${note.toString('base64')}"/><image href="data:image/png,Ana%20Kova%C4%8D"/>`),
  );
  expect(published).toContain(`data:image/png;base64,${PNG.toString('base64')}`);
  expect(published).not.toMatch(/Ana|tEXt/u);
});
