/**
 * Rebuilds the bundled fonts: small files, the same on every machine, so that a demo looks on stage as it
 * did in rehearsal. Writes the woff2 files, their stylesheet, and the coverage that stories are checked against.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { reachBeyondRows } from './fonts/extendBoxDrawing';
import { readColourFont, subsetColour } from '../src/fonts/colourFont';
import { textWidth } from '../src/core/terminal/width';
import { DONOR_LICENCES, DONORS, type Donor } from '../src/fonts/sourceFonts';
import { LICENCE_FILE, SLICES, sliceFile } from '../src/fonts/notoSansTc';
import { convert, LICENCE_NAMES, readFont, subsetFont, type SubsetOptions } from '../src/fonts/subsetFont';
import { readCmap, readMetrics, readTables, type Metrics } from '../src/fonts/sfnt';

const require = createRequire(import.meta.url);

type Range = readonly [from: number, to: number];

const out = fileURLToPath(new URL('../src/fonts/', import.meta.url));
const MONO = 'Understudy Mono';
const SANS = 'Understudy Sans';
/** What a story's own characters on pages are set in: a family of its own, as browsers pool faces by weight and this one is not variable. */
const STORY = 'Understudy Story';
/** Emoji cut for a story: first, as only this family can tell ⚠ from ⚠️. */
const EMOJI_FAMILY = 'Understudy Emoji';

/** Characters that are emoji by default take two terminal cells; a one-cell glyph would leave a hole. */
const isEmoji = (code: number): boolean => /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code));
/** Those of `cover` that take two cells. */
const wideOf = (cover: Cover): Cover => new Set([...cover].filter(isEmoji));
const codes = (text: string): number[] => Array.from(text, (char) => char.codePointAt(0) ?? 0);
const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const asText = (list: readonly number[]): string => String.fromCodePoint(...list);

const LATIN = [...span(0x20, 0x7e), ...span(0xa0, 0x17f), ...codes('–—‘’‚“”„†‡•…′″‹›€™−≤≥≠≈∞')];
const TERMINAL = [
  ...LATIN,
  ...span(0x2190, 0x21ff), // arrows
  ...span(0x2500, 0x25ff), // box drawing, blocks, geometric shapes
  ...codes('✓✗✔✘⚠❮❯∩∪⊂⊆⌘⏎★☆☐☑☒'),
].filter((code) => !isEmoji(code));
const PAGE = [...LATIN, ...codes('←↑→↓↔↕↖↗↘↙↩↪↵↺↻⇧⌘⌥⌃⏎⌫⎋␣✓✗⚠★☆■□▪▲△▶▷▼▽◀◁◆◇○●◦')];
/** What most stories get by with, in files of their own: letters without accents, and the signs that demos use. */
const COMMON: ReadonlySet<number> = new Set([
  ...span(0x20, 0x7e),
  0xa0,
  ...codes('·×–—‘’“”•…‹›−←↑→↓⏎─│┌┐└┘├┤╭╮╰╯▎■□▲▶▼●◜◝◞◟◠◡✓✗⚠❮❯'),
  ...codes('💀🔒🔑🔍✅❌⚡🎉🚀💡🔥✨👍🤖🌐📦🔗'),
]);
const BRAILLE = span(0x2800, 0x28ff);
const EMOJI = codes(
  '💀🔒🔓🔐🔑🔍🔎✅❌⚡⏳⏰🎉🚀💡🔥✨⭐🎯🏆👤👥👋👍👀🙌🙂😀😅😎🤔😱🤖🌐📦📁📂📄📝📋📌📎📈📊📅📧💬🔔🔗🔧🔨🛠🧪🐛💻💾💥💰💳🛒🏠🔴🔵🚧🚨🚫⛔❓❗☕👉👇👏🙏💪🤝🧠📱📨📥📤📣🔄🔌💯🆕🎁🎫🎬🌍🏢🚪🐳🐧🐍🦀',
).sort((a, b) => a - b);

const source = (file: string): Promise<Buffer> => readFont(require.resolve(file));

type Cover = ReadonlySet<number>;

/** A file to be. */
interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  readonly cover: Cover;
  readonly metrics: Metrics;
}

async function part(name: string, bytes: Buffer): Promise<Part> {
  const tables = readTables(await convert(bytes, 'sfnt'));
  return { name, bytes, cover: new Set(readCmap(tables).keys()), metrics: readMetrics(tables) };
}

/** A face in two files: what most stories need, which loads with the page, and the rest, which loads where a story has some of it. */
type Split = readonly [common: Part, rare: Part];

async function split(name: string, list: readonly number[], cut: (list: readonly number[]) => Promise<Buffer>): Promise<Split> {
  return [
    await part(name, await cut(list.filter((code) => COMMON.has(code)))),
    await part(`${name}-more`, await cut(list.filter((code) => !COMMON.has(code)))),
  ];
}

