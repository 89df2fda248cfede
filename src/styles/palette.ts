import { contrastRatio, luminance, mix } from '../core/colour';
import { ROLES } from '../core/roles';
import type { Theme } from '../core/settings';
import type { Palette, StoryTheme } from '../core/theme';
import { BACKDROP } from './backdrop';

/** Every role has WCAG AA contrast (4.5:1) on its window (ADR 015). */
export const palettes: Readonly<Record<Theme, Palette>> = {
  dark: {
    window: '#1e1e2e',
    backdrop: BACKDROP.dark,
    roles: {
      text: '#dce3fa',
      dim: '#a6adc8',
      ok: '#a6e3a1',
      error: '#f791ad',
      warn: '#f9e2af',
      info: '#89dceb',
      agent: '#cba6f7',
      user: '#89b4fa',
      accent: '#ff5c9e',
      key: '#89b4fa',
      string: '#a6e3a1',
      number: '#fab387',
      punctuation: '#a6adc8',
      comment: '#9ba1bd',
    },
  },
  light: {
    window: '#fbfbfd',
    backdrop: BACKDROP.light,
    roles: {
      text: '#23253a',
      dim: '#565970',
      ok: '#1f6d12',
      error: '#b80028',
      warn: '#7d5200',
      info: '#04627d',
      agent: '#6d28c9',
      user: '#1650c4',
      accent: '#c10052',
      key: '#1650c4',
      string: '#1f6d12',
      number: '#9c3f00',
      punctuation: '#4c4f69',
      comment: '#5c5f77',
    },
  },
};

/** The share of the window's colour in old text. */
const FADE_AMOUNT = 0.42;
/** Mixed colours must exceed {@link Palette.contrast} by this much. */
const CONTRAST_MARGIN = 0.1;

const minContrast = ({ contrast = 4.5 }: Pick<Palette, 'contrast'>): number => contrast + CONTRAST_MARGIN;

/** Returns the colour of old text: nearer to the window, still with the contrast of text. */
export function fade(colour: string, palette: Pick<Palette, 'window' | 'contrast'>): string {
  for (let amount = FADE_AMOUNT; amount > 0; amount -= 0.04) {
    const mixed = mix(colour, palette.window, amount);
    if (contrastRatio(mixed, palette.window) >= minContrast(palette)) return mixed;
  }
  return colour;
}

/** Returns the palette of a story, with its accent lightened or darkened until it has the contrast of text. */
export function paletteOf(theme: Theme, story?: StoryTheme): Palette {
  const palette = story?.look?.[theme] ?? palettes[theme];
  const colour = accentFor(theme, story);
  return colour === undefined ? palette : { ...palette, roles: { ...palette.roles, accent: readableColour(colour, palette) } };
}

/** Returns both palettes as CSS variables (`--role-ok`, `--old-ok`, `--ink`, the accent's shades) for `data-theme`. */
export function paletteCss(story?: StoryTheme): string {
  const css = `:root,[data-theme='dark']{${declarations('dark', story)}}[data-theme='light']{${declarations('light', story)}}`;
  return css + (story?.look?.css ?? '');
}

function declarations(theme: Theme, story: StoryTheme | undefined): string {
  const palette = paletteOf(theme, story);
  const { window, backdrop, roles } = palette;
  const both = ROLES.map((role) => `--role-${role}:${roles[role]};--old-${role}:${fade(roles[role], palette)};`);
  const colour = accentFor(theme, story);
  const shades =
    colour === undefined
      ? ''
      : `--accent:${ensureContrast(colour, backdrop, 3)};--accent-text:${roles.accent};` +
        `--accent-fill:${ensureContrast(colour, '#ffffff', minContrast(palette))};`;
  return `--ink:${window};--backdrop:${backdrop};${both.join('')}${shades}`;
}

function accentFor(theme: Theme, story: StoryTheme | undefined): string | undefined {
  return (theme === 'light' ? story?.accentLight : undefined) ?? story?.accent;
}

/** Returns `colour` with text contrast on the window and on the backdrop. */
function readableColour(colour: string, palette: Palette): string {
  const ratio = minContrast(palette);
  return ensureContrast(ensureContrast(colour, palette.backdrop, ratio), palette.window, ratio);
}

/** Mixes `colour` with black or white until it has this contrast with `background`. */
export function ensureContrast(colour: string, background: string, ratio: number): string {
  const target = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let amount = 0; amount < 1; amount += 0.04) {
    const mixed = mix(colour, target, amount);
    if (contrastRatio(mixed, background) >= ratio) return mixed;
  }
  return target;
}
