import { formatPath } from '../compiler/story/jsonPath';
import { StoryError } from '../compiler/story/problem';
import type { ThemeFont } from '../fonts/themeFontCss';
import { completeTheme } from '../themes/completeTheme';
import { contrastProblems } from '../themes/contrastProblems';
import type { CompleteTheme } from '../themes/theme';
import { readThemeFonts } from '../themes/themeFonts';
import type { LoadedConfig } from './loadConfig';

export interface LoadedTheme {
  /** Undefined if the configuration has none. */
  readonly theme: CompleteTheme | undefined;
  readonly fonts: readonly ThemeFont[];
  /** The font files; a dev server watches them. */
  readonly files: readonly string[];
}

/** Loads the theme of a configuration with its fonts. @throws {StoryError} with all invalid colours and fonts */
export async function loadTheme({ config, files, locate }: LoadedConfig, storyFolder: string): Promise<LoadedTheme> {
  if (config.theme === undefined || !locate) return { theme: undefined, fonts: [], files: [] };
  const theme = completeTheme(config.theme);
  const read = await readThemeFonts(theme, storyFolder);
  const problems = [...contrastProblems(theme, config.theme), ...read.problems].map(({ path, message }) => ({
    ...locate(path),
    message: `${formatPath(path)}: ${message}`,
  }));
  if (problems.length > 0) throw new StoryError(problems, [...files, ...read.files]);
  return { theme, fonts: read.fonts, files: read.files };
}
