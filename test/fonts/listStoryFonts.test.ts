import { expect, test } from 'vitest';
import { isInExtendedFile, isStoryEmoji, fontSourceOf, uncoveredClusters } from '../../src/fonts/coverage';
import { buildStoryFont, readEmojiFont } from '../../src/fonts/buildStoryFont';
import { listStoryFonts, fontsOfFirstStop, bundledFilesOfFirstStop } from '../../src/fonts/listStoryFonts';
import { notoSlicePath } from '../../src/fonts/notoSansTc';
import { readColourFont } from '../../src/fonts/colourFont';
import { boundingBoxOf, readContours } from '../../src/fonts/contours';
import { readLigatures } from '../../src/fonts/ligatures';
import { createGlyphReader } from '../../src/fonts/glyphTables';
import { readCmap, readMetrics, readTables, requireTable, toDataView } from '../../src/fonts/sfnt';
import { fontFaceCss } from '../../src/fonts/fontFaceCss';
import { convertFont, readFontFile } from '../../src/fonts/subsetFont';
import { compileStory } from '../../src/compiler/compileStory';
import { textWidth } from '../../src/core/terminal/width';
import { makeFolder } from '../support/folder';
import { storyOf } from '../check/runRule';
import wide from '../../src/fonts/wide-characters.json';

const demo = await compileStory('scenes');
const { story: chinese } = await compileStory('examples/pier');

test.each(['scenes', 'examples/hello', 'examples/tour'])('%s needs no story font', async (folder) => {
  const fonts = listStoryFonts((await compileStory(folder)).story);
  expect(fonts).toEqual([]);
  expect(fontFaceCss(fonts, () => '')).toBe('');
});

test('lists exactly the characters a story uses, by terminal, pages and notes', () => {
  const fonts = listStoryFonts(chinese);
  expect(fonts.map(({ name }) => name)).toEqual([
    'story-mono-400',
    'story-mono-700',
    'story-sans-400',
    'story-sans-700',
    'story-notes-400',
    'story-notes-700',
  ]);
  const used = new Set(Array.from(JSON.stringify(chinese)).filter((char) => fontSourceOf(char, 'Understudy Sans') !== undefined));
  expect(new Set(fonts.filter(({ name }) => name !== 'story-mono-400').flatMap(({ characters }) => Array.from(characters)))).toEqual(used);
  const [mono, , sans, , notes] = fonts;
  expect(mono?.characters).toContain('結');
  expect(sans?.characters).toContain('燈');
  expect(Array.from(notes?.characters ?? '').filter((char) => sans?.characters.includes(char))).toEqual([]);
});

test('loads with the page only the fonts that the first stop shows', () => {
  const first = (scenes: typeof chinese.scenes) =>
    fontsOfFirstStop({ ...chinese, scenes }, listStoryFonts(chinese)).map(({ name }) => name);
  expect(first(chinese.scenes)).toEqual(['story-sans-400', 'story-sans-700']);
  expect(first(chinese.scenes.slice(1))).toEqual(['story-mono-400', 'story-mono-700', 'story-sans-400']);
});

test('loads the second bundled files with the page only if the first stop needs them', () => {
  const common = ['mono-400', 'mono-700', 'sans'];
  const { story } = demo;
  expect(bundledFilesOfFirstStop(story)).toEqual(common);
  const [scene] = story.scenes;
  const says = (text: string) =>
    [{ ...scene!, steps: [{ title: '', blocks: [{ type: 'say', text: [text] }] }] }] as unknown as typeof story.scenes;
  expect(bundledFilesOfFirstStop({ ...story, scenes: says('für Zoë') })).toEqual([...common, 'mono-400-more', 'mono-700-more']);
  expect(bundledFilesOfFirstStop({ ...story, footer: ['für Zoë'] })).toEqual([...common, 'sans-more']);
  expect(bundledFilesOfFirstStop({ ...story, scenes: says('🚀 🦀 ⠋') }).slice(0, 3)).toEqual(common);
  expect(bundledFilesOfFirstStop(chinese)).toEqual(common);
});

