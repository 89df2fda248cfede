import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import UPNG from 'upng-js';
import { expect, test } from 'vitest';
import { slideSize, type Slide, type SlideDeck } from '../../../src/export/pptx/slideDeck';
import { writeDeck } from '../../../src/export/pptx/writeDeck';
import { palettes } from '../../../src/styles/palette';
import { makeFolder } from '../../support/folder';
import { elementsOf, openOfficePackage, type OfficePackage } from '../../support/officePackage';

const PICTURES = [10, 20, 30].map((red) => new Uint8Array(UPNG.encode([Uint8Array.of(red, 0, 0, 255).buffer], 1, 1, 0)));

/** Writes a deck with these slides, in sections of two, and opens it with another library. */
async function write(
  slides: readonly Partial<Slide>[],
  fields: Partial<SlideDeck> = {},
): Promise<OfficePackage & { readonly file: string }> {
  const folder = await makeFolder(Object.fromEntries(PICTURES.map((png, index) => [`${index}.png`, png])));
  const file = path.join(folder, 'deck.pptx');
  const complete = slides.map((slide, index) => ({
    title: `Title ${index}`,
    notes: [`Note ${index}`],
    altText: `Text ${index}`,
    picture: path.join(folder, `${index % PICTURES.length}.png`),
    ...slide,
  }));
  const sections = [complete.slice(0, 2), complete.slice(2)].filter(({ length }) => length > 0);
  const handle = await open(file, 'w');
  await writeDeck(handle, {
    title: 'Deck',
    author: 'Ann',
    lang: 'en',
    size: { width: 1920, height: 1080 },
    theme: 'dark',
    palette: palettes.dark,
    sections: sections.map((each, index) => ({ title: `Section ${index}`, slides: each })),
    ...fields,
  });
  await handle.close();
  return { ...(await openOfficePackage(file)), file };
}

/** Returns the paths of the slides in the order in which they are shown. */
async function slidePaths(deck: OfficePackage): Promise<readonly string[]> {
  const presentation = 'ppt/presentation.xml';
  const targets = await deck.relationships(presentation);
  return elementsOf(await deck.xml(presentation), 'p:sldId').map(({ attributes }) => targets.get(attributes['r:id']!)!);
}

async function readSlide(deck: OfficePackage, slide: string) {
  const xml = await deck.xml(slide);
  const targets = await deck.relationships(slide);
  const title = elementsOf(xml, 'p:sp').find((shape) => elementsOf(shape, 'p:ph')[0]?.attributes['type'] === 'title')!;
  const [picture] = elementsOf(xml, 'p:pic');
  const notesPath = [...targets.values()].find((target) => target.includes('notesSlide'));
  const notes = notesPath === undefined ? [] : elementsOf(await deck.xml(notesPath), 'a:p').map(({ text }) => text);
  return {
    title: elementsOf(title, 'a:t').map(({ text }) => text),
    altText: elementsOf(picture!, 'p:cNvPr')[0]!.attributes['descr'],
    picture: await deck.read(targets.get(elementsOf(picture!, 'a:blip')[0]!.attributes['r:embed']!)!),
    notes,
  };
}

test('each slide has its title, picture with alternative text, and notes', async () => {
  const deck = await write([{ notes: ['One.', 'Two.'] }, { notes: [] }, { altText: 'a\nb' }]);
  const slides = await Promise.all((await slidePaths(deck)).map((slide) => readSlide(deck, slide)));
  expect(slides).toEqual([
    { title: ['Title 0'], altText: 'Text 0', picture: PICTURES[0], notes: ['One.', 'Two.'] },
    { title: ['Title 1'], altText: 'Text 1', picture: PICTURES[1], notes: [] },
    { title: ['Title 2'], altText: 'a\nb', picture: PICTURES[2], notes: ['Note 2'] },
  ]);
});

test('the picture fills the slide and lies over the title, which is read first', async () => {
  const deck = await write([{}]);
  const [slide = ''] = await slidePaths(deck);
  const [tree] = elementsOf(await deck.xml(slide), 'p:spTree');
  expect(tree!.children.map(({ name }) => name)).toEqual(['p:nvGrpSpPr', 'p:grpSpPr', 'p:sp', 'p:pic']);
  const [extent] = elementsOf(elementsOf(tree!, 'p:pic')[0]!, 'a:ext');
  const [size] = elementsOf(await deck.xml('ppt/presentation.xml'), 'p:sldSz');
  expect(extent!.attributes).toEqual({ cx: '12192000', cy: '6858000' });
  expect(size!.attributes).toEqual(extent!.attributes);
});

