import { isRightToLeft } from '../core/direction.ts';

/** The family a line of the card is set in, by the name in its file: one that has all of its letters in every weight. */
export function cardFontFamily(text: string): string {
  return isRightToLeft(text) ? 'DejaVu Sans' : 'Inter Variable';
}
