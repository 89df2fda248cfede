import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/core/roles';
import { contrastRatio } from '../../src/core/colour';
import { fade, paletteOf, palettes, paletteCss } from '../../src/styles/palette';

describe.each(Object.entries(palettes))('the %s palette', (_, { window, roles }) => {
  it.each(ROLES)('shows "%s" with AA contrast in new and faded text', (role) => {
    expect(contrastRatio(roles[role], window)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(fade(roles[role], { window }), window)).toBeGreaterThanOrEqual(4.5);
  });

  it('makes faded text visibly different from new text', () => {
    expect(contrastRatio(roles.text, window) / contrastRatio(fade(roles.text, { window }), window)).toBeGreaterThan(1.8);
  });
});

it('contrastRatio of black on white is 21', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

describe("a story's own accent", () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  /** Returns the value of a custom property in a theme. */
  const variable = (sheet: string, theme: 'dark' | 'light', name: string): string =>
    new RegExp(`--${name}:(#[0-9a-f]{6})`, 'u').exec(sheet.split("[data-theme='light']")[theme === 'dark' ? 0 : 1]!)![1]!;

  it('is adjusted to enough contrast on every surface, new and faded', () => {
    fc.assert(
      fc.property(colour, fc.option(colour, { nil: undefined }), (accent, accentLight) => {
        const sheet = paletteCss({ accent, accentLight });
        for (const theme of ['dark', 'light'] as const) {
          const { window, backdrop, roles } = paletteOf(theme, { accent, accentLight });
          for (const background of [window, backdrop]) expect(contrastRatio(roles.accent, background)).toBeGreaterThanOrEqual(4.5);
          expect(contrastRatio(variable(sheet, theme, 'old-accent'), window)).toBeGreaterThanOrEqual(4.5);
          expect(contrastRatio(variable(sheet, theme, 'accent'), backdrop)).toBeGreaterThanOrEqual(3);
          expect(contrastRatio(variable(sheet, theme, 'accent-fill'), '#ffffff')).toBeGreaterThanOrEqual(4.5);
          expect(variable(sheet, theme, 'accent-text')).toBe(roles.accent);
        }
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('is unchanged when its contrast is enough, and changes no other role', () => {
    const { roles } = paletteOf('dark', { accent: '#12b5a6' });
    expect(roles).toEqual({ ...palettes.dark.roles, accent: '#12b5a6' });
    expect(paletteOf('light', { accent: '#12b5a6', accentLight: '#0b5563' }).roles.accent).toBe('#0b5563');
    expect(paletteOf('dark')).toBe(palettes.dark);
    expect(paletteCss()).not.toContain('--accent:');
  });
});