test('every part has a content type, every content type a part, and every relationship leads to a part', async () => {
  const deck = await write([{}, { notes: [] }, {}]);
  const types = await deck.xml('[Content_Types].xml');
  const named = elementsOf(types, 'Override').map(({ attributes }) => attributes['PartName']!.slice(1));
  const extensions = elementsOf(types, 'Default').map(({ attributes }) => attributes['Extension']!);
  const parts = deck.paths.filter((each) => each !== '[Content_Types].xml');
  // `xml` alone means nothing to a reader: each such part has a type of its own.
  expect(named.toSorted()).toEqual(parts.filter((each) => each.endsWith('.xml')).toSorted());
  expect(parts.filter((each) => !extensions.includes(each.split('.').at(-1)!))).toEqual([]);
  const reached = new Set(['']);
  for (const part of reached) for (const target of (await deck.relationships(part)).values()) reached.add(target);
  const all = parts.filter((each) => !each.endsWith('.rels'));
  expect([...reached].filter((each) => each !== '').toSorted()).toEqual(all.toSorted());
  for (const part of all.filter((each) => each.endsWith('.xml'))) {
    const ids = await deck.relationships(part);
    const used = JSON.stringify(await deck.xml(part)).matchAll(/"r:(?:id|embed)":"([^"]+)"/gu);
    expect([...used].map(([, id = '']) => ids.get(id)).includes(undefined), part).toBe(false);
  }
});

test('no two slides, masters and layouts have the same id, nor two shapes of a part', async () => {
  const deck = await write([{}, {}, {}]);
  const ids: string[] = [];
  for (const part of deck.paths.filter((each) => /^ppt\/.*\.xml$/u.test(each))) {
    const xml = await deck.xml(part);
    const shapes = elementsOf(xml, 'p:cNvPr').map(({ attributes }) => attributes['id']);
    expect(new Set(shapes).size, part).toBe(shapes.length);
    for (const name of ['p:sldId', 'p:sldMasterId', 'p:sldLayoutId'])
      ids.push(...elementsOf(xml, name).map(({ attributes }) => attributes['id']!));
  }
  expect(ids.toSorted()).toEqual(['2147483648', '2147483649', '256', '257', '258']);
});

test('sections have the slides in order', async () => {
  const deck = await write([{}, {}, {}]);
  const sections = elementsOf(await deck.xml('ppt/presentation.xml'), 'p14:section');
  expect(sections.map((each) => elementsOf(each, 'p14:sldId').map(({ attributes }) => attributes['id']))).toEqual([
    ['256', '257'],
    ['258'],
  ]);
  expect(sections.map(({ attributes }) => attributes['name'])).toEqual(['Section 0', 'Section 1']);
  expect(new Set(sections.map(({ attributes }) => attributes['id'])).size).toBe(2);
});

test('properties name title, author and language; without an author there is none', async () => {
  const properties = async (deck: OfficePackage) => (await deck.xml('docProps/core.xml')).children.map(({ name, text }) => [name, text]);
  expect(await properties(await write([{}], { lang: 'zh-Hant' }))).toEqual([
    ['dc:title', 'Deck'],
    ['dc:creator', 'Ann'],
    ['dc:language', 'zh-Hant'],
  ]);
  expect((await properties(await write([{}], { author: undefined }))).map(([name]) => name)).toEqual(['dc:title', 'dc:language']);
});

test('right-to-left notes are set as such', async () => {
  const deck = await write([{ notes: ['שלום world', 'Hello'] }]);
  const paragraphs = elementsOf(await deck.xml('ppt/notesSlides/notesSlide1.xml'), 'a:p');
  expect(paragraphs.map((each) => elementsOf(each, 'a:pPr')[0]?.attributes)).toEqual([{ algn: 'r', rtl: '1' }, undefined]);
});

test('the same deck gives the same bytes', async () => {
  const hash = async (): Promise<string> =>
    createHash('sha256')
      .update(await readFile((await write([{}, {}, {}])).file))
      .digest('hex');
  expect(await hash()).toBe(await hash());
});

test('any text comes back, without characters that XML cannot have', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  await fc.assert(
    fc.asyncProperty(text, text, text, async (title, note, altText) => {
      const deck = await write([{ title, notes: [note], altText }], { title });
      const slide = await readSlide(deck, 'ppt/slides/slide1.xml');
      const expected = (written: string): string => written.replaceAll(/[^\t\n\r\u{20}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
      expect(slide.title.join('')).toBe(expected(title));
      expect(slide.altText).toBe(expected(altText));
      expect(slide.notes.join('')).toBe(expected(note));
    }),
    { numRuns: 30 },
  );
});

test.each([
  [1920, 1080, 12_192_000, 6_858_000],
  [1024, 768, 12_192_000, 9_144_000],
  [390, 844, 5_633_744, 12_192_000],
])('slides for %ix%i pictures have their proportions', (width, height, cx, cy) => {
  expect(slideSize({ width, height })).toEqual({ width: cx, height: cy });
});

test('a slide too narrow for the format is refused', () => {
  expect(() => slideSize({ width: 2000, height: 100 })).toThrow('A slide cannot be 2000x100');
});
