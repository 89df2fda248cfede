import type { Role } from '../core/roles';

/** A font file beside the configuration (woff2, ttf or otf): a variable one, or a file for each weight. */
export type ThemeFontFiles = string | { readonly regular: string; readonly bold: string };

/** Colours of the dark or the light theme, as #rrggbb. Omitted colours come from `extends`, or from the default theme. */
export interface ThemeColours {
  /** The colour of each role of text except `accent`, whose colour is computed from the field `accent`. */
  readonly roles?: Readonly<Partial<Record<Exclude<Role, 'accent'>, string>>> | undefined;
  /** The colour of highlights: the bar beside new output, the pointer, the closing words. */
  readonly accent?: string | undefined;
  /** The background of terminals, boards and dialogs. */
  readonly window?: string | undefined;
  /** The bar above a window. */
  readonly windowBar?: string | undefined;
  /** Lines around windows, bars and code. */
  readonly border?: string | undefined;
  /** The area behind the windows and the status bar. */
  readonly backdrop?: string | undefined;
  /** The light at the top of the backdrop; the same colour as `backdrop` removes it. */
  readonly backdropGlow?: string | undefined;
  /** Texts around the stage and in the address bar. */
  readonly chrome?: string | undefined;
  /** Less important texts around the stage, and titles of windows. */
  readonly chromeSoft?: string | undefined;
  /** The background of the address bar and of text fields. */
  readonly chromeField?: string | undefined;
}

/** A theme: how a story looks. Every field is optional. */
export interface ThemeSource {
  /** The theme of Understudy that this one changes. */
  readonly extends?: ThemeName | undefined;
  readonly dark?: ThemeColours | undefined;
  readonly light?: ThemeColours | undefined;
  /** The contrast that all text must have: 4.5 is WCAG AA, 7 is AAA. @default 4.5 */
  readonly contrast?: 4.5 | 7 | undefined;
  /** Radius of the corners of windows, in units of the stage, whose height is 1080 units. @default 14 */
  readonly corners?: number | undefined;
  /** The left end of a window's bar: three coloured buttons, or nothing. @default 'traffic-lights' */
  readonly buttons?: 'traffic-lights' | 'plain' | undefined;
  readonly fonts?: { readonly sans?: ThemeFontFiles | undefined; readonly mono?: ThemeFontFiles | undefined } | undefined;
}

/** The themes that come with Understudy. */
export const THEME_NAMES = ['paper', 'high-contrast'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** A theme in which only the accent and the fonts may be missing. */
export interface CompleteTheme extends ThemeSource {
  readonly dark: CompleteColours;
  readonly light: CompleteColours;
  readonly contrast: 4.5 | 7;
  readonly corners: number;
  readonly buttons: 'traffic-lights' | 'plain';
}

export type CompleteColours = Required<{ readonly [Key in Exclude<keyof ThemeColours, 'roles' | 'accent'>]: string }> & {
  readonly roles: Readonly<Record<Role, string>>;
  readonly accent?: string | undefined;
};
