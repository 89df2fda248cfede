/**
 * Rebuilds the bundled fonts: small files, the same on every machine, so that a demo looks on stage as it
 * did in rehearsal. Writes the woff2 files, their stylesheet, and the coverage that stories are checked against.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { extendBoxDrawing } from './fonts/extendBoxDrawing';
import { readColourFont, subsetColourFont } from '../src/fonts/colourFont';
import { textWidth } from '../src/core/terminal/width';
import { SOURCE_FONTS, type SourceFont } from '../src/fonts/sourceFonts';
import { notoLicencePath, notoSlicePath, notoSlices } from '../src/fonts/notoSansTc';
import { convertFont, LICENCE_NAME_IDS, readFontFile, subsetFont, type SubsetOptions } from '../src/fonts/subsetFont';
import { readCmap, readMetrics, readTables, type SfntMetrics } from '../src/fonts/sfnt';

const require = createRequire(import.meta.url);

type Range = readonly [from: number, to: number];

const outputFolder = fileURLToPath(new URL('../src/fonts/', import.meta.url));
const MONO_FAMILY = 'Understudy Mono';
const SANS_FAMILY = 'Understudy Sans';
/** What a story's own characters on pages are set in: a family of its own, as browsers pool faces by weight and this one is not variable. */
const STORY_FAMILY = 'Understudy Story';
/** Emoji cut for a story: first, as only this family can tell ⚠ from ⚠️. */
const EMOJI_FAMILY = 'Understudy Emoji';

/** Characters that are emoji by default take two terminal cells; a one-cell glyph would leave a hole. */
const isEmoji = (code: number): boolean => /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code));
/** Those of `cover` that take two cells. */
const emojiIn = (cover: CodePointSet): CodePointSet => new Set([...cover].filter(isEmoji));
const codePointsOf = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);
const codePointRange = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const asText = (list: readonly number[]): string => String.fromCodePoint(...list);

const LATIN = [...codePointRange(0x20, 0x7e), ...codePointRange(0xa0, 0x17f), ...codePointsOf('–—‘’‚“”„†‡•…′″‹›€™−≤≥≠≈∞')];
const TERMINAL_CHARACTERS = [
  ...LATIN,
  ...codePointRange(0x2190, 0x21ff), // arrows
  ...codePointRange(0x2500, 0x25ff), // box drawing, blocks, geometric shapes
  ...codePointsOf('✓✗✔✘⚠❮❯∩∪⊂⊆⌘⏎★☆☐☑☒'),
].filter((code) => !isEmoji(code));
const PAGE_CHARACTERS = [...LATIN, ...codePointsOf('←↑→↓↔↕↖↗↘↙↩↪↵↺↻⇧⌘⌥⌃⏎⌫⎋␣✓✗⚠★☆■□▪▲△▶▷▼▽◀◁◆◇○●◦')];
/** What most stories get by with, in files of their own: letters without accents, and the signs that demos use. */
const CORE_CHARACTERS: ReadonlySet<number> = new Set([
  ...codePointRange(0x20, 0x7e),
  0xa0,
  ...codePointsOf('·×–—‘’“”•…‹›−←↑→↓⏎─│┌┐└┘├┤╭╮╰╯▎■□▲▶▼●◜◝◞◟◠◡✓✗⚠❮❯'),
  ...codePointsOf('💀🔒🔑🔍✅❌⚡🎉🚀💡🔥✨👍🤖🌐📦🔗'),
]);
const BRAILLE = codePointRange(0x2800, 0x28ff);
const EMOJI_CHARACTERS = codePointsOf(
  '💀🔒🔓🔐🔑🔍🔎✅❌⚡⏳⏰🎉🚀💡🔥✨⭐🎯🏆👤👥👋👍👀🙌🙂😀😅😎🤔😱🤖🌐📦📁📂📄📝📋📌📎📈📊📅📧💬🔔🔗🔧🔨🛠🧪🐛💻💾💥💰💳🛒🏠🔴🔵🚧🚨🚫⛔❓❗☕👉👇👏🙏💪🤝🧠📱📨📥📤📣🔄🔌💯🆕🎁🎫🎬🌍🏢🚪🐳🐧🐍🦀',
).sort((a, b) => a - b);

