import { contrastRatio, luminance, mix } from '../core/colour';
import { ROLES, type Role } from '../core/roles';
import type { Theme } from '../core/settings';
import type { Story } from '../core/story';
import { BACKDROP } from './backdrop';

/** Colours of text and the surfaces it stands on, as #rrggbb. */
export interface Palette {
  readonly window: string;
  /** Behind the windows and the status bar. */
  readonly backdrop: string;
  readonly roles: Readonly<Record<Role, string>>;
}

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

/** How far old text is mixed with the window, and the contrast it keeps. */
const FADE_AMOUNT = 0.42;
const MIN_TEXT_CONTRAST = 4.6;

/** Returns the colour of old text: nearer to the window, still with AA contrast. */
export function fade(colour: string, window: string): string {
  for (let amount = FADE_AMOUNT; amount > 0; amount -= 0.04) {
    const mixed = mix(colour, window, amount);
    if (contrastRatio(mixed, window) >= MIN_TEXT_CONTRAST) return mixed;
  }
  return colour;
}

/** A story's accent as #rrggbb, with `accentLight` for another one in the light theme. */
export type Accent = Story['theme'];

/** Returns a theme's palette with the story's accent, lightened or darkened until it has AA contrast. */
export function paletteOf(theme: Theme, accent?: Accent): Palette {
  const palette = palettes[theme];
  const colour = accentFor(theme, accent);
  return colour === undefined ? palette : { ...palette, roles: { ...palette.roles, accent: readableColour(colour, palette) } };
}

/** Returns both palettes as CSS variables (`--role-ok`, `--old-ok`, `--ink`, the accent's shades) for `data-theme`. */
export function paletteCss(accent?: Accent): string {
  return `:root,[data-theme='dark']{${declarations('dark', accent)}}[data-theme='light']{${declarations('light', accent)}}`;
}

function declarations(theme: Theme, accent: Accent): string {
  const { window, backdrop, roles } = paletteOf(theme, accent);
  const both = ROLES.map((role) => `--role-${role}:${roles[role]};--old-${role}:${fade(roles[role], window)};`);
  const colour = accentFor(theme, accent);
  const shades =
    colour === undefined
      ? ''
      : `--accent:${ensureContrast(colour, backdrop, 3)};--accent-text:${roles.accent};` +
        `--accent-fill:${ensureContrast(colour, '#ffffff', MIN_TEXT_CONTRAST)};`;
  return `--ink:${window};--backdrop:${backdrop};${both.join('')}${shades}`;
}

function accentFor(theme: Theme, accent: Accent): string | undefined {
  return (theme === 'light' ? accent?.accentLight : undefined) ?? accent?.accent;
}

/** Returns `colour` with text contrast on the window and on the backdrop. */
function readableColour(colour: string, { window, backdrop }: Palette): string {
  return ensureContrast(ensureContrast(colour, backdrop, MIN_TEXT_CONTRAST), window, MIN_TEXT_CONTRAST);
}

/** Mixes `colour` with black or white until it has this contrast with `background`. */
function ensureContrast(colour: string, background: string, ratio: number): string {
  const target = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let amount = 0; amount < 1; amount += 0.04) {
    const mixed = mix(colour, target, amount);
    if (contrastRatio(mixed, background) >= ratio) return mixed;
  }
  return target;
}
