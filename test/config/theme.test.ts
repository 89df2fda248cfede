import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../../src/config/compileProject';
import { makeFolder, SCENE, STORY } from '../support/folder';

const configured = (theme: unknown, story = STORY): Promise<string> =>
  makeFolder({ 'story.json': story, 'a.json': SCENE, 'understudy.config.json': JSON.stringify({ theme }) });

const compiled = async (theme: unknown) => (await compileProject(await configured(theme))).story.theme;

test('compiles no theme for a story without one', async () => {
  const { story, themeFonts } = await compileProject(await makeFolder({ 'story.json': STORY, 'a.json': SCENE }));
  expect(story).not.toHaveProperty('theme');
  expect(themeFonts).toEqual([]);
});

test('uses a built-in theme by its name', async () => {
  expect(await compiled('paper')).toMatchObject({ accent: '#ee8355', look: { light: { window: '#fdf9f0' }, buttons: 'plain' } });
});

test('compiles an own theme into the story, with colours in lower case', async () => {
  const theme = await compiled({ extends: 'high-contrast', light: { roles: { ok: '#003300' }, border: '#ABCDEF' } });
  expect(theme).toMatchObject({ look: { light: { border: '#abcdef', roles: { ok: '#003300', text: '#000000' } }, dark: { contrast: 7 } } });
});

test('checks a script like JSON', async () => {
  const script = `export default { theme: { dark: { roles: { ok: '#333333', text: undefined } } } };`;
  const folder = await makeFolder({ 'story.json': STORY, 'a.json': SCENE, 'understudy.config.ts': script });
  await expect(compileProject(folder)).rejects.toThrow(
    /understudy\.config\.ts:1:1 {2}theme\.dark\.roles\.ok: #333333 has 1\.2:1 on the window #1e1e2e, expected at least 4\.5:1/u,
  );
});

test('prefers the accent of story.json', async () => {
  const own = JSON.stringify({ ...(JSON.parse(STORY) as object), theme: { accent: '#12b886' } });
  const { theme } = (await compileProject(await configured('paper', own))).story;
  expect(theme).toMatchObject({ accent: '#12b886', look: { corners: 6 } });
  expect(theme?.accentLight).toBeUndefined();
});

