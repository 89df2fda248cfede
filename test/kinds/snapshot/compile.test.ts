import fc from 'fast-check';
import { expect, describe, it, test } from 'vitest';
import { compileStory } from '../../../src/compiler/compileStory';
import { StoryError } from '../../../src/compiler/story/problem';
import { textOf, parseHtml } from '../../../src/kinds/snapshot/compile/sanitize/htmlTree';
import type { SnapshotScene } from '../../../src/kinds/snapshot/scene';
import { assetName, captureStory } from '../../support/captureStory';
import { makeFolder } from '../../support/folder';

const notes = { say: 'Say.', point: 'Point.' };
const step = (fields: object, title = 'Step'): object => ({ title, notes, ...fields });
const VARIABLES = { variables: { user: { value: 'Ann Lee', open: true, description: 'Who.' } } };
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

type Files = Readonly<Record<string, string | Uint8Array>>;

async function compile(
  files: Files,
): Promise<{ scene: SnapshotScene; documents: readonly string[]; published: string; notices: readonly string[] }> {
  const folder = await makeFolder(files);
  const { story, assets, notices } = await compileStory(folder);
  const texts = assets.map(({ content }) => Buffer.from(content).toString());
  return {
    scene: story.scenes[0] as SnapshotScene,
    documents: assets.flatMap(({ url }, at) => (url.endsWith('.txt') ? [texts[at]!] : [])),
    published: [JSON.stringify(story), ...texts].join('\n'),
    notices: [...notices.values()].flatMap(({ warnings }) => warnings.map(({ message }) => message)),
  };
}

