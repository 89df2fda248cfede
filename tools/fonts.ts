/**
 * Rebuilds the bundled fonts: small files, the same on every machine, so that a demo looks on stage as it
 * did in rehearsal. Writes the woff2 files, their stylesheet, and the coverage that stories are checked against.
 */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { subsetColour } from './fonts/colr';
import { charWidth } from '../src/core/terminal/width';
import { LICENCE_FILE, SLICES, sliceFile } from '../src/build/fonts/noto';
import { convert, LICENCE_NAMES, readFont, subsetFont, type SubsetOptions } from '../src/build/fonts/subset';
import { readCmap, readMetrics, readTables, type Metrics } from '../src/build/fonts/sfnt';

const require = createRequire(import.meta.url);

type Range = readonly [from: number, to: number];

const out = fileURLToPath(new URL('../src/fonts/', import.meta.url));
const MONO = 'Understudy Mono';
const SANS = 'Understudy Sans';
/** What a story's own characters on pages are set in: a family of its own, as browsers pool faces by weight and this one is not variable. */
const STORY = 'Understudy Story';

/** Characters that are emoji by default take two terminal cells; a one-cell glyph would leave a hole. */
const isEmoji = (code: number): boolean => /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code));
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
const BRAILLE = span(0x2800, 0x28ff);
const EMOJI = codes(
  '💀🔒🔓🔐🔑🔍🔎✅❌⚡⏳⏰🎉🚀💡🔥✨⭐🎯🏆👤👥👋👍👀🙌🙂😀😅😎🤔😱🤖🌐📦📁📂📄📝📋📌📎📈📊📅📧💬🔔🔗🔧🔨🛠🧪🐛💻💾💥💰💳🛒🏠🔴🔵🚧🚨🚫⛔❓❗☕👉👇👏🙏💪🤝🧠📱📨📥📤📣🔄🔌💯🆕🎁🎫🎬🌍🏢🚪🐳🐧🐍🦀',
).sort((a, b) => a - b);

const source = (file: string): Promise<Buffer> => readFont(require.resolve(file));

async function read(font: Buffer): Promise<{ cover: Cover; metrics: Metrics }> {
  const tables = readTables(await convert(font, 'sfnt'));
  return { cover: new Set(readCmap(tables).keys()), metrics: readMetrics(tables) };
}

type Cover = ReadonlySet<number>;
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

const hex = (code: number): string => code.toString(16).toUpperCase();
const unicodeRange = (list: readonly Range[]): string =>
  list.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');

interface Face {
  family: string;
  file: string;
  weight: string;
  display: 'block' | 'swap';
  only?: readonly Range[];
  sizeAdjust?: number;
}

function faceRule({ family, file, weight, display, only, sizeAdjust }: Face): string {
  const lines = [
    `font-family: '${family}'`,
    `src: url('./${file}') format('woff2')`,
    `font-weight: ${weight}`,
    'font-style: normal',
    `font-display: ${display}`,
  ];
  if (sizeAdjust !== undefined) lines.push(`size-adjust: ${(sizeAdjust * 100).toFixed(2)}%`);
  if (only) lines.push(`unicode-range: ${unicodeRange(only)}`);
  return `@font-face {\n${lines.map((line) => `  ${line};\n`).join('')}}\n`;
}

/** A `/*!` comment outlives minifying, so the credit the emoji artwork asks for reaches every built page. */
const CREDIT = `/*! Fonts, each cut down: DejaVu Sans Mono (Bitstream Vera licence); Inter (SIL OFL 1.1);
 * Twemoji, © Twitter, Inc. and other contributors (artwork CC BY 4.0, https://creativecommons.org/licenses/by/4.0/). */
`;

const STACKS = `:root {
  --font-mono: '${MONO}', ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  --font-sans: '${SANS}', '${STORY}', '${MONO}', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
`;

/** The wide characters each slice of Noto Sans TC really has, for the build to cut a story's own font from. */
async function wideCharacters(): Promise<Record<string, string>> {
  const taken = new Set<number>();
  const slices: [name: string, characters: string][] = [];
  for (const slice of SLICES) {
    const found = [...readCmap(readTables(await readFont(sliceFile(slice)))).keys()].filter((code) => charWidth(String.fromCodePoint(code)) === 2 && !isEmoji(code) && !taken.has(code));
    for (const code of found) taken.add(code);
    if (found.length > 0) slices.push([slice, asText(found.sort((one, other) => one - other))]);
  }
  return Object.fromEntries(slices);
}

