import { isRightToLeft } from '../core/direction.ts';

/** Returns the font family, as named in the font file, that has all letters of a line of the card in every weight. */
export function cardFontFamily(text: string): string {
  return isRightToLeft(text) ? 'DejaVu Sans' : 'Inter Variable';
}
