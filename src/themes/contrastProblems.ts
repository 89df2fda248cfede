import type { JsonPath } from '../compiler/story/jsonPath';
import { contrastRatio } from '../core/colour';
import { ROLES } from '../core/roles';
import { paletteOf } from '../styles/palette';
import { compileTheme } from './compileTheme';
import type { CompleteColours, CompleteTheme, ThemeName, ThemeSource } from './theme';

/** What is wrong with a field of a theme. */
export interface ThemeProblem {
  /** Keys from the root of the configuration. */
  readonly path: JsonPath;
  /** The part of the message after the name of the field. */
  readonly message: string;
}

type Surface = 'window' | 'windowBar' | 'backdrop' | 'chromeField' | 'border';

/** Minimum contrast by WCAG AA for graphics and large text, and for other text. */
const [GRAPHICAL_CONTRAST, TEXT_CONTRAST] = [3, 4.5];

const SURFACE_NAMES: Readonly<Record<Surface, string>> = {
  window: 'the window',
  windowBar: 'the bar of the window',
  backdrop: 'the backdrop',
  chromeField: 'the address bar',
  border: 'the border, which a button has behind it when the pointer is there,',
};

/** Returns the colours of a merged theme with too little contrast to a surface behind them. `written` is the configured theme. */
export function contrastProblems(theme: CompleteTheme, written: ThemeName | ThemeSource): readonly ThemeProblem[] {
  return (['dark', 'light'] as const).flatMap((name) => {
    const colours = theme[name];
    const own = typeof written === 'string' ? {} : written[name];
    const check = (
      path: readonly string[],
      colour: string,
      isOwn: boolean,
      surface: Surface,
      expected: number,
    ): readonly ThemeProblem[] => {
      const ratio = contrastRatio(colour, colours[surface]);
      if (ratio >= expected) return [];
      const origin = isOwn ? '' : ', which it does not change,';
      const place = `${SURFACE_NAMES[surface]} ${colours[surface]}`;
      const message = `${colour}${origin} has ${formatRatio(ratio)}:1 on ${place}, expected at least ${expected}:1`;
      return [{ path: ['theme', name, ...path], message }];
    };
    const accent = paletteOf(name, compileTheme(theme)).roles.accent;
    return [
      ...ROLES.flatMap((role) => {
        const isOwn = role === 'accent' ? own?.accent !== undefined : own?.roles?.[role] !== undefined;
        const [path, colour] = role === 'accent' ? [['accent'], accent] : [['roles', role], colours.roles[role]];
        return (['window', 'backdrop'] as const).flatMap((surface) => check(path, colour, isOwn, surface, theme.contrast));
      }),
      ...(colours.accent === undefined ? [] : check(['accent'], colours.accent, own?.accent !== undefined, 'backdrop', GRAPHICAL_CONTRAST)),
      ...CHROME_TEXTS.flatMap(([field, surface]) => check([field], colours[field], own?.[field] !== undefined, surface, theme.contrast)),
      ...check(['chrome'], colours.chrome, own?.chrome !== undefined, 'border', TEXT_CONTRAST),
    ];
  });
}

/** The texts around the stage, each with a surface behind it. */
const CHROME_TEXTS: readonly (readonly ['chrome' | 'chromeSoft', Surface & keyof CompleteColours])[] = [
  ['chrome', 'window'],
  ['chrome', 'windowBar'],
  ['chrome', 'backdrop'],
  ['chrome', 'chromeField'],
  ['chromeSoft', 'window'],
  ['chromeSoft', 'windowBar'],
  ['chromeSoft', 'backdrop'],
];

/** Rounds down: a colour that has 4.49:1 must not be said to have 4.5:1. */
function formatRatio(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
