import { defaultTheme } from './defaultTheme';
import { highContrast } from './highContrast';
import { paper } from './paper';
import type { CompleteColours, CompleteTheme, ThemeColours, ThemeName, ThemeSource } from './theme';

const themes: Readonly<Record<ThemeName, ThemeSource>> = { paper, 'high-contrast': highContrast };

/** Fills in what a theme leaves out: from the theme that it extends, then from the default one. */
export function completeTheme(theme: ThemeName | ThemeSource): CompleteTheme {
  const own = typeof theme === 'string' ? themes[theme] : theme;
  return merge(own.extends === undefined ? defaultTheme : merge(defaultTheme, themes[own.extends]), own);
}

function merge(base: CompleteTheme, theme: ThemeSource): CompleteTheme {
  return {
    ...base,
    ...defined(theme),
    dark: mergeColours(base.dark, theme.dark),
    light: mergeColours(base.light, theme.light),
    fonts: { ...base.fonts, ...defined(theme.fonts ?? {}) },
  };
}

function mergeColours(base: CompleteColours, { roles = {}, ...colours }: ThemeColours = {}): CompleteColours {
  return { ...base, ...defined(colours), roles: { ...base.roles, ...defined(roles) } };
}

type Defined<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Returns an object without fields that are set to undefined, as scripts may write them. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