const readPackageFont = (file: string): Promise<Buffer> => readFontFile(require.resolve(file));

type CodePointSet = ReadonlySet<number>;

/** A file to be. */
interface FontFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly codePoints: CodePointSet;
  readonly metrics: SfntMetrics;
}

async function toFontFile(name: string, bytes: Buffer): Promise<FontFile> {
  const tables = readTables(await convertFont(bytes, 'sfnt'));
  return { name, bytes, codePoints: new Set(readCmap(tables).keys()), metrics: readMetrics(tables) };
}

/** A face in two files: what most stories need, which loads with the page, and the rest, which loads where a story has some of it. */
type FontFilePair = readonly [common: FontFile, rare: FontFile];

async function splitFont(name: string, list: readonly number[], cut: (list: readonly number[]) => Promise<Buffer>): Promise<FontFilePair> {
  return [
    await toFontFile(name, await cut(list.filter((code) => CORE_CHARACTERS.has(code)))),
    await toFontFile(`${name}-more`, await cut(list.filter((code) => !CORE_CHARACTERS.has(code)))),
  ];
}

const pairCoverage = (parts: FontFilePair): CodePointSet => union(...parts.map(({ codePoints }) => codePoints));
const union = (...covers: CodePointSet[]): CodePointSet => new Set(covers.flatMap((cover) => [...cover]));
const intersection = (a: CodePointSet, b: CodePointSet): CodePointSet => new Set([...a].filter((code) => b.has(code)));