/** Leaves out the lines of pages that are read and not drawn. */
function withoutReadLines(this: object, key: string, value: unknown): unknown {
  return key === 'lines' && 'root' in this ? undefined : value;
}

test('the demo needs only the common files', () => {
  const shown = Array.from(new Set(JSON.stringify(demo.story, withoutReadLines)));
  expect(shown.filter((char) => isInExtendedFile(char, 'Understudy Mono') || isInExtendedFile(char, 'Understudy Sans'))).toEqual([]);
});

test.each(['mono-400', 'mono-700', 'sans', 'emoji'])('%s and its second file share no character', async (name) => {
  const [first, more] = await Promise.all(
    [name, `${name}-more`].map(async (file) => new Set(readCmap(readTables(await readFontFile(`src/fonts/${file}.woff2`))).keys())),
  );
  expect([...first!].filter((code) => more!.has(code))).toEqual([]);
  expect([...more!].filter((code) => uncoveredClusters(String.fromCodePoint(code), 'Understudy Sans').length > 0)).toEqual([]);
});

test('a story font has each of its characters two cells wide, the line height of the bundled font, and its licence', async () => {
  const [mono, , sans] = listStoryFonts(chinese);
  const bundledFont = readMetrics(readTables(await readFontFile('src/fonts/mono-400.woff2')));
  for (const [font, advance] of [
    [mono!, 2 * bundledFont.advance(0x30)],
    [sans!, 1],
  ] as const) {
    const tables = readTables(await convertFont(await buildStoryFont(font), 'sfnt'));
    const metrics = readMetrics(tables);
    expect(new Set(readCmap(tables).keys())).toEqual(new Set(Array.from(font.characters, (char) => char.codePointAt(0))));
    for (const char of font.characters) expect(metrics.advance(char.codePointAt(0)!)).toBeCloseTo(advance, 2);
    expect(Buffer.from(requireTable(tables, 'name')).swap16().toString('utf16le')).toContain('http://scripts.sil.org/OFL');
  }
  const { ascent, descent } = readMetrics(readTables(await convertFont(await buildStoryFont(mono!), 'sfnt')));
  expect([ascent, descent]).toEqual([expect.closeTo(bundledFont.ascent, 2), expect.closeTo(bundledFont.descent, 2)]);
});

test('lists only wide characters that the font has', async () => {
  for (const slice of ['123', '60']) {
    const cmap = readCmap(readTables(await readFontFile(notoSlicePath(slice))));
    const listed = wide[slice as keyof typeof wide];
    expect(listed.length).toBeGreaterThan(50);
    expect(Array.from(listed).filter((char) => !cmap.has(char.codePointAt(0)!))).toEqual([]);
  }
});

test.each([
  ['a', true, true],
  ['漢', true, true],
  ['，', true, true],
  ['　', true, true],
  ['💀', true, true],
  ['🛠', true, true],
  ['①', true, true],
  ['⛵', true, true],
  ['⚠️', true, true],
  ['👩‍💻', true, true],
  ['🇭🇰', true, true],
  ['1️⃣', true, true],
  ['Ж', true, true],
  ['\ue0b0', true, true],
  ['x\u200b', true, true],
  ['ا', false, true],
  ['ส', false, false],
  ['ที่', false, false],
  // A sequence no font draws; a flag of no country; newer than the emoji font.
  ['👩‍🚒‍💻', false, false],
  ['🇽🇽', false, false],
  ['🫩', false, false],
])('%s: covered in the terminal %s, on pages %s', (char, mono, sans) => {
  expect([uncoveredClusters(char, 'Understudy Mono'), uncoveredClusters(char, 'Understudy Sans')]).toEqual(
    [mono, sans].map((is) => (is ? [] : [char])),
  );
});

