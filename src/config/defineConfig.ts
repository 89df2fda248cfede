import type { UserConfig as ViteConfig } from 'vite';
import type { ThemeName, ThemeSource } from '../themes/theme';

/** Configuration of a story, in `understudy.config.ts`, `.js` or `.json` beside its `story.json`. Every field is optional. */
export interface UserConfig {
  /** Kinds of scenes beyond the built-in ones: files relative to this one (`./kinds/chart.tsx`), or packages. */
  readonly kinds?: readonly string[];
  /** Terminal blocks beyond the built-in ones: files or packages, as for `kinds`. */
  readonly blocks?: readonly string[];
  /** How the story looks: a theme of Understudy (`paper`, `high-contrast`), or one of your own. */
  readonly theme?: ThemeName | ThemeSource;
  /** The URL path of the built page, such as `/talks/`. @default './', which works under any path */
  readonly base?: string;
  /** Output folder of the build, relative to this file. @default 'dist' */
  readonly outDir?: string;
  /** URL of the published page, for search engines and shared links. */
  readonly siteUrl?: string;
  /** Options of Vite, merged last. */
  readonly vite?: ViteConfig;
}

/** Types the configuration of a story. */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
