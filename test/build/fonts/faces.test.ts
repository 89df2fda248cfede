import { expect, test } from 'vitest';
import { isCovered, isRare, sliceOf } from '../../../src/build/fonts/coverage';
import { cutFace } from '../../../src/build/fonts/cut';
import { facesOf, firstFaces, firstFiles } from '../../../src/build/fonts/faces';
import { sliceFile } from '../../../src/build/fonts/noto';
import { readCmap, readMetrics, readTables, table } from '../../../src/build/fonts/sfnt';
import { fontSheet } from '../../../src/build/fonts/sheet';
import { convert, readFont } from '../../../src/build/fonts/subset';
import { compileStory } from '../../../src/build/pipeline';
import wide from '../../../src/fonts/wide.json';

const demo = await compileStory('scenes');
const { story: chinese } = await compileStory('examples/pier');

test.each(['scenes', 'examples/hello', 'examples/tour'])('%s ships no font of its own', async (folder) => {
  const faces = facesOf((await compileStory(folder)).story);
  expect(faces).toEqual([]);
  expect(fontSheet(faces, () => '')).toBe('');
});

test('a story gets exactly the characters it uses: for the terminal, for pages, and apart from both for notes', () => {
  const faces = facesOf(chinese);
  expect(faces.map(({ name }) => name)).toEqual(['story-mono-400', 'story-mono-700', 'story-sans-400', 'story-sans-700', 'story-notes-400', 'story-notes-700']);
  const used = new Set(Array.from(JSON.stringify(chinese)).filter((char) => sliceOf(char, 'Understudy Sans') !== undefined));
  expect(new Set(faces.filter(({ name }) => name !== 'story-mono-400').flatMap(({ characters }) => Array.from(characters)))).toEqual(used);
  const [mono, , sans, , notes] = faces;
  expect(mono?.characters).toContain('結');
  expect(sans?.characters).toContain('燈');
  expect(Array.from(notes?.characters ?? '').filter((char) => sans?.characters.includes(char))).toEqual([]);
});

test('the page waits for what its first stop shows, and for nothing else', () => {
  const first = (scenes: typeof chinese.scenes) => firstFaces({ ...chinese, scenes }, facesOf(chinese)).map(({ name }) => name);
  expect(first(chinese.scenes)).toEqual(['story-sans-400', 'story-sans-700']);
  expect(first(chinese.scenes.slice(1))).toEqual(['story-mono-400', 'story-mono-700', 'story-sans-400']);
});

test('bundled files with rarer signs load with the page where its first stop has some, and only then', () => {
  const common = ['mono-400', 'mono-700', 'sans'];
  const { story } = demo;
  expect(firstFiles(story)).toEqual(common);
  const [scene] = story.scenes;
  const says = (text: string) => [{ ...scene!, steps: [{ title: '', blocks: [{ type: 'say', text: [text] }] }] }] as unknown as typeof story.scenes;
  expect(firstFiles({ ...story, scenes: says('für Zoë') })).toEqual([...common, 'mono-400-more', 'mono-700-more']);
  expect(firstFiles({ ...story, footer: ['für Zoë'] })).toEqual([...common, 'sans-more']);
  expect(firstFiles({ ...story, scenes: says('🚀 🦀 ⠋') }).slice(0, 3)).toEqual(common);
  expect(firstFiles(chinese)).toEqual(common);
});

test('what the demo shows is in the common files', () => {
  const shown = Array.from(new Set(JSON.stringify(demo.story)));
  expect(shown.filter((char) => isRare(char, 'Understudy Mono') || isRare(char, 'Understudy Sans'))).toEqual([]);
});

test.each(['mono-400', 'mono-700', 'sans', 'emoji'])('%s and its second file share no character', async (name) => {
  const [first, more] = await Promise.all([name, `${name}-more`].map(async (file) => new Set(readCmap(readTables(await readFont(`src/fonts/${file}.woff2`))).keys())));
  expect([...first!].filter((code) => more!.has(code))).toEqual([]);
  expect([...more!].filter((code) => isCovered(String.fromCodePoint(code), 'Understudy Sans'))).toHaveLength(more!.size);
});

test('a cut face has every character asked for, two cells wide in the terminal, in the line of its neighbour, with its licence', async () => {
  const [mono, , sans] = facesOf(chinese);
  const neighbour = readMetrics(readTables(await readFont('src/fonts/mono-400.woff2')));
  for (const [face, advance] of [[mono!, 2 * neighbour.advance(0x30)], [sans!, 1]] as const) {
    const tables = readTables(await convert(await cutFace(face), 'sfnt'));
    const metrics = readMetrics(tables);
    expect(new Set(readCmap(tables).keys())).toEqual(new Set(Array.from(face.characters, (char) => char.codePointAt(0))));
    for (const char of face.characters) expect(metrics.advance(char.codePointAt(0)!)).toBeCloseTo(advance, 2);
    expect(Buffer.from(table(tables, 'name')).swap16().toString('utf16le')).toContain('http://scripts.sil.org/OFL');
  }
  const { ascent, descent } = readMetrics(readTables(await convert(await cutFace(mono!), 'sfnt')));
  expect([ascent, descent]).toEqual([expect.closeTo(neighbour.ascent, 2), expect.closeTo(neighbour.descent, 2)]);
});

test('the list of wide characters is what the font has', async () => {
  for (const slice of ['123', '60']) {
    const cmap = readCmap(readTables(await readFont(sliceFile(slice))));
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
  ['🛠', false, true],
  ['①', false, false],
  ['⛵', false, false],
  ['ا', false, false],
])('%s: in the terminal %s, on pages %s', (char, mono, sans) => {
  expect([isCovered(char, 'Understudy Mono'), isCovered(char, 'Understudy Sans')]).toEqual([mono, sans]);
});