/** Contiguous runs of code points, in order. */
function toRanges(cover: CodePointSet): Range[] {
  const found: [number, number][] = [];
  for (const code of [...cover].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  return found;
}

const percent = (value: number): string => `${(value * 100).toFixed(2)}%`;
const hex = (code: number): string => code.toString(16).toUpperCase();
const unicodeRange = (list: readonly Range[]): string =>
  list.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');

interface FontFace {
  family: string;
  name: string;
  weight: string;
  display: 'block' | 'swap';
  only?: readonly Range[];
  sizeAdjust?: number;
  /** What the face itself says of its line. Some systems would round both parts up, and a terminal's rows come apart (FreeType in Firefox). */
  lineMetrics?: SfntMetrics;
}

function fontFaceRule({ family, name, weight, display, only, sizeAdjust, lineMetrics }: FontFace): string {
  const lines = [
    `font-family: '${family}'`,
    `src: url('./${name}.woff2') format('woff2')`,
    `font-weight: ${weight}`,
    'font-style: normal',
    `font-display: ${display}`,
  ];
  if (sizeAdjust !== undefined) lines.push(`size-adjust: ${percent(sizeAdjust)}`);
  if (lineMetrics)
    lines.push(
      `ascent-override: ${percent(lineMetrics.ascent)}`,
      `descent-override: ${percent(lineMetrics.descent)}`,
      'line-gap-override: 0%',
    );
  if (only) lines.push(`unicode-range: ${unicodeRange(only)}`);
  return `@font-face {\n${lines.map((entry) => `  ${entry};\n`).join('')}}\n`;
}

/** A `/*!` comment outlives minifying, so the credit the emoji artwork asks for reaches every built page. */
const CREDIT = `/*! Fonts, each cut down: DejaVu Sans Mono (Bitstream Vera licence); Inter (SIL OFL 1.1);
 * Twemoji, © Twitter, Inc. and other contributors (artwork CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). */
`;

const STACKS = `:root {
  --font-mono: '${EMOJI_FAMILY}', '${MONO_FAMILY}', '${STORY_FAMILY}', ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --font-sans: '${EMOJI_FAMILY}', '${SANS_FAMILY}', '${STORY_FAMILY}', '${MONO_FAMILY}', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
`;

/** The wide characters each slice of Noto Sans TC really has, for the build to cut a story's own font from. */
async function wideCharacters(): Promise<Record<string, string>> {
  const taken = new Set<number>();
  const slices: [name: string, characters: string][] = [];
  for (const slice of notoSlices()) {
    const found = [...readCmap(readTables(await readFontFile(notoSlicePath(slice)))).keys()].filter(
      (code) => textWidth(String.fromCodePoint(code)) === 2 && !isEmoji(code) && !taken.has(code),
    );
    for (const code of found) taken.add(code);
    if (found.length > 0) slices.push([slice, asText(found.sort((one, other) => one - other))]);
  }
  return Object.fromEntries(slices);
}

/** What a story's font may take from a donor: signs, and letters of scripts that need no shaping. */
const SYMBOLS = /^(?![\p{Z}\p{Cc}\p{Cf}])[\p{Script=Common}\p{S}\p{P}\p{N}\p{Co}]$/u;
const LETTERS = /^(?![\p{Z}\p{Cc}\p{Cf}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]$/u;

/** What each donor gives: the characters it has in both weights that no bundled font and no donor before it has. */
async function sourceFontCoverage(coverage: Record<string, readonly Range[]>): Promise<Record<string, readonly Range[]>> {
  const taken = new Map(
    Object.entries(coverage).map(([family, list]) => [family, new Set(list.flatMap(([from, to]) => codePointRange(from, to)))]),
  );
  const lists: [string, readonly Range[]][] = [];
  for (const [name, donor] of Object.entries<SourceFont>(SOURCE_FONTS)) {
    const before = taken.get(donor.family)!;
    const [regular, bold] = await Promise.all(
      ([400, 700] as const).map(async (weight) => new Set(readCmap(readTables(await readFontFile(donor.file(weight)))).keys())),
    );
    const { gives } = donor;
    const given = (char: string): boolean => (gives !== 'letters' && SYMBOLS.test(char)) || (gives !== 'signs' && LETTERS.test(char));
    const allowed = (code: number): boolean => {
      const char = String.fromCodePoint(code);
      return gives instanceof RegExp ? gives.test(char) : given(char) && textWidth(char) > 0;
    };
    const found = [...intersection(regular!, bold!)].filter((code) => !before.has(code) && !isEmoji(code) && allowed(code));
    for (const code of found) before.add(code);
    lists.push([name, toRanges(new Set(found))]);
  }
  return Object.fromEntries(lists);
}

export async function main(): Promise<void> {
  const plain = { targetFormat: 'woff2', keepFeatures: [], preserveNameIds: LICENCE_NAME_IDS } satisfies SubsetOptions;
  const dejavu = async (name: string, list: readonly number[]): Promise<Buffer> =>
    subsetFont(await readPackageFont(`dejavu-fonts-ttf/ttf/${name}.ttf`), asText(list), plain);

  // Ligatures that turn "->" into an arrow would alter what a story's author typed, so only these two stay.
  const inter = async (list: readonly number[]): Promise<Buffer> =>
    subsetFont(await readPackageFont('inter-ui/variable/InterVariable.woff2'), asText(list), {
      ...plain,
      keepFeatures: ['kern', 'tnum'],
      variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
    });
  const terminal = async (name: string, list: readonly number[]): Promise<Buffer> =>
    convertFont(extendBoxDrawing(await convertFont(await dejavu(name, list), 'sfnt')), 'woff2');
  const regular = await splitFont('mono-400', TERMINAL_CHARACTERS, (list) => terminal('DejaVuSansMono', list));
  const bold = await splitFont('mono-700', TERMINAL_CHARACTERS, (list) => terminal('DejaVuSansMono-Bold', list));
  const sans = await splitFont('sans', PAGE_CHARACTERS, inter);
  // The monospaced face has no braille; its proportional sibling lends it, scaled to the cell below.
  const braille = await toFontFile('mono-braille', await dejavu('DejaVuSans', BRAILLE));

  const { metrics } = regular[0];
  const cell = metrics.advance(0x30);
  const { ascent, descent } = metrics;
  const twemoji = await readPackageFont('twemoji-colr-font/twemoji.woff2');
  const emoji = await splitFont('emoji', EMOJI_CHARACTERS, (list) =>
    convertFont(
      subsetColourFont(
        twemoji,
        list.map((code) => String.fromCodePoint(code)),
        { advance: 2 * cell, ascent, descent },
      ),
      'woff2',
    ),
  );

  const emojiCover = pairCoverage(emoji);
  for (const { name, codePoints } of [...regular, ...bold, ...sans, braille]) {
    const clash = toRanges(intersection(codePoints, emojiCover));
    if (clash.length > 0) throw new Error(`The emoji files overlap ${name}: ${unicodeRange(clash)}.`);
  }

  const dotScale = cell / braille.metrics.advance(0x2800);
  const facesOf = (family: string, weight: string, [common, rare]: FontFilePair): FontFace[] => {
    const face = { family, weight, display: family === MONO_FAMILY ? 'block' : 'swap' } as const;
    const line = family === MONO_FAMILY ? { line: common.metrics } : {};
    return [
      { ...face, ...line, name: common.name },
      { ...face, ...line, name: rare.name, only: toRanges(rare.codePoints) },
      // Browsers pool faces by weight first, so each weight must list braille and emoji itself.
      ...(family === MONO_FAMILY ? [{ ...face, name: braille.name, only: toRanges(braille.codePoints), sizeAdjust: dotScale }] : []),
      ...emoji.map(({ name, codePoints }) => ({
        ...face,
        name,
        only: toRanges(family === MONO_FAMILY ? emojiIn(codePoints) : codePoints),
      })),
    ];
  };
  const faces = [...facesOf(MONO_FAMILY, '400', regular), ...facesOf(MONO_FAMILY, '700', bold), ...facesOf(SANS_FAMILY, '400 700', sans)];
  const coverage = {
    [MONO_FAMILY]: toRanges(union(intersection(pairCoverage(regular), pairCoverage(bold)), braille.codePoints, emojiIn(emojiCover))),
    [SANS_FAMILY]: toRanges(union(pairCoverage(sans), emojiCover)),
  };

  for (const { name, bytes } of [...regular, ...bold, ...sans, braille, ...emoji]) {
    await writeFile(`${outputFolder}${name}.woff2`, bytes);
    console.log(`${name.padEnd(20)} ${String(bytes.length).padStart(6)} bytes`);
  }
  await writeFile(
    `${outputFolder}fonts.css`,
    [`${CREDIT}/* Written by \`npm run fonts\`; change tools/fonts.ts instead. */\n`, ...faces.map(fontFaceRule), STACKS].join('\n'),
  );
  const lists = Object.entries(coverage).map(([family, list]) => `  ${JSON.stringify(family)}: ${JSON.stringify(list)}`);
  await writeFile(`${outputFolder}coverage.json`, `{\n${lists.join(',\n')}\n}\n`);

  await writeFile(
    `${outputFolder}common-characters.json`,
    `${JSON.stringify({ common: asText([...CORE_CHARACTERS].sort((one, other) => one - other)) })}\n`,
  );

  const wideLists = Object.entries(await wideCharacters()).map(
    ([slice, characters]) => `  ${JSON.stringify(slice)}: ${JSON.stringify(characters)}`,
  );
  await writeFile(`${outputFolder}wide-characters.json`, `{\n${wideLists.join(',\n')}\n}\n`);

  const givers = Object.entries(await sourceFontCoverage(coverage)).map(
    ([name, list]) => `  ${JSON.stringify(name)}: ${JSON.stringify(list)}`,
  );
  await writeFile(`${outputFolder}fallback-fonts.json`, `{\n${givers.join(',\n')}\n}\n`);
  await writeFile(`${outputFolder}emoji.json`, `${JSON.stringify({ emoji: readColourFont(twemoji).emoji.join(' ') })}\n`);

  await mkdir(`${outputFolder}licenses`, { recursive: true });
  await copyFile(require.resolve('dejavu-fonts-ttf/LICENSE'), `${outputFolder}licenses/DejaVu.txt`);
  await copyFile(require.resolve('inter-ui/LICENSE.txt'), `${outputFolder}licenses/Inter.txt`);
  await copyFile(require.resolve('twemoji-colr-font/LICENSE'), `${outputFolder}licenses/Twemoji.txt`);
  await copyFile(notoLicencePath(), `${outputFolder}licenses/Noto.txt`);
  await copyFile(require.resolve('@fontsource/noto-sans-symbols/LICENSE'), `${outputFolder}licenses/NotoSymbols.txt`);

  const em = (value: number): string => `${value.toFixed(4)}em`;
  console.log(`cell ${em(cell)}, ascent ${em(ascent)}, descent ${em(descent)}, line ${em(ascent + descent)}`);
}