/** Characters that agents, prompts, spinners and progress bars print. */
const PRINTED = [
  '⏺⎿✻✢✳✶✽∗✱⏵⏸⏹⏏⎇⌥❯➜⚙⏱ℹ⚑★◉⊙⦿⬢⬡⋮⋯╌┊❖✦✧☰☸⟳⟲',
  '\ue0a0\ue0a1\ue0a2\ue0a3\ue0b0\ue0b1\ue0b2\ue0b3\ue0b4\ue0b6\ue0b8\ue0ba\ue0bc\ue0be\ue0c0\ue0c6\ue0c8\ue0d2\ue0d4',
  '\uf115\uf07b\ue718\uf126\uf418\ue606\uf489\ue795\uf00c\uf00d\ue725\ue7a8\uf303\u{f0a0a}\u{f024b}',
  '▁▂▃▄▅▆▇█▏▎▍▌▋▊▉░▒▓▰▱◐◓◑◒◜◠◝◞◡◟⠋⠙⠹⣾⣽⣻⣿',
  '\u{1fb00}\u{1fb0e}\u{1fb3b}\u{1fb3c}\u{1fb6f}\u{1fb70}\u{1fb82}\u{1fb8b}\u{1fb95}\u{1fbaf}\u{1fbf0}',
];

test.each(PRINTED)('%s: the fonts have all these characters', (text) => {
  expect(uncoveredClusters(text, 'Understudy Mono')).toEqual([]);
});

/** A story whose terminal prints `text`. */
const printing = (text: string): typeof chinese => {
  const [scene] = demo.story.scenes;
  return {
    ...demo.story,
    scenes: [{ ...scene!, steps: [{ title: '', blocks: [{ type: 'say', text: [text] }] }] }] as unknown as typeof chinese.scenes,
  };
};

test('symbols stay within their cells, and those that touch their neighbours fill them', async () => {
  const fonts = listStoryFonts(printing(PRINTED.join('')));
  expect(fonts.map(({ name }) => name)).toEqual(['story-mono-400', 'story-mono-700']);
  const bundledFont = readMetrics(readTables(await readFontFile('src/fonts/mono-400.woff2')));
  const tables = readTables(await convertFont(await buildStoryFont(fonts[0]!), 'sfnt'));
  const { advance, unitsPerEm, ascent, descent } = readMetrics(tables);
  const read = createGlyphReader(tables);
  const cell = bundledFont.advance(0x30);
  for (const [code, glyph] of readCmap(tables)) {
    const char = String.fromCodePoint(code);
    const cells = textWidth(char);
    expect(advance(code), char).toBeCloseTo(cells * cell, 2);
    const { left, right } = boundingBoxOf(readContours(read, glyph))!;
    expect([left / unitsPerEm > -0.12, right / unitsPerEm < cells * cell + 0.12], char).toEqual([true, true]);
  }
  const mosaic = boundingBoxOf(readContours(read, readCmap(tables).get(0x1fb8b)!))!;
  expect([mosaic.bottom, mosaic.top], 'mosaics overlap the next row').toEqual([-620, 2030]);
  for (const full of ['\ue0b0', '\ue0b4']) {
    const box = boundingBoxOf(readContours(read, readCmap(tables).get(full.codePointAt(0)!)!))!;
    expect([box.top / unitsPerEm, -box.bottom / unitsPerEm], full).toEqual([expect.closeTo(ascent, 2), expect.closeTo(descent, 2)]);
  }
});

