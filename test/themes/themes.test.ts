import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { contrastRatio } from '../../src/core/colour';
import { ROLES } from '../../src/core/roles';
import { fade, paletteCss, paletteOf } from '../../src/styles/palette';
import { compileTheme } from '../../src/themes/compileTheme';
import { completeTheme } from '../../src/themes/completeTheme';
import { contrastProblems } from '../../src/themes/contrastProblems';
import { defaultTheme } from '../../src/themes/defaultTheme';
import { THEME_NAMES } from '../../src/themes/theme';

describe.each(THEME_NAMES)('the theme %s', (name) => {
  const theme = completeTheme(name);
  const minimum = name === 'high-contrast' ? 7 : 4.5;
  const compiled = compileTheme(theme);

  it('has text of the promised contrast on every surface', () => {
    expect(theme.contrast).toBe(minimum);
    expect(contrastProblems(theme, name)).toEqual([]);
  });

  it.each(['dark', 'light'] as const)('keeps the contrast of old text and of the accent: %s', (each) => {
    const palette = paletteOf(each, compiled);
    for (const role of ROLES) expect(contrastRatio(fade(palette.roles[role], palette), palette.window)).toBeGreaterThanOrEqual(minimum);
    expect(contrastRatio(palette.roles.text, palette.window)).toBeGreaterThan(
      contrastRatio(fade(palette.roles.text, palette), palette.window),
    );
    expect(palette.roles.accent).toBe(theme[each].accent);
  });
});

test.each(['dark', 'light'] as const)('the theme high-contrast has visible borders: %s', (each) => {
  const theme = completeTheme('high-contrast');
  for (const surface of ['window', 'windowBar', 'backdrop'] as const)
    expect(contrastRatio(theme[each].border, theme[each][surface])).toBeGreaterThanOrEqual(3);
});

test('the default theme has the surfaces of the style sheet', () => {
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const [dark = '', light = ''] = css.split("[data-theme='light'] {");
  for (const [colours, rules] of [
    [defaultTheme.dark, dark],
    [defaultTheme.light, light],
  ] as const)
    for (const [variable, colour] of [
      ['window', colours.window],
      ['window-bar', colours.windowBar],
      ['border', colours.border],
      ['backdrop-glow', colours.backdropGlow],
      ['chrome', colours.chrome],
      ['chrome-soft', colours.chromeSoft],
      ['chrome-field', colours.chromeField],
    ])
      expect(rules).toContain(`--${variable}: ${colour};`);
  expect(css).toContain(`--radius: calc(${defaultTheme.corners} * var(--u))`);
  expect(contrastProblems(defaultTheme, {})).toEqual([]);
});

describe('merging', () => {
  it('takes what a theme leaves out from the one it extends, then from the default', () => {
    const theme = completeTheme({ extends: 'paper', dark: { roles: { ok: '#abcdef' }, border: '#123456' }, corners: 0 });
    const paper = completeTheme('paper');
    expect(theme.dark).toEqual({ ...paper.dark, border: '#123456', roles: { ...paper.dark.roles, ok: '#abcdef' } });
    expect(theme.light).toEqual(paper.light);
    expect(theme).toMatchObject({ corners: 0, buttons: 'plain', contrast: 4.5 });
    expect(completeTheme({ corners: 3 })).toMatchObject({ ...defaultTheme, corners: 3 });
  });

  it("lets the accent of story.json win over the theme's", () => {
    const paper = completeTheme('paper');
    expect(compileTheme(paper)).toMatchObject({ accent: paper.dark.accent, accentLight: paper.light.accent });
    const own = compileTheme(paper, { accent: '#12b886' });
    expect(own).toMatchObject({ accent: '#12b886' });
    expect(own.accentLight).toBeUndefined();
    expect(contrastRatio(paletteOf('light', own).roles.accent, paper.light.window)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps the contrast of the theme for the accent of a story', () => {
    const { roles, window } = paletteOf('light', compileTheme(completeTheme('high-contrast'), { accent: '#12b886' }));
    expect(contrastRatio(roles.accent, window)).toBeGreaterThanOrEqual(7);
  });

  it('adds the surfaces, the corners and the buttons to the style sheet', () => {
    const css = paletteCss(compileTheme(completeTheme({ light: { windowBar: '#eeeeee' }, corners: 2, buttons: 'plain' })));
    expect(css).toContain('--window-bar:#eeeeee');
    expect(css).toContain('--radius:calc(2 * var(--u))');
    expect(css).toContain('.traffic-lights{display:none}');
  });
});