const coverOf = (parts: Split): Cover => join(...parts.map(({ cover }) => cover));
const join = (...covers: Cover[]): Cover => new Set(covers.flatMap((cover) => [...cover]));
const shared = (a: Cover, b: Cover): Cover => new Set([...a].filter((code) => b.has(code)));

/** Contiguous runs of code points, in order. */
function ranges(cover: Cover): Range[] {
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

interface Face {
  family: string;
  name: string;
  weight: string;
  display: 'block' | 'swap';
  only?: readonly Range[];
  sizeAdjust?: number;
  /** What the face itself says of its line. Some systems would round both parts up, and a terminal's rows come apart (FreeType in Firefox). */
  line?: Metrics;
}

function faceRule({ family, name, weight, display, only, sizeAdjust, line }: Face): string {
  const lines = [
    `font-family: '${family}'`,
    `src: url('./${name}.woff2') format('woff2')`,
    `font-weight: ${weight}`,
    'font-style: normal',
    `font-display: ${display}`,
  ];
  if (sizeAdjust !== undefined) lines.push(`size-adjust: ${percent(sizeAdjust)}`);
  if (line) lines.push(`ascent-override: ${percent(line.ascent)}`, `descent-override: ${percent(line.descent)}`, 'line-gap-override: 0%');
  if (only) lines.push(`unicode-range: ${unicodeRange(only)}`);
  return `@font-face {\n${lines.map((entry) => `  ${entry};\n`).join('')}}\n`;
}

/** A `/*!` comment outlives minifying, so the credit the emoji artwork asks for reaches every built page. */
const CREDIT = `/*! Fonts, each cut down: DejaVu Sans Mono (Bitstream Vera licence); Inter (SIL OFL 1.1);
 * Twemoji, © Twitter, Inc. and other contributors (artwork CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). */
`;

const STACKS = `:root {
  --font-mono: '${EMOJI_FAMILY}', '${MONO}', '${STORY}', ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --font-sans: '${EMOJI_FAMILY}', '${SANS}', '${STORY}', '${MONO}', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
`;

/** The wide characters each slice of Noto Sans TC really has, for the build to cut a story's own font from. */
async function wideCharacters(): Promise<Record<string, string>> {
  const taken = new Set<number>();
  const slices: [name: string, characters: string][] = [];
  for (const slice of SLICES) {
    const found = [...readCmap(readTables(await readFont(sliceFile(slice)))).keys()].filter(
      (code) => textWidth(String.fromCodePoint(code)) === 2 && !isEmoji(code) && !taken.has(code),
    );
    for (const code of found) taken.add(code);
    if (found.length > 0) slices.push([slice, asText(found.sort((one, other) => one - other))]);
  }
  return Object.fromEntries(slices);
}

/** What a story's font may take from a donor: signs, and letters of scripts that need no shaping. */
const SIGNS = /^(?![\p{Z}\p{Cc}\p{Cf}])[\p{Script=Common}\p{S}\p{P}\p{N}\p{Co}]$/u;
const LETTERS = /^(?![\p{Z}\p{Cc}\p{Cf}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]$/u;

/** What each donor gives: the characters it has in both weights that no bundled font and no donor before it has. */
async function donated(coverage: Record<string, readonly Range[]>): Promise<Record<string, readonly Range[]>> {
  const taken = new Map(Object.entries(coverage).map(([family, list]) => [family, new Set(list.flatMap(([from, to]) => span(from, to)))]));
  const lists: [string, readonly Range[]][] = [];
  for (const [name, donor] of Object.entries<Donor>(DONORS)) {
    const before = taken.get(donor.family)!;
    const [regular, bold] = await Promise.all(
      ([400, 700] as const).map(async (weight) => new Set(readCmap(readTables(await readFont(donor.file(weight)))).keys())),
    );
    const { gives } = donor;
    const given = (char: string): boolean => (gives !== 'letters' && SIGNS.test(char)) || (gives !== 'signs' && LETTERS.test(char));
    const allowed = (code: number): boolean => {
      const char = String.fromCodePoint(code);
      return gives instanceof RegExp ? gives.test(char) : given(char) && textWidth(char) > 0;
    };
    const found = [...shared(regular!, bold!)].filter((code) => !before.has(code) && !isEmoji(code) && allowed(code));
    for (const code of found) before.add(code);
    lists.push([name, ranges(new Set(found))]);
  }
  return Object.fromEntries(lists);
}

export async function main(): Promise<void> {
  const plain = { targetFormat: 'woff2', keepFeatures: [], preserveNameIds: LICENCE_NAMES } satisfies SubsetOptions;
  const dejavu = async (name: string, list: readonly number[]): Promise<Buffer> =>
    subsetFont(await source(`dejavu-fonts-ttf/ttf/${name}.ttf`), asText(list), plain);

  // Ligatures that turn "->" into an arrow would alter what a story's author typed, so only these two stay.
  const inter = async (list: readonly number[]): Promise<Buffer> =>
    subsetFont(await source('inter-ui/variable/InterVariable.woff2'), asText(list), {
      ...plain,
      keepFeatures: ['kern', 'tnum'],
      variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
    });
  const terminal = async (name: string, list: readonly number[]): Promise<Buffer> =>
    convert(reachBeyondRows(await convert(await dejavu(name, list), 'sfnt')), 'woff2');
  const regular = await split('mono-400', TERMINAL, (list) => terminal('DejaVuSansMono', list));
  const bold = await split('mono-700', TERMINAL, (list) => terminal('DejaVuSansMono-Bold', list));
  const sans = await split('sans', PAGE, inter);
  // The monospaced face has no braille; its proportional sibling lends it, scaled to the cell below.
  const braille = await part('mono-braille', await dejavu('DejaVuSans', BRAILLE));

  const { metrics } = regular[0];
  const cell = metrics.advance(0x30);
  const { ascent, descent } = metrics;
  const twemoji = await source('twemoji-colr-font/twemoji.woff2');
  const emoji = await split('emoji', EMOJI, (list) =>
    convert(
      subsetColour(
        twemoji,
        list.map((code) => String.fromCodePoint(code)),
        { advance: 2 * cell, ascent, descent },
      ),
      'woff2',
    ),
  );

  const emojiCover = coverOf(emoji);
  for (const { name, cover } of [...regular, ...bold, ...sans, braille]) {
    const clash = ranges(shared(cover, emojiCover));
    if (clash.length > 0) throw new Error(`The emoji files overlap ${name}: ${unicodeRange(clash)}.`);
  }

  const dotScale = cell / braille.metrics.advance(0x2800);
  const facesOf = (family: string, weight: string, [common, rare]: Split): Face[] => {
    const face = { family, weight, display: family === MONO ? 'block' : 'swap' } as const;
    const line = family === MONO ? { line: common.metrics } : {};
    return [
      { ...face, ...line, name: common.name },
      { ...face, ...line, name: rare.name, only: ranges(rare.cover) },
      // Browsers pool faces by weight first, so each weight must list braille and emoji itself.
      ...(family === MONO ? [{ ...face, name: braille.name, only: ranges(braille.cover), sizeAdjust: dotScale }] : []),
      ...emoji.map(({ name, cover }) => ({ ...face, name, only: ranges(family === MONO ? wideOf(cover) : cover) })),
    ];
  };
  const faces = [...facesOf(MONO, '400', regular), ...facesOf(MONO, '700', bold), ...facesOf(SANS, '400 700', sans)];
  const coverage = {
    [MONO]: ranges(join(shared(coverOf(regular), coverOf(bold)), braille.cover, wideOf(emojiCover))),
    [SANS]: ranges(join(coverOf(sans), emojiCover)),
  };

  for (const { name, bytes } of [...regular, ...bold, ...sans, braille, ...emoji]) {
    await writeFile(`${out}${name}.woff2`, bytes);
    console.log(`${name.padEnd(20)} ${String(bytes.length).padStart(6)} bytes`);
  }
  await writeFile(
    `${out}fonts.css`,
    [`${CREDIT}/* Written by \`npm run fonts\`; change tools/fonts.ts instead. */\n`, ...faces.map(faceRule), STACKS].join('\n'),
  );
  const lists = Object.entries(coverage).map(([family, list]) => `  ${JSON.stringify(family)}: ${JSON.stringify(list)}`);
  await writeFile(`${out}coverage.json`, `{\n${lists.join(',\n')}\n}\n`);

  await writeFile(`${out}common-characters.json`, `${JSON.stringify({ common: asText([...COMMON].sort((one, other) => one - other)) })}\n`);

  const wideLists = Object.entries(await wideCharacters()).map(
    ([slice, characters]) => `  ${JSON.stringify(slice)}: ${JSON.stringify(characters)}`,
  );
  await writeFile(`${out}wide-characters.json`, `{\n${wideLists.join(',\n')}\n}\n`);

  const givers = Object.entries(await donated(coverage)).map(([name, list]) => `  ${JSON.stringify(name)}: ${JSON.stringify(list)}`);
  await writeFile(`${out}fallback-fonts.json`, `{\n${givers.join(',\n')}\n}\n`);
  await writeFile(`${out}emoji.json`, `${JSON.stringify({ emoji: readColourFont(twemoji).emoji.join(' ') })}\n`);

  await mkdir(`${out}licenses`, { recursive: true });
  await copyFile(require.resolve('dejavu-fonts-ttf/LICENSE'), `${out}licenses/DejaVu.txt`);
  await copyFile(require.resolve('inter-ui/LICENSE.txt'), `${out}licenses/Inter.txt`);
  await copyFile(require.resolve('twemoji-colr-font/LICENSE'), `${out}licenses/Twemoji.txt`);
  await copyFile(LICENCE_FILE, `${out}licenses/Noto.txt`);
  for (const [name, file] of Object.entries(DONOR_LICENCES)) await copyFile(file, `${out}licenses/${name}`);

  const em = (value: number): string => `${value.toFixed(4)}em`;
  console.log(`cell ${em(cell)}, ascent ${em(ascent)}, descent ${em(descent)}, line ${em(ascent + descent)}`);
}
