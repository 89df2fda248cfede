import { asRecord } from './asRecord';
import { clamp } from './clamp';

export type Theme = 'dark' | 'light';

/** What a presenter sets for a room; it survives a reload. */
export interface Settings {
  readonly theme: Theme;
  /** Steps of text size above the designed size; negative for smaller text. */
  readonly textStep: number;
  /** Whether pressed keys are shown. @default as the story says */
  readonly keys?: boolean | undefined;
}

export const DEFAULT_SETTINGS: Settings = { theme: 'dark', textStep: 0 };

export const TEXT_STEPS = { min: -3, max: 5 } as const;

/** Returns the factor of the text size: 1 as designed, 0.1 more for each step. */
export function textScale(step: number): number {
  return 1 + step / 10;
}

/** Parses stored settings; anything missing or invalid takes its default. Never throws. */
export function parseSettings(stored: unknown): Settings {
  const { theme, textStep, keys } = asRecord(stored);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : DEFAULT_SETTINGS.theme,
    textStep: typeof textStep === 'number' && Number.isInteger(textStep) ? clampTextStep(textStep) : DEFAULT_SETTINGS.textStep,
    ...(typeof keys === 'boolean' && { keys }),
  };
}

export function clampTextStep(step: number): number {
  return clamp(step, TEXT_STEPS.min, TEXT_STEPS.max);
}
