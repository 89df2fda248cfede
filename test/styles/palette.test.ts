import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/core/roles';
import { contrast } from '../../src/core/colour';
import { fade, palettes } from '../../src/styles/palette';

describe.each(Object.entries(palettes))('the %s palette', (_, { window, roles }) => {
  it.each(ROLES)('shows "%s" with AA contrast, new and old, as words and on a badge', (role) => {
    expect(contrast(roles[role], window)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(fade(roles[role], window), window)).toBeGreaterThanOrEqual(4.5);
  });

  it('sets old words visibly apart from new ones', () => {
    expect(contrast(roles.text, window) / contrast(fade(roles.text, window), window)).toBeGreaterThan(1.8);
  });
});

it('knows the contrast of black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