export async function main(): Promise<void> {
  const plain = { targetFormat: 'woff2', keepFeatures: [], preserveNameIds: LICENCE_NAMES } satisfies SubsetOptions;
  const dejavu = async (name: string, list: readonly number[]): Promise<Buffer> =>
    subsetFont(await source(`dejavu-fonts-ttf/ttf/${name}.ttf`), asText(list), plain);

  const regular = await dejavu('DejaVuSansMono', TERMINAL);
  const bold = await dejavu('DejaVuSansMono-Bold', TERMINAL);
  // The monospaced face has no braille; its proportional sibling lends it, scaled to the cell below.
  const braille = await dejavu('DejaVuSans', BRAILLE);
  // Ligatures that turn "->" into an arrow would alter what a story's author typed, so only these two stay.
  const sans = await subsetFont(await source('inter-ui/variable/InterVariable.woff2'), asText(PAGE), {
    ...plain,
    keepFeatures: ['kern', 'tnum'],
    variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
  });

  const built = { regular: await read(regular), bold: await read(bold), braille: await read(braille), sans: await read(sans) };
  const cell = built.regular.metrics.advance(0x30);
  const { ascent, descent } = built.regular.metrics;
  const twemoji = await source('twemoji-colr-font/twemoji.woff2');
  const layered = subsetColour(twemoji, EMOJI, { advance: 2 * cell, ascent, descent });
  const emoji = await convert(layered, 'woff2');
  const emojiCover = (await read(emoji)).cover;

  for (const [name, { cover }] of Object.entries(built)) {
    const clash = ranges(shared(cover, emojiCover));
    if (clash.length > 0) throw new Error(`The emoji file overlaps the ${name} file: ${unicodeRange(clash)}.`);
  }

  const wide = new Set([...emojiCover].filter(isEmoji));
  const dots = ranges(built.braille.cover);
  const dotScale = cell / built.braille.metrics.advance(0x2800);
  const mono = (weight: string, file: string): Face[] => [
    { family: MONO, file, weight, display: 'block' },
    { family: MONO, file: 'mono-braille.woff2', weight, display: 'block', only: dots, sizeAdjust: dotScale },
    { family: MONO, file: 'emoji.woff2', weight, display: 'block', only: ranges(wide) },
  ];
  const faces: Face[] = [
    // Browsers pool faces by weight first, so each weight must list braille and emoji itself.
    ...mono('400', 'mono-400.woff2'),
    ...mono('700', 'mono-700.woff2'),
    { family: SANS, file: 'sans.woff2', weight: '400 700', display: 'swap' },
    { family: SANS, file: 'emoji.woff2', weight: '400 700', display: 'swap', only: ranges(emojiCover) },
  ];
  const coverage = {
    [MONO]: ranges(join(shared(built.regular.cover, built.bold.cover), built.braille.cover, wide)),
    [SANS]: ranges(join(built.sans.cover, emojiCover)),
  };

  const files: Record<string, Buffer> = {
    'mono-400.woff2': regular,
    'mono-700.woff2': bold,
    'mono-braille.woff2': braille,
    'sans.woff2': sans,
    'emoji.woff2': emoji,
  };
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(out + name, bytes);
    console.log(`${name.padEnd(20)} ${String(bytes.length).padStart(6)} bytes`);
  }
  await writeFile(
    `${out}fonts.css`,
    [`${CREDIT}/* Written by \`npm run fonts\`; change tools/fonts.ts instead. */\n`, ...faces.map(faceRule), STACKS].join('\n'),
  );
  const lists = Object.entries(coverage).map(([family, list]) => `  ${JSON.stringify(family)}: ${JSON.stringify(list)}`);
  await writeFile(`${out}coverage.json`, `{\n${lists.join(',\n')}\n}\n`);

  const wideLists = Object.entries(await wideCharacters()).map(([slice, characters]) => `  ${JSON.stringify(slice)}: ${JSON.stringify(characters)}`);
  await writeFile(`${out}wide.json`, `{\n${wideLists.join(',\n')}\n}\n`);

  await mkdir(`${out}licenses`, { recursive: true });
  await copyFile(require.resolve('dejavu-fonts-ttf/LICENSE'), `${out}licenses/DejaVu.txt`);
  await copyFile(require.resolve('inter-ui/LICENSE.txt'), `${out}licenses/Inter.txt`);
  await copyFile(require.resolve('twemoji-colr-font/LICENSE'), `${out}licenses/Twemoji.txt`);
  await copyFile(LICENCE_FILE, `${out}licenses/Noto.txt`);

  const em = (value: number): string => `${value.toFixed(4)}em`;
  console.log(`cell ${em(cell)}, ascent ${em(ascent)}, descent ${em(descent)}, line ${em(ascent + descent)}`);
}
