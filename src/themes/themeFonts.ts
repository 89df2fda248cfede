import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { toRanges, unicodeRange } from '../fonts/codePointRanges';
import { MONO_FAMILY, THEME_FAMILY } from '../fonts/families';
import { readCmap, readMetrics, readTables, requireTable, toDataView, type Tables } from '../fonts/sfnt';
import { convertFont } from '../fonts/subsetFont';
import type { ThemeFont } from '../fonts/themeFontCss';
import { FONT_METRICS } from '../terminal/grid';
import type { JsonPath } from '../compiler/story/jsonPath';
import type { ThemeProblem } from './contrastProblems';
import type { ThemeFontFiles, ThemeSource } from './theme';

export interface ThemeFonts {
  readonly fonts: readonly ThemeFont[];
  readonly problems: readonly ThemeProblem[];
  /** The files read, for watching. */
  readonly files: readonly string[];
}

const MONO_SPACING = 'a font in which all letters, digits and signs of ASCII are equally wide';

/** The terminal's own metrics, which a font must not change, in per cent of the font size. */
const [ASCENT, DESCENT] = [(1901 / 2048) * 100, (483 / 2048) * 100];

/** Reads the font files of a theme, which are relative to `folder`. */
export async function readThemeFonts({ fonts = {} }: ThemeSource, folder: string): Promise<ThemeFonts> {
  const read = (['sans', 'mono'] as const).flatMap((kind) =>
    filesOf(fonts[kind], ['theme', 'fonts', kind]).map((each) => ({ kind, ...each })),
  );
  const results = await Promise.all(
    read.map(async ({ kind, file, path: field, weight }): Promise<ThemeFonts> => {
      const place = path.join(folder, file);
      const problem = (found: string, expected: string): ThemeFonts => ({
        fonts: [],
        problems: [{ path: field, message: `found ${JSON.stringify(file)}${found}, expected ${expected}` }],
        files: [place],
      });
      const bytes = await readFile(place).catch(() => undefined);
      if (!bytes) return problem(', which is missing', 'a file beside the configuration');
      const tables = await convertFont(bytes, 'sfnt')
        .then(readTables)
        .catch(() => undefined);
      if (!tables?.has('cmap')) return problem(', which is no font that can be read', 'a font (woff2, ttf or otf)');
      if (weight === 'variable' && !hasWeightAxis(tables))
        return problem(', which has one weight only', `a variable font, or { "regular": …, "bold": … }`);
      const weights =
        kind === 'sans' && weight === 'variable' ? (['400 700'] as const) : weight === 'variable' ? ([400, 700] as const) : [weight];
      const own = kind === 'sans' ? [] : monoDescriptors(tables);
      if (typeof own === 'string') return problem(`, in which ${own}`, MONO_SPACING);
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
      return {
        fonts: weights.map((each) => ({
          name: `theme-${kind}-${String(each).replace(' ', '-')}`,
          file: place,
          digest,
          descriptors: [`font-family:'${kind === 'sans' ? THEME_FAMILY : MONO_FAMILY}'`, `font-weight:${each}`, ...own],
        })),
        problems: [],
        files: [place],
      };
    }),
  );
  return {
    fonts: results.flatMap((each) => each.fonts),
    problems: results.flatMap((each) => each.problems),
    files: results.flatMap((each) => each.files),
  };
}

interface FontFile {
  readonly file: string;
  readonly path: JsonPath;
  readonly weight: 'variable' | 400 | 700;
}

function filesOf(files: ThemeFontFiles | undefined, field: JsonPath): readonly FontFile[] {
  if (files === undefined) return [];
  if (typeof files === 'string') return [{ file: files, path: field, weight: 'variable' }];
  return [
    { file: files.regular, path: [...field, 'regular'], weight: 400 },
    { file: files.bold, path: [...field, 'bold'], weight: 700 },
  ];
}

function hasWeightAxis(tables: Tables): boolean {
  if (!tables.has('fvar')) return false;
  const fvar = toDataView(requireTable(tables, 'fvar'));
  const [start, count, size] = [fvar.getUint16(4), fvar.getUint16(8), fvar.getUint16(10)];
  return Array.from({ length: count }, (_, index) => fvar.getUint32(start + index * size)).includes(0x77676874);
}

/**
 * Returns the descriptors that make the characters of a font fill the terminal's cells, or what is wrong with their widths. The
 * bundled font keeps boxes, blocks and Braille, which must join from row to row (ADR 018), and everything of another width.
 */
function monoDescriptors(tables: Tables): readonly string[] | string {
  const { advance } = readMetrics(tables);
  const characters = readCmap(tables);
  const cell = characters.has(0x30) ? advance(0x30) : 0;
  for (let code = 0x20; code < 0x7f; code++) {
    const character = JSON.stringify(String.fromCodePoint(code));
    if (!characters.has(code)) return `${character} is missing`;
    if (Math.abs(advance(code) - cell) > cell / 200)
      return `${character} has ${formatEm(advance(code))} and "0" ${formatEm(cell)} of width`;
  }
  const isDrawn = (code: number): boolean => (code >= 0x2500 && code < 0x25a0) || (code >= 0x2800 && code < 0x2900) || code >= 0xe000;
  const fitting = [...characters.keys()].filter((code) => code >= 0x20 && !isDrawn(code) && Math.abs(advance(code) - cell) <= cell / 200);
  const scale = FONT_METRICS.advance / cell;
  const percent = (value: number): string => `${value.toFixed(3)}%`;
  return [
    `size-adjust:${percent(scale * 100)}`,
    `ascent-override:${percent(ASCENT / scale)}`,
    `descent-override:${percent(DESCENT / scale)}`,
    'line-gap-override:0%',
    `unicode-range:${unicodeRange(toRanges(fitting))}`,
  ];
}

function formatEm(width: number): string {
  return `${width.toFixed(3)} em`;
}
