import type { StoryTheme, ThemeLook } from '../core/theme';
import { EMOJI_FAMILY, MONO_FAMILY, SANS_FAMILY, STORY_FAMILY, THEME_FAMILY } from '../fonts/families';
import type { ThemeFont } from '../fonts/themeFontCss';
import type { CompleteColours, CompleteTheme } from './theme';

/** Returns the theme of a story as the page uses it. An accent in story.json wins over the configured ones. */
export function compileTheme(theme: CompleteTheme, story: StoryTheme = {}, fonts: readonly ThemeFont[] = []): StoryTheme {
  const { dark, light, contrast, corners, buttons } = theme;
  const accents = story.accent === undefined ? { accent: dark.accent, accentLight: light.accent } : {};
  const look: ThemeLook = {
    dark: { ...dark, contrast },
    light: { ...light, contrast },
    corners,
    buttons,
    fonts: fonts.map(({ digest }) => digest),
    css: themeCss(theme),
  };
  return { ...accents, ...story, look };
}

/**
 * Returns the rules that override `tokens.css` and the few others that a theme changes. Selectors are more specific where the
 * order of the rules is not known.
 */
function themeCss({ dark, light, corners, buttons, fonts }: CompleteTheme): string {
  const families = [EMOJI_FAMILY, THEME_FAMILY, SANS_FAMILY, STORY_FAMILY, MONO_FAMILY].map((family) => `'${family}'`).join(',');
  return [
    `:root,[data-theme='dark']{${surfaces(dark)}}[data-theme='light']{${surfaces(light)}}`,
    `.stage-root,.stage-fit,.status-bar,.window__bar{--radius:calc(${corners} * var(--u))}`,
    `:root .dialog{border-radius:clamp(0px,${corners / 10}vmin,${corners}px)}`,
    // The paper of a light handout stays white: a printer would print its colour.
    `html:root:has(.handout[data-theme='dark']){--paper:${dark.backdrop}}`,
    `html[data-handout='page'] body{background:${light.backdrop}}`,
    `:root .code{border-radius:calc(${Math.min(corners, 10)} * var(--u))}`,
    // The poster of an embedded page is dark in both themes.
    `:root .poster{color:${dark.chrome}}:root .poster::before{border-color:${dark.border};background:${dark.backdrop}}`,
    ':root .poster circle{fill:var(--accent-fill,var(--accent))}',
    buttons === 'plain' ? '.traffic-lights{display:none}.window__title{padding-inline:0}' : '',
    fonts?.sans === undefined ? '' : `:root{--font-sans:${families},system-ui,sans-serif}`,
  ].join('');
}

function surfaces({ window, windowBar, border, backdropGlow, chrome, chromeSoft, chromeField }: CompleteColours): string {
  return (
    `--window:${window};--window-bar:${windowBar};--border:${border};--backdrop-glow:${backdropGlow};` +
    `--chrome:${chrome};--chrome-soft:${chromeSoft};--chrome-field:${chromeField}`
  );
}
