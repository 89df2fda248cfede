/** The stage's two dresses: dark for dim rooms, light for bright ones. */
export type Theme = 'dark' | 'light';

/** What a presenter sets once for a room and finds again after a reload. */
export interface Settings {
  readonly theme: Theme;
  /** How many steps the text is larger (or, below 0, smaller) than designed. */
  readonly textStep: number;
}

export const DEFAULT_SETTINGS: Settings = { theme: 'dark', textStep: 0 };

/** How far text can be made smaller and larger, in steps. */
export const TEXT_STEPS = { min: -3, max: 5 } as const;

/** How much larger than designed text is: 1 as designed, a tenth for each step. */
export function textScale(step: number): number {
  return 1 + step / 10;
}

/** Settings as they were stored; anything missing or odd takes its default. Never throws. */
export function parseSettings(stored: unknown): Settings {
  const { theme, textStep } = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULT_SETTINGS.theme,
    textStep: typeof textStep === 'number' && Number.isInteger(textStep) ? clampTextStep(textStep) : DEFAULT_SETTINGS.textStep,
  };
}

/** The nearest text step there is. */
export function clampTextStep(step: number): number {
  return Math.max(TEXT_STEPS.min, Math.min(step, TEXT_STEPS.max));
}