async function problems(files: Files): Promise<readonly string[]> {
  try {
    await compile(files);
    return [];
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

const page = (html: string, steps: readonly object[] = [{}], scene: object = {}): Files =>
  captureStory(
    [{ id: 'home', html }],
    { steps: steps.map((each, at) => step(at === 0 ? { state: 'home', ...each } : each)), ...scene },
    VARIABLES,
  );

describe('words of the scene', () => {
  const replace = { 'Ana Kovač': '{{user}}', 'acme.io': 'acme.example' };

  test.each([
    ['in a text', '<p>Hello Ana Kovač!</p>', 'Hello Ann Lee!'],
    ['with references', '<p>Ana&#32;Kova&#269;</p>', 'Ann Lee'],
    ['with a fixed space', '<p>Ana&nbsp;Kovač</p>', 'Ann Lee'],
    ['with a line break', '<p>Ana\n    Kovač</p>', 'Ann Lee'],
    ['across elements', '<p><b>Ana</b> <i>Ko<u>vač</u></i></p>', 'Ann Lee'],
    ['across table cells', '<table><tr><td>Ana</td><td>Kovač</td></tr></table>', 'Ann Lee'],
    ['with a soft hyphen', '<p>Ana Ko&shy;vač</p>', 'Ann Lee'],
    ['with a place to break', '<p>Ana Ko<wbr>vač</p>', 'Ann Lee'],
    ['with a decomposed letter', '<p>Ana Kovac\u030C</p>', 'Ann Lee'],
    ['inside of an address', '<p>ana@acme.io</p>', 'ana@acme.example'],
    ['in a shadow root', '<x-a><template shadowrootmode=open><p>Ana Kovač</p></template></x-a>', 'Ann Lee'],
    ['around a shadow root', '<p>Ana <x-a><template shadowrootmode=open>★</template></x-a>Kovač</p>', 'Ann Lee'],
  ])('are replaced %s', async (_, html, text) => {
    const { documents, published } = await compile(page(html, [{}], { replace }));
    expect(textOf(parseHtml(documents[0]!))).toContain(text);
    expect(published.normalize('NFC')).not.toMatch(/Ana|Kova|acme\.io/u);
  });

  test.each(['alt', 'title', 'aria-label', 'placeholder', 'value', 'class', 'data-x'])('are replaced in the attribute %s', async (name) => {
    const html = `<style>[data-x]{color:red}</style><input ${name}="Ana  Kovač"><img ${name}="Ana Kovač">`;
    const { published } = await compile(page(html, [{}], { replace }));
    expect(published).not.toMatch(/Ana|Kova/u);
  });

  test('are replaced in styles, in drawings, in the page’s title and in its address', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>Ana Kovač</text></svg>');
    const html = `<title>Ana Kovač</title><style>p::after{content:"Ana Kovač"}</style><img src="${assetName(svg, 'svg')}"><p>x`;
    const files = page(html, [{}], { replace });
    const capture = (files['shop/capture.json'] as string)
      .replace('Page home', 'Ana Kovač')
      .replace('shop.example/home', 'acme.io/Ana Kovač');
    const { scene, published } = await compile({ ...files, 'shop/capture.json': capture, [`shop/${assetName(svg, 'svg')}`]: svg });
    expect(published).not.toMatch(/Ana|Kova|acme\.io/u);
    expect(scene.states[0]).toMatchObject({ title: '{{user}}', address: 'acme.example/{{user}}' });
    expect(published).toContain('<text>Ann Lee</text>');
  });

  test('are replaced in names, so that styles still fit', async () => {
    const html =
      '<style>.acme-box #acme,acme-card[data-acme]{color:red;--acme:1;font-family:acme}</style><div class="acme-box">' +
      '<p id=acme><acme-card data-acme=1>x</acme-card><svg><use href="#acme"/><path fill="url(#acme)"/></svg></div>';
    const { documents, published } = await compile(page(html, [{}], { replace: { acme: 'My Shop' } }));
    expect(published).not.toContain('acme');
    expect(documents[0]).toMatch(/<style>\.My-Shop-box #My-Shop,my-shop-card\[data-My-Shop\]\{/u);
    expect(documents[0]).toMatch(/<div class="My-Shop-box">\s*<p id="My-Shop">/u);
  });

  test.each(['fill', 'mask', 'color', 'stop-color', 'flood-color', 'lighting-color'])(
    'take nothing from the address in %s, which could ask for something',
    async (name) => {
      const { scene, published } = await compile(page(`<svg><rect ${name}="Ana Kovač"/></svg><p>Ana Kovač`, [{}], { replace }));
      expect(published).not.toMatch(/Kova/u);
      expect(scene.states[0]!.filled).toEqual([expect.objectContaining({ child: 0 })]);
    },
  );

  test('are swapped in one pass', async () => {
    const { documents } = await compile(page('<p>Ana and Eva</p>', [{}], { replace: { Ana: 'Eva', Eva: 'Ana' } }));
    expect(documents[0]).toContain('<p>Eva and Ana</p>');
  });

  test('keep variables of the address, and references that the page itself shows', async () => {
    const { scene, documents } = await compile(page('<p>Ana Kovač writes {{user}}</p>', [{}], { replace }));
    expect(documents[0]).toMatch(/<p data-snapshot="1">Ann Lee writes \{\{user\}\}<\/p>/u);
    expect(scene.states[0]!.filled).toEqual([{ at: '1', child: 0, text: '{{user}} writes \\{{user}}' }]);
  });

  it('are in no text, however they are cut', async () => {
    const gap = fc.constantFrom('', '<b>', '</b>', '<i></i>', '&shy;', '\u200B');
    const space = fc.constantFrom(' ', '\n', '&nbsp;', '&#x20;', ' <br> ', '</p><p>', '\t');
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { minLength: 8, maxLength: 8 }), space, async (gaps, between) => {
        const cut = (word: string, from: number): string => Array.from(word, (each, at) => each + gaps[(at + from) % 8]!).join('');
        const { published } = await compile(page(`<p>${cut('Ana', 0)}${between}${cut('Kova\u010D', 3)}</p>`, [{}], { replace }));
        const plain = published.replaceAll(/<[^>]*>|[\u00AD\u200B]/gu, '');
        expect(plain).not.toMatch(/Ana\s*Kova/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe('steps', () => {
  const HTML =
    '<h1>Basket</h1><label for=v>Voucher</label><input id=v><p id=t>Total <b>€ 48</b></p><aside>Account <b>DE12 3456</b></aside>';

  test('change what they name, and what changed stays', async () => {
    const { scene } = await compile(
      page(HTML, [{}, { replace: { '€ 48': '€ 43' } }, { type: { Voucher: 'SPRING' } }, { hide: 'h1', highlight: ['€ 43', '#v'] }]),
    );
    const [first, second, third, fourth] = scene.steps.map(({ patches }) => patches);
    expect(first).toEqual([]);
    expect(second).toEqual([{ at: expect.any(String), child: 0, text: '€ 43' }]);
    expect(third).toEqual([...second!, { at: expect.any(String), name: 'value', value: 'SPRING' }]);
    expect(fourth).toEqual([...third!, { at: expect.any(String), hide: true }]);
    expect(scene.steps[2]!.typed).toEqual([{ patch: 1, times: expect.any(Array) }]);
    expect(scene.steps[2]!.typed![0]!.times).toHaveLength(6);
    expect(scene.steps[3]!.highlight).toHaveLength(2);
  });

  test('are in the document if they are the first of their state', async () => {
    const { scene, documents, published } = await compile(page(HTML, [{ replace: { '€ 48': '€ 43' }, hide: 'aside' }]));
    expect(documents[0]).toContain('€ 43');
    expect(published).not.toMatch(/€ 48|DE12/u);
    expect(scene.steps[0]!.patches).toEqual([]);
  });

  test('blur without publishing what is below, whichever step says so', async () => {
    const html = `${HTML}<figure id=f><img src="${assetName(PNG)}" alt="A secret plan"></figure>`;
    const files = { ...page(html, [{}, { blur: ['aside b', '#f'] }]), [`shop/${assetName(PNG)}`]: PNG };
    const { published, documents } = await compile(files);
    expect(published).not.toMatch(/DE12|secret plan/u);
    expect(documents[0]).toMatch(/<b style="filter:blur\(6px\)/u);
    expect(documents[0]).not.toContain('<img src');
  });

  test('are read: first the page, then what is new', async () => {
    const { scene } = await compile(page(HTML, [{}, { replace: { '€ 48': '€ 43' } }, { type: { '#v': 'SPRING' } }]));
    expect(scene.steps.map(({ lines }) => lines)).toEqual([
      ['Basket', 'Voucher', 'Total € 48', 'Account DE12 3456'],
      ['Total € 43'],
      ['SPRING'],
    ]);
  });

  test('find elements in shadow roots, and name texts there', async () => {
    const html = '<x-a id=a><template shadowrootmode=open><p class=n>One</p>Two</template>Light</x-a>';
    const { scene, documents } = await compile(page(html, [{}, { replace: { '.n': 'Uno', Two: 'Due' }, pointer: 'x-a' }]));
    expect(scene.steps[1]!.patches).toEqual([
      { at: '1>2', child: 0, text: 'Uno' },
      { at: '1>', child: 1, text: 'Due' },
    ]);
    expect(documents[0]).toContain('<x-a id="a" data-snapshot="1"><template shadowrootmode="open"><p class="n" data-snapshot="2">');
  });

  test('mask what is typed into a password', async () => {
    const { published } = await compile(page('<input type=password id=p>', [{ type: { '#p': 'hunter2' } }]));
    expect(published).not.toContain('hunter2');
  });
});

describe('a name', () => {
  const items = Array.from({ length: 30 }, (_, at) => `<li class=item>Item ${at}</li>`).join('');
  const HTML = `<h1 id=heading>Basket</h1><button class="primary pay">Pay now</button><ul>${items}</ul>`;

  test.each([
    [
      { highlight: '#headin' },
      'found "#headin", which is no element of state "home", expected a selector or words of an element. Did you mean "#heading"?',
    ],
    [{ pointer: '.pary' }, '".pary", which is no element of state "home"'],
    [{ pointer: 'Pay mow' }, 'Did you mean "Pay now"?'],
    [
      { hide: '.item' },
      '".item", which is 30 elements of state "home", expected a selector or words of one element, such as "li:nth-child(1)"',
    ],
    [{ scroll: 'Item' }, '"Item", which is 30 elements'],
    [{ highlight: 'p[' }, '"p[", which is no element'],
    [{ state: 'hone' }, 'found "hone", expected a state of the capture: home. Did you mean "home"?'],
  ])('that does not fit one element is an error: %j', async (fields, message) => {
    const found = await problems(page(HTML, [fields]));
    expect(found.join('\n')).toContain(message);
  });

  test.each([
    ['Pay now', 'button'],
    ['words: Pay now', 'button'],
    ['css:.pay', 'button'],
    ['li:nth-child(3)', 'li'],
    ['Item 29', 'li'],
  ])('may be a selector or words: %s', async (name, tag) => {
    const { documents } = await compile(page(HTML, [{ pointer: name }]));
    expect(documents[0]).toMatch(new RegExp(`<${tag}[^>]*data-snapshot="1"`, 'u'));
  });

  test('may be an attribute for tests that no style of the page names, whose value is not published', async () => {
    const html = '<button data-testid="pay-now" data-order="4711">Pay</button>';
    const { documents, published } = await compile(page(html, [{ pointer: '[data-testid=pay-now]' }]));
    expect(documents[0]).toMatch(/<button[^>]*data-snapshot="1"/u);
    expect(published).not.toMatch(/pay-now"|4711/u);
    expect(documents[0]).not.toContain('data-order');
  });
});

describe('a capture that is not one', () => {
  const good = page('<p>x');
  const withCapture = (change: (capture: Record<string, unknown>) => unknown): Files => ({
    ...good,
    'shop/capture.json': JSON.stringify(change(JSON.parse(good['shop/capture.json'] as string) as Record<string, unknown>)),
  });
  const without = (name: string): Files => Object.fromEntries(Object.entries(good).filter(([each]) => each !== name));

  test.each([
    ['no folder', { 'story.json': good['story.json']!, 'shop.json': good['shop.json']! }, 'capture: found "shop/capture.json"'],
    ['cut off', { ...good, 'shop/capture.json': '{ "version": 1, "stat' }, 'shop/capture.json, which is no JSON; it may be cut off'],
    ['of another version', withCapture((each) => ({ ...each, version: 2 })), 'of version 2, expected version 1'],
    ['without states', withCapture((each) => ({ ...each, states: [] })), 'whose field states is not valid'],
    [
      'with a page elsewhere',
      withCapture((each) => ({ ...each, states: [{ id: 'home', file: '../../x.html' }] })),
      'whose field states[0].file is not valid',
    ],
    [
      'with two states of a name',
      withCapture((each) => ({ ...each, states: [0, 1].map(() => ({ id: 'home', file: 'home.html' })) })),
      'two states called "home"',
    ],
    ['without a page', without('shop/home.html'), 'found "shop/home.html"'],
    [
      'with a picture as page',
      { ...good, 'shop/home.html': PNG },
      'shop/home.html, a PNG picture, which state "home" names, expected a page in HTML',
    ],
    ['with a text as page', { ...good, 'shop/home.html': 'nothing' }, 'a text without any tag'],
    ['with an empty page', { ...good, 'shop/home.html': '' }, 'a text without any tag'],
    ['with 50 MB', { ...good, 'shop/home.html': Buffer.alloc(50_000_000, '<p>x</p>') }, 'with 50.0 MB'],
    ['in an unknown charset', { ...good, 'shop/home.html': '<meta charset="utf-7"><p>x' }, 'in the unknown charset "utf-7"'],
    [
      'that is not in its charset',
      { ...good, 'shop/home.html': Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe, 0x41]) },
      'which is not in its charset, utf-8',
    ],
    ['without a picture', page('<img src="assets/0123456789abcdef.png">'), '0123456789abcdef.png'],
    [
      'with another picture',
      { ...page('<img src="assets/0123456789abcdef.jpg">'), 'shop/assets/0123456789abcdef.jpg': PNG },
      'in the format PNG',
    ],
    [
      'with no picture',
      { ...page('<img src="assets/0123456789abcdef.png">'), 'shop/assets/0123456789abcdef.png': 'x' },
      'neither a picture nor a font',
    ],
  ] as const)('is an error: %s', async (_, files, message) => expect((await problems(files)).join('\n')).toContain(message));

  test.each([
    ['windows-1252', Buffer.from('<meta charset="windows-1252"><p>Caf\u00E9', 'latin1'), 'Café'],
    ['utf-16', Buffer.from('\uFEFF<p>Café', 'utf16le'), 'Café'],
    ['utf-8 with its mark', Buffer.from('\uFEFF<p>Café'), 'Café'],
    ['shift_jis', Buffer.concat([Buffer.from('<meta charset=shift_jis><p>'), Buffer.from([0x93, 0xfa])]), '日'],
  ])('is read in its charset: %s', async (_, html, text) => {
    const { documents } = await compile({ ...good, 'shop/home.html': html });
    expect(documents[0]).toContain(text);
  });
});

describe('what the author should look at', () => {
  test('is what a page asked for, real addresses, and steps that look the same', async () => {
    const html = '<img src="https://cdn.test/a.png"><p>ana@acme.io, ann@example.com, eva@shop.test</p><iframe></iframe>';
    const { notices } = await compile(page(html, [{}, {}]));
    expect(notices).toHaveLength(3);
    expect(notices[0]).toContain('1 request to another site, 1 frame');
    expect(notices[1]).toContain('“ana@acme.io”, an address at a real domain');
    expect(notices[2]).toContain('shows the same as the step before');
  });
});

test.each([
  '<p>Open assets/index.js</p>',
  '<a href="/assets/app.js">x</a><a href="assets/0123456789abcdef.png">y</a>',
  '<a href="https://site.example/assets/paper.pdf">x</a><!-- assets/a.png -->',
  '<style>/* assets/b.png */p::after{content:"assets/c.png"}</style><p title="assets/d.png">x',
])('names of files that a page does not ask for are no files of the capture: %s', async (html) =>
  expect(await problems(page(html))).toEqual([]),
);

test('files that a page asks for must be there, wherever it does', async () => {
  const html =
    '<img src=assets/a.png><svg><image href="./assets/b.png"/></svg><style>p{background:url("assets/c.png")}</style>' +
    '<p style="cursor:url(assets/d.png)">x<x-a><template shadowrootmode=open>' +
    '<style>p{background:u\\72l(assets/e.png)}</style></template></x-a>';
  const found = await problems(page(html));
  for (const name of 'abcde')
    expect(
      found.some((each) => each.includes(`shop/assets/${name}.png`)),
      name,
    ).toBe(true);
});

test.each([{}, { replace: { acme: 'x' } }])('a drawing without words builds: %j', async (scene) => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>');
  const name = assetName(svg, 'svg');
  expect(await problems({ ...page(`<img src="${name}">`, [{}], scene), [`shop/${name}`]: svg })).toEqual([]);
});

test('a picture is published once, for all states that show it', async () => {
  const html = `<img src="${assetName(PNG)}"><p style="background:url(${assetName(PNG)})">x`;
  const files = captureStory(
    [
      { id: 'a', html },
      { id: 'b', html: `${html}y` },
    ],
    {},
    {},
    [PNG],
  );
  const { assets } = await compileStory(await makeFolder(files));
  expect(assets.map(({ url }) => url.replace(/-[\da-f]{8}/u, '')).toSorted()).toEqual([
    './assets/capture-a.txt',
    './assets/capture-b.txt',
    './assets/capture.png',
  ]);
});
