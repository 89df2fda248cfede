import { defaultTheme } from '../../themes/defaultTheme';
import type { Role } from '../../core/roles';
import type { Theme } from '../../core/settings';
import type { RecordedColour } from '../../core/terminal/timedRun';
import type { Palette, StoryTheme } from '../../core/theme';
import { ensureContrast, fade, paletteOf } from '../../styles/palette';

/** Parts of the window that have a colour of their own. */
type Surface = 'window' | 'windowBar' | 'border' | 'chromeSoft';

/** The colour of a surface, of a background, or of text on a background. */
export type PictureColour =
  | { readonly surface: Surface }
  /** `on` is the background; without it, the window. */
  | { readonly colour: RecordedColour; readonly on?: RecordedColour | undefined; readonly isText?: true };

/** Minimum contrast of colours of a recording, which xterm.js adjusts on stage (WCAG AA). */
const AA_CONTRAST = 4.5;

/** Gives every colour a CSS class, whose rules follow the theme. */
export class Colours {
  readonly #themes: readonly Theme[];
  readonly #story: StoryTheme | undefined;
  readonly #classes = new Map<string, { readonly name: string; readonly colour: PictureColour }>();

  /** With two themes, the first is that of viewers that prefer none or the same, and the second of those that prefer the second. */
  constructor(themes: readonly Theme[], story: StoryTheme | undefined) {
    this.#themes = themes;
    this.#story = story;
  }

  classOf(colour: PictureColour): string {
    const key = JSON.stringify(colour);
    const known = this.#classes.get(key) ?? { name: `f${this.#classes.size.toString(36)}`, colour };
    this.#classes.set(key, known);
    return known.name;
  }

  css(): string {
    const rules = (theme: Theme): string => {
      const palette = paletteOf(theme, this.#story);
      const surfaces = this.#story?.look?.[theme] ?? defaultTheme[theme];
      const byColour = new Map<string, string[]>();
      for (const { name, colour } of this.#classes.values()) {
        const hex = 'surface' in colour ? surfaces[colour.surface] : textColour(colour, palette);
        byColour.set(hex, [...(byColour.get(hex) ?? []), `.${name}`]);
      }
      return [...byColour].map(([hex, names]) => `${names.join(',')}{fill:${hex}}`).join('');
    };
    const [first, second] = this.#themes;
    if (!first) return '';
    return rules(first) + (second === undefined ? '' : `@media(prefers-color-scheme:${second}){${rules(second)}}`);
  }
}

function textColour({ colour, on, isText }: Extract<PictureColour, { colour: RecordedColour }>, palette: Palette): string {
  const hex = hexOf(colour, palette);
  if (!isText || !colour.startsWith('#')) return hex;
  return ensureContrast(hex, on === undefined ? palette.window : hexOf(on, palette), AA_CONTRAST);
}

function hexOf(colour: RecordedColour, palette: Palette): string {
  if (colour.startsWith('#')) return colour;
  if (colour === 'ink') return palette.window;
  return colour.startsWith('old-') ? fade(palette.roles[colour.slice(4) as Role], palette) : palette.roles[colour as Role];
}