test.each<[unknown, RegExp]>([
  ['papr', /understudy\.config\.json:1:10 {2}theme: found "papr", expected one of "paper", "high-contrast".*Did you mean "paper"\?/u],
  [7, /theme: found 7, expected/u],
  [{ extends: 'high-contrst' }, /theme\.extends: found "high-contrst".*Did you mean "high-contrast"\?/u],
  [{ drak: {} }, /theme\.drak: found an unknown key.*Did you mean "dark"\?/u],
  [{ dark: { roles: { oK: '#ffffff' } } }, /theme\.dark\.roles\.oK: found an unknown key.*Did you mean "ok"\?/u],
  [{ dark: { windowbar: '#000000' } }, /theme\.dark\.windowbar: found an unknown key.*Did you mean "windowBar"\?/u],
  [{ dark: { window: 'black' } }, /theme\.dark\.window: found "black", expected a colour as #rrggbb/u],
  [{ corners: 99 }, /theme\.corners: found 99, expected at most 40/u],
  [{ contrast: 3 }, /theme\.contrast: found 3, expected one of 4\.5, 7/u],
  [{ buttons: 'none' }, /theme\.buttons: found "none", expected one of "traffic-lights", "plain"/u],
  [{ fonts: { mono: 'Menlo' } }, /theme\.fonts\.mono: found "Menlo", expected a font file \(woff2, ttf or otf\)/u],
  [{ fonts: { mono: { regular: 'a.ttf' } } }, /theme\.fonts\.mono\.bold: found nothing/u],
])('reports the field of a problem in the theme %j', async (theme, message) => {
  await expect(configured(theme).then(compileProject)).rejects.toThrow(message);
});

test.each<[unknown, RegExp]>([
  [
    { dark: { roles: { ok: '#335533' } } },
    /json:1:\d+ {2}theme\.dark\.roles\.ok: #335533 has 1\.9:1 on the window #1e1e2e, expected at least 4\.5:1/u,
  ],
  [{ dark: { roles: { ok: '#335533' } } }, /theme\.dark\.roles\.ok: #335533 has \d\.\d:1 on the backdrop #11111b/u],
  [{ light: { window: '#444444' } }, /theme\.light\.roles\.text: #23253a, which it does not change, has 1\.5:1 on the window #444444/u],
  [{ light: { chromeSoft: '#aaaaaa' } }, /theme\.light\.chromeSoft: #aaaaaa has 1\.9:1 on the bar of the window #e6e9ef/u],
  [
    { light: { chromeField: '#222222' } },
    /theme\.light\.chrome: #33354a, which it does not change, has 1\.3:1 on the address bar #222222/u,
  ],
  [{ dark: { accent: '#222222' } }, /theme\.dark\.accent: #222222 has 1\.1:1 on the backdrop #11111b, expected at least 3:1/u],
  [{ contrast: 7 }, /theme\.dark\.accent: #ff5c9e, which it does not change, has 5\.6:1 on the window #1e1e2e, expected at least 7:1/u],
])('reports a colour without enough contrast in %j', async (theme, message) => {
  await expect(configured(theme).then(compileProject)).rejects.toThrow(message);
});

async function withFonts(fonts: unknown, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await configured({ fonts });
  for (const [name, source] of Object.entries(files)) await copyFile(source, path.join(folder, name));
  return folder;
}

const MONO = 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf';
const SANS = 'node_modules/inter-ui/variable/InterVariable.woff2';

test('writes font faces for fonts beside the configuration', async () => {
  const folder = await withFonts({ sans: 'a.woff2', mono: { regular: 'm.ttf', bold: 'm.ttf' } }, { 'a.woff2': SANS, 'm.ttf': MONO });
  const { themeFonts, story, files } = await compileProject(folder);
  expect(themeFonts.map(({ name }) => name)).toEqual(['theme-sans-400-700', 'theme-mono-400', 'theme-mono-700']);
  expect(themeFonts[0]!.descriptors).toEqual(["font-family:'Understudy Theme'", 'font-weight:400 700']);
  expect(themeFonts[1]!.descriptors).toContain('size-adjust:100.000%');
  expect(themeFonts[1]!.descriptors).toContain('ascent-override:92.822%');
  expect(story.theme?.look?.css).toContain(`--font-sans:'Understudy Emoji','Understudy Theme','Understudy Sans'`);
  expect(files).toContain(path.join(folder, 'm.ttf'));
});

test('uses the bundled font for box drawing and Braille', async () => {
  const { themeFonts } = await compileProject(await withFonts({ mono: { regular: 'm.ttf', bold: 'm.ttf' } }, { 'm.ttf': MONO }));
  const range = themeFonts[0]!.descriptors.find((each) => each.startsWith('unicode-range:'))!;
  const ranges = [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gu)].map(([, from, to]) =>
    [from, to ?? from].map((hex) => parseInt(hex!, 16)),
  );
  const has = (code: number): boolean => ranges.some(([from, to]) => code >= from! && code <= to!);
  expect([0x41, 0x7e, 0x2192].map(has)).toEqual([true, true, true]);
  expect([0x2502, 0x2588, 0x28ff].map(has)).toEqual([false, false, false]);
});

test.each<[unknown, Readonly<Record<string, string>>, RegExp]>([
  [{ mono: 'no.ttf' }, {}, /theme\.fonts\.mono: found "no\.ttf", which is missing, expected a file beside the configuration/u],
  [{ mono: 'm.ttf' }, { 'm.ttf': MONO }, /theme\.fonts\.mono: found "m\.ttf", which has one weight only, expected a variable font, or/u],
  [{ sans: 'm.ttf' }, { 'm.ttf': 'package.json' }, /theme\.fonts\.sans: found "m\.ttf", which is no font that can be read/u],
  [
    { mono: 'a.woff2' },
    { 'a.woff2': SANS },
    /theme\.fonts\.mono: found "a\.woff2", in which " " has \d\.\d+ em and "0" \d\.\d+ em of width, expected a font in which all/u,
  ],
])('reports a problem with the fonts %j', async (fonts, files, message) => {
  await expect(withFonts(fonts, files).then(compileProject)).rejects.toThrow(message);
});
