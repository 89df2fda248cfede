import { contrastRatio, mix } from '../../../core/colour';
import type { Look } from '../scene';

/** Colours behind the words of a page. */
export const PAGE_SURFACES = { light: '#ffffff', dark: '#16181d' } as const;

/** Least contrast of words (WCAG 2.2, 1.4.3). */
const MIN_CONTRAST = 4.5;

/** Adds the colours that follow from the accent and the brand, so that words on and in them can be read. */
export function lookColours(look: Omit<Look, 'onAccent' | 'onBrand' | 'accentText'>): Look {
  const { accent, brand, theme } = look;
  return {
    ...look,
    onAccent: wordsOn(accent),
    accentText: readable(accent, PAGE_SURFACES[theme], theme === 'light' ? '#000000' : '#ffffff'),
    ...(brand !== undefined && { onBrand: wordsOn(brand) }),
  };
}

function wordsOn(colour: string): string {
  const [white, dark] = [contrastRatio('#ffffff', colour), contrastRatio('#16181d', colour)];
  if (white >= MIN_CONTRAST) return '#ffffff';
  // Of white and black, one can be read on any colour.
  return dark >= MIN_CONTRAST ? '#16181d' : '#000000';
}

/** Mixes a colour towards another one until words in it can be read on `surface`. */
function readable(colour: string, surface: string, towards: string): string {
  for (let amount = 0; amount < 1; amount += 0.05) {
    const mixed = mix(colour, towards, amount);
    if (contrastRatio(mixed, surface) >= MIN_CONTRAST) return mixed;
  }
  return towards;
}