test('emoji and sequences are in a font of their own, each two cells wide', async () => {
  const emoji = ['⚠️', '❤️‍🔥', '1️⃣', '👍🏽', '👩‍💻', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🫠', '☝🏻'];
  const fonts = listStoryFonts(printing(`⚠ 1 ⚡️ ${emoji.join(' ')}`));
  expect(fonts.map(({ name, weight }) => `${name} ${weight}`)).toEqual(['story-emoji all']);
  expect(fonts[0]?.characters).toEqual(emoji.toSorted());
  expect(['⚡️', '✅', '⚠', '⚠︎', '1', '☎'].filter(isStoryEmoji)).toEqual([]);
  const tables = readTables(await convertFont(await buildStoryFont(fonts[0]!), 'sfnt'));
  const cell = readMetrics(readTables(await readFontFile('src/fonts/mono-400.woff2'))).advance(0x30);
  // A warning sign or a digit alone is text.
  expect([0x26a0, 0x31].filter((code) => readCmap(tables).has(code))).toEqual([]);
  const names = new Map([...readCmap(tables)].map(([code, glyph]) => [glyph, String.fromCodePoint(code)]));
  const ligatures = readLigatures(tables).map(({ components }) => components.map((part) => names.get(part) ?? '*').join(''));
  expect(ligatures.toSorted()).toEqual(['*‍🔥', '*⃣', '👍🏽', '👩‍💻', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '☝🏻'].toSorted());
  const hmtx = toDataView(requireTable(tables, 'hmtx'));
  const units = readMetrics(tables).unitsPerEm;
  for (const { glyph } of readLigatures(tables)) expect(hmtx.getUint16(4 * glyph) / units).toBeCloseTo(2 * cell, 2);
});

test('an emoji drawn only in black takes the colour of the text, unless it is meant to be black', async () => {
  const { layersOf, colourOf } = readColourFont(await readEmojiFont());
  const colours = (emoji: string): readonly (string | undefined)[] => layersOf(emoji)!.map(({ colour }) => colourOf(colour)?.hex);
  for (const emoji of ['✔️', '➕', '♠️', '🔚']) expect(colours(emoji), emoji).toEqual(colours(emoji).map(() => undefined));
  for (const emoji of ['⬛', '🖤', '⚠️', '🏴‍☠️'])
    expect(colours(emoji), emoji).toContain(colours(emoji).find((colour) => colour !== undefined));
});

test.each([
  ['Arabic', 'سلام لا', { forms: 'ﺳﻼﻡﻻ', letters: 'سلام' }],
  ['Persian', 'می\u200Cخواهم گچپژ', { forms: 'ﻣﯽﺧ', letters: 'میخواه' }],
  ['Hebrew', 'שָׁלוֹם', { forms: 'שלום', letters: 'שלוםָׁ' }],
])('%s: letters take a cell each in the terminal, and join and carry marks on pages', async (_, text, { forms, letters }) => {
  const { story } = await compileStory(await makeFolder(storyOf({ blocks: [{ type: 'text', lines: [text] }] })));
  const fonts = listStoryFonts(story);
  expect(fonts.map(({ name }) => name)).toEqual(['story-mono-400', 'story-mono-700', 'story-sans-script-400', 'story-sans-script-700']);
  const [mono, page] = await Promise.all(
    [fonts[0]!, fonts[2]!].map(async (font) => readTables(await convertFont(await buildStoryFont(font), 'sfnt'))),
  );
  const glyphs = readCmap(mono!);
  for (const form of forms) expect(readMetrics(mono!).advance(form.codePointAt(0)!), form).toBeCloseTo(1233 / 2048, 3);
  expect(Array.from(forms).filter((form) => !glyphs.has(form.codePointAt(0)!))).toEqual([]);
  expect(Array.from(letters).filter((letter) => !readCmap(page!).has(letter.codePointAt(0)!))).toEqual([]);
  expect([...page!.keys()]).toEqual(expect.arrayContaining(['GSUB', 'GPOS', 'GDEF']));
  expect(uncoveredClusters(text, 'Understudy Sans')).toEqual([]);
  expect(fontFaceCss(fonts, ({ name }) => name).match(/font-family:'[^']*'/gu)).toEqual([
    "font-family:'Understudy Mono'",
    "font-family:'Understudy Mono'",
    "font-family:'Understudy Story'",
    "font-family:'Understudy Story'",
  ]);
});
