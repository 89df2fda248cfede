import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { readEmojiFont } from '../src/fonts/buildStoryFont';
import { toRanges, unicodeRange } from '../src/fonts/codePointRanges';
import { readColourFont, subsetColourFont } from '../src/fonts/colourFont';
import { MONO_FAMILY, SANS_FAMILY } from '../src/fonts/families';
import { notoLicencePath } from '../src/fonts/notoSansTc';
import { convertFont, LICENCE_NAME_IDS, readFontFile, subsetFont, type SubsetOptions } from '../src/fonts/subsetFont';
import {
  BRAILLE,
  CORE_CHARACTERS,
  EMOJI_CHARACTERS,
  intersection,
  isEmoji,
  PAGE_CHARACTERS,
  TERMINAL_CHARACTERS,
  toText,
  union,
} from './fonts/characters';
import { extendBoxDrawing } from './fonts/extendBoxDrawing';
import { buildPair, codePointsOfPair, toBuiltFont, type BuiltFont, type BuiltFontPair } from './fonts/builtFont';
import { fontsCss, type FontFace } from './fonts/fontsCss';
import { sourceFontCoverage, wideCharacters } from './fonts/sourceCharacters';

const require = createRequire(import.meta.url);
const outputFolder = fileURLToPath(new URL('../src/fonts/', import.meta.url));

const SUBSET_OPTIONS = { targetFormat: 'woff2', keepFeatures: [], preserveNameIds: LICENCE_NAME_IDS } satisfies SubsetOptions;

async function subsetDejavu(name: string, codes: readonly number[]): Promise<Buffer> {
  return subsetFont(await readFontFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)), toText(codes), SUBSET_OPTIONS);
}

async function terminalFont(name: string, codes: readonly number[]): Promise<Buffer> {
  return convertFont(extendBoxDrawing(await convertFont(await subsetDejavu(name, codes), 'sfnt')), 'woff2');
}

async function pageFont(codes: readonly number[]): Promise<Buffer> {
  return subsetFont(await readFontFile(require.resolve('inter-ui/variable/InterVariable.woff2')), toText(codes), {
    ...SUBSET_OPTIONS,
    // Not the ligatures, which would turn a typed "->" into an arrow.
    keepFeatures: ['kern', 'tnum'],
    variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
  });
}

/** The `@font-face` rules of a family in one weight. */
function facesOf(family: string, weight: string, [core, more]: BuiltFontPair, emoji: BuiltFontPair, braille: BuiltFont): FontFace[] {
  const isMono = family === MONO_FAMILY;
  const face = { family, weight, display: isMono ? 'block' : 'swap' } as const;
  const ownFace = { ...face, ...(isMono && { lineMetrics: core.metrics }) };
  const sizeAdjust = core.metrics.advance(0x30) / braille.metrics.advance(0x2800);
  return [
    { ...ownFace, name: core.name },
    { ...ownFace, name: more.name, range: toRanges(more.codePoints) },
    // Browsers choose faces by weight first, so each weight lists Braille and emoji.
    ...(isMono ? [{ ...face, name: braille.name, range: toRanges(braille.codePoints), sizeAdjust }] : []),
    ...emoji.map(({ name, codePoints }) => ({ ...face, name, range: toRanges(isMono ? [...codePoints].filter(isEmoji) : codePoints) })),
  ];
}

async function writeJson(name: string, value: Readonly<Record<string, unknown>>): Promise<void> {
  const lines = Object.entries(value).map(([key, entry]) => `  ${JSON.stringify(key)}: ${JSON.stringify(entry)}`);
  await writeFile(`${outputFolder}${name}.json`, `{\n${lines.join(',\n')}\n}\n`);
}

async function copyLicences(): Promise<void> {
  await mkdir(`${outputFolder}licenses`, { recursive: true });
  const files = {
    'DejaVu.txt': require.resolve('dejavu-fonts-ttf/LICENSE'),
    'Inter.txt': require.resolve('inter-ui/LICENSE.txt'),
    'Twemoji.txt': require.resolve('twemoji-colr-font/LICENSE'),
    'Noto.txt': notoLicencePath(),
    'NotoSymbols.txt': require.resolve('@fontsource/noto-sans-symbols/LICENSE'),
  };
  for (const [name, file] of Object.entries(files)) await copyFile(file, `${outputFolder}licenses/${name}`);
}

/** Writes the bundled fonts, their style sheet, and the tables that stories are checked against: `npm run fonts`. */
export async function main(): Promise<void> {
  const regular = await buildPair('mono-400', TERMINAL_CHARACTERS, (codes) => terminalFont('DejaVuSansMono', codes));
  const bold = await buildPair('mono-700', TERMINAL_CHARACTERS, (codes) => terminalFont('DejaVuSansMono-Bold', codes));
  const sans = await buildPair('sans', PAGE_CHARACTERS, pageFont);
  // DejaVu Sans Mono has no Braille. That of DejaVu Sans is scaled to the terminal's cell with size-adjust.
  const braille = await toBuiltFont('mono-braille', await subsetDejavu('DejaVuSans', BRAILLE));

  const { metrics } = regular[0];
  const { ascent, descent } = metrics;
  const cell = metrics.advance(0x30);
  const emojiFont = await readEmojiFont();
  const emoji = await buildPair('emoji', EMOJI_CHARACTERS, (codes) => {
    const clusters = codes.map((code) => String.fromCodePoint(code));
    return convertFont(subsetColourFont(emojiFont, clusters, { advance: 2 * cell, ascent, descent }), 'woff2');
  });

  const emojiCodes = codePointsOfPair(emoji);
  for (const { name, codePoints } of [...regular, ...bold, ...sans, braille]) {
    const clash = toRanges(intersection(codePoints, emojiCodes));
    if (clash.length > 0) throw new Error(`The emoji files overlap ${name}: ${unicodeRange(clash)}.`);
  }

  for (const { name, bytes } of [...regular, ...bold, ...sans, braille, ...emoji]) {
    await writeFile(`${outputFolder}${name}.woff2`, bytes);
    console.log(`${name.padEnd(20)} ${String(bytes.length).padStart(6)} bytes`);
  }
  const faces = [
    ...facesOf(MONO_FAMILY, '400', regular, emoji, braille),
    ...facesOf(MONO_FAMILY, '700', bold, emoji, braille),
    ...facesOf(SANS_FAMILY, '400 700', sans, emoji, braille),
  ];
  await writeFile(`${outputFolder}fonts.css`, fontsCss(faces));
  const inBothWeights = intersection(codePointsOfPair(regular), codePointsOfPair(bold));
  const coverage = {
    [MONO_FAMILY]: toRanges(union(inBothWeights, braille.codePoints, new Set([...emojiCodes].filter(isEmoji)))),
    [SANS_FAMILY]: toRanges(union(codePointsOfPair(sans), emojiCodes)),
  };
  await writeJson('coverage', coverage);
  await writeJson('wide-characters', await wideCharacters());
  await writeJson('fallback-fonts', await sourceFontCoverage(coverage));
  await writeJson('common-characters', { common: toText([...CORE_CHARACTERS].sort((a, b) => a - b)) });
  await writeJson('emoji', { emoji: readColourFont(emojiFont).emoji.join(' ') });
  await copyLicences();

  const em = (value: number): string => `${value.toFixed(4)}em`;
  console.log(`cell ${em(cell)}, ascent ${em(ascent)}, descent ${em(descent)}, line ${em(ascent + descent)}`);
}
