import type { Role } from './roles';
import type { Theme } from './settings';

/** Colours of text and the surfaces it stands on, as #rrggbb. */
export interface Palette {
  readonly window: string;
  /** Behind the windows and the status bar. */
  readonly backdrop: string;
  readonly roles: Readonly<Record<Role, string>>;
  /** Minimum contrast of text. @default 4.5 */
  readonly contrast?: number;
}

/** Colours of the window's frame and of the texts around the stage, as #rrggbb. */
interface Surfaces {
  readonly windowBar: string;
  readonly border: string;
  readonly backdropGlow: string;
  readonly chrome: string;
  readonly chromeSoft: string;
  readonly chromeField: string;
}

/** A theme of a story's configuration, merged with its defaults. */
export interface ThemeLook extends Readonly<Record<Theme, Palette & Surfaces>> {
  /** Corners of windows, in units of the stage. */
  readonly corners: number;
  readonly buttons: 'traffic-lights' | 'plain';
  /** Digests of the font files. A change of these files requires another build. */
  readonly fonts: readonly string[];
  /** CSS rules, placed after the rules of the palette. */
  readonly css: string;
}

/** The colours and fonts of a story: the accent, with `accentLight` for another one in the light theme, and a configured theme. */
export interface StoryTheme {
  readonly accent?: string | undefined;
  readonly accentLight?: string | undefined;
  readonly look?: ThemeLook | undefined;
}
